package dev.rung.encoder.training;

import dev.rung.encoder.SkillEncoder;
import dev.rung.encoder.Vectors;
import dev.rung.encoder.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows for the labels of known concepts: half the label itself, half the middle of its other names. A short label says little
 * ("angular", "lean"); what people call the same thing elsewhere says what was meant.
 */
final class ConceptRows {
    private static final float OWN = 0.5f;

    private ConceptRows() {}

    /**
     * @param vector of length 1
     * @param prior see {@link dev.rung.encoder.ConceptEncoder#prior}
     */
    record Concept(float[] vector, float prior) {}

    /**
     * @param encoder without concepts
     * @param heldOut keys of names that must not be used
     * @return by {@link Words#key} of the label, in the order of the classification
     */
    static Map<Long, Concept> of(EscoFolder esco, Sentences sentences, SkillEncoder encoder, Set<Long> heldOut) {
        Map<Long, Integer> asked = new HashMap<>();
        for (Sentences.Labelled sentence : sentences.labelled) {
            for (String skill : sentence.skills()) asked.merge(Words.key(skill), 1, Integer::sum);
        }
        Map<Long, Concept> rows = new LinkedHashMap<>();
        List<EscoFolder.Concept> all = new ArrayList<>(esco.skills);
        all.addAll(esco.occupations);
        for (EscoFolder.Concept concept : all) {
            long key = Words.key(concept.label());
            if (key == 0 || rows.containsKey(key)) continue;
            float[] row = encoder.encode(concept.label());
            float[] middle = new float[row.length];
            for (String name : concept.alternatives()) {
                if (!heldOut.contains(Words.key(name))) add(middle, encoder.encode(name));
            }
            Vectors.normalise(middle);
            for (int j = 0; j < row.length; j++) row[j] = OWN * row[j] + (1 - OWN) * middle[j];
            rows.put(key, new Concept(Vectors.normalise(row), (float) Math.log1p(asked.getOrDefault(key, 0))));
        }
        return rows;
    }

    private static void add(float[] to, float[] from) {
        for (int j = 0; j < to.length; j++) to[j] += from[j];
    }
}
