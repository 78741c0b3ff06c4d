package dev.rung.encoder.training;

import dev.rung.encoder.SkillEncoder;
import dev.rung.encoder.Vectors;
import dev.rung.encoder.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of concepts by their labels: for each how often the training sentences ask for it, and for occupations a row as
 * well, half the label itself, half the middle of its other names. A title says little of a job ("runner", "executive"); what else
 * people call it says what was meant. Labels of skills say enough: a row like that made sentences find them worse.
 */
final class ConceptRows {
    private static final float OWN = 0.5f;

    private ConceptRows() {}

    /**
     * @param vector of length 1, or none: then the label is encoded like any text
     * @param prior see {@link dev.rung.encoder.ConceptEncoder#prior}
     */
    record Concept(Optional<float[]> vector, float prior) {}

    /**
     * What is known of the concepts of a classification.
     *
     * @param encoder without concepts
     * @param heldOut keys of names that must not be used
     * @return by {@link Words#key} of the label, those with rows first, else in the order of the classification
     */
    static Map<Long, Concept> of(EscoFolder esco, Sentences sentences, SkillEncoder encoder, Set<Long> heldOut) {
        Map<Long, Integer> asked = new HashMap<>();
        for (Sentences.Labelled sentence : sentences.labelled) {
            for (String skill : sentence.skills()) asked.merge(Words.key(skill), 1, Integer::sum);
        }
        Map<Long, Concept> rows = new LinkedHashMap<>();
        for (EscoFolder.Concept occupation : esco.occupations) {
            float[] row = encoder.encode(occupation.label());
            float[] middle = new float[row.length];
            for (String name : occupation.alternatives()) {
                if (!heldOut.contains(Words.key(name))) add(middle, encoder.encode(name));
            }
            Vectors.normalise(middle);
            for (int j = 0; j < row.length; j++) row[j] = OWN * row[j] + (1 - OWN) * middle[j];
            long key = Words.key(occupation.label());
            if (key != 0) rows.putIfAbsent(key, new Concept(Optional.of(Vectors.normalise(row)), prior(asked, key)));
        }
        for (EscoFolder.Concept skill : esco.skills) {
            long key = Words.key(skill.label());
            if (asked.containsKey(key)) rows.putIfAbsent(key, new Concept(Optional.empty(), prior(asked, key)));
        }
        return rows;
    }

    private static float prior(Map<Long, Integer> asked, long key) {
        return (float) Math.log1p(asked.getOrDefault(key, 0));
    }

    private static void add(float[] to, float[] from) {
        for (int j = 0; j < to.length; j++) to[j] += from[j];
    }
}
