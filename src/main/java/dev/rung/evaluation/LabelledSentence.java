package dev.rung.evaluation;

import dev.rung.encoder.training.Sentences;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** The sentences of those sets that confidence may be calibrated on, by name; sets without any are left out. */
    public static SortedMap<String, List<LabelledSentence>> forCalibration(
            Map<String, RetrievalSet> sets, Taxonomy taxonomy) {
        SortedMap<String, List<LabelledSentence>> labelled = new TreeMap<>();
        sets.forEach((name, set) -> {
            if (!RetrievalSet.isForCalibration(name)) return;
            List<LabelledSentence> sentences = of(set, taxonomy);
            if (!sentences.isEmpty()) labelled.put(name, sentences);
        });
        return labelled;
    }

    /** The made-up sentences of the training; skills that the taxonomy does not know are left out, sentences stay. */
    static List<LabelledSentence> of(Sentences training, Taxonomy taxonomy) {
        Map<String, SkillId> byLabel = byLabel(taxonomy);
        return training.labelled.stream()
                .map(sentence -> new LabelledSentence(
                        sentence.sentence(),
                        sentence.skills().stream()
                                .map(byLabel::get)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())))
                .toList();
    }

    private static Map<String, SkillId> byLabel(Taxonomy taxonomy) {
        Map<String, SkillId> byLabel = new HashMap<>();
        for (Skill skill : taxonomy.skills()) byLabel.putIfAbsent(skill.label(), skill.id());
        return byLabel;
    }

    /** The queries of a set whose corpus are labels of a taxonomy's skills; answers that the taxonomy does not know are left out. */
    public static List<LabelledSentence> of(RetrievalSet set, Taxonomy taxonomy) {
        Map<String, SkillId> byLabel = byLabel(taxonomy);
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
