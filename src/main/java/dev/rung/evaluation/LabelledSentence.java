package dev.rung.evaluation;

import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** The sentences of those sets that weights may be fitted on, by name; sets without any are left out. */
    public static SortedMap<String, List<LabelledSentence>> forValidation(
            Map<String, RetrievalSet> sets, Taxonomy taxonomy) {
        SortedMap<String, List<LabelledSentence>> labelled = new TreeMap<>();
        sets.forEach((name, set) -> {
            if (!RetrievalSet.isForValidation(name)) return;
            List<LabelledSentence> sentences = of(set, taxonomy);
            if (!sentences.isEmpty()) labelled.put(name, sentences);
        });
        return labelled;
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
