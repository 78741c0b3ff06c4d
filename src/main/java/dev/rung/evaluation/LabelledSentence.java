package dev.rung.evaluation;

import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A sentence of an advertisement, and the skills that people said it asks for.
 *
 * @param text as it stands there
 * @param skills all of them
 */
public record LabelledSentence(String text, Set<SkillId> skills) {
    public LabelledSentence {
        skills = Set.copyOf(skills);
    }

    /** The queries of a set whose corpus are labels of a taxonomy's skills; answers that the taxonomy does not know are left out. */
    public static List<LabelledSentence> of(RetrievalSet set, Taxonomy taxonomy) {
        Map<String, SkillId> byLabel = new HashMap<>();
        for (Skill skill : taxonomy.skills()) byLabel.putIfAbsent(skill.label(), skill.id());
        List<LabelledSentence> sentences = new ArrayList<>();
        for (int q = 0; q < set.queries().size(); q++) {
            Set<SkillId> skills = new TreeSet<>();
            for (int answer : set.gold().get(q)) {
                SkillId skill = byLabel.get(set.corpus().get(answer));
                if (skill != null) skills.add(skill);
            }
            if (!skills.isEmpty())
                sentences.add(new LabelledSentence(set.queries().get(q), skills));
        }
        return sentences;
    }
}
