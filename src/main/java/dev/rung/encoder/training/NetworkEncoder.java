package dev.rung.encoder.training;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.Vectors;
import dev.rung.encoder.Words;
import java.util.HashMap;
import java.util.Map;

/**
 * A network as an encoder of any text, before its rows are rounded to bytes: what training is validated with, and what the
 * shipped encoder is held against.
 */
final class NetworkEncoder implements ConceptEncoder {
    private final Network network;
    private final int d;
    private final int groups;
    private final float groupWeight;
    /** Known words by their numbers in the training's texts. */
    private final Map<Long, Integer> words = new HashMap<>();
    /** Rows of known pairs. */
    private final Map<Long, Integer> pairs = new HashMap<>();

    private final Map<Long, ConceptRows.Concept> concepts;

    /**
     * @param concepts vectors and priors of whole texts, by {@link Words#key}
     */
    NetworkEncoder(Network network, Settings settings, Map<Long, ConceptRows.Concept> concepts) {
        this.network = network;
        this.concepts = concepts;
        d = settings.dimensions();
        groups = settings.groups();
        groupWeight = settings.groupWeight();
        Layout layout = network.layout;
        for (int word = 0; word < layout.texts.wordCount(); word++) {
            Words scan = new Words(layout.texts.word(word));
            if (scan.next() && layout.rowOfWord(word) != Texts.NONE) words.put(scan.hash(), word);
        }
        for (int row = layout.words; row < layout.firstGroup(); row++) {
            Words scan = new Words(layout.vocabulary().get(row));
            scan.next();
            long first = scan.hash();
            scan.next();
            pairs.put(Words.pair(first, scan.hash()), row);
        }
    }

    @Override
    public String name() {
        return "in training";
    }

    @Override
    public int dimensions() {
        return d;
    }

    @Override
    public float[] encode(String text) {
        ConceptRows.Concept concept = concepts.get(Words.key(text));
        if (concept != null && concept.vector().isPresent()) {
            return concept.vector().get().clone();
        }
        float[] vector = new float[d];
        int[] buckets = new int[Words.mostGroups()];
        Words scan = new Words(text);
        long previous = 0;
        for (int count = 0; scan.next(); count++) {
            long hash = scan.hash();
            Integer word = words.get(hash);
            if (word != null) {
                network.addWord(word, vector, 0);
            } else {
                int many = scan.groups(groups, buckets);
                for (int i = 0; i < many; i++) {
                    add(vector, network.layout.firstGroup() + buckets[i], groupWeight / (float) Math.sqrt(many));
                }
            }
            Integer pair = count > 0 ? pairs.get(Words.pair(previous, hash)) : null;
            if (pair != null) add(vector, pair, 1);
            previous = hash;
        }
        return Vectors.normalise(vector);
    }

    @Override
    public double prior(String label) {
        ConceptRows.Concept concept = concepts.get(Words.key(label));
        return concept == null ? 0 : concept.prior();
    }

    private void add(float[] vector, int row, float weight) {
        for (int j = 0; j < d; j++) vector[j] += weight * network.rows[row * d + j];
    }
}
