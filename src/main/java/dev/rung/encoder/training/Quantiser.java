package dev.rung.encoder.training;

import dev.rung.encoder.ModelFiles;
import dev.rung.encoder.Words;
import java.util.List;
import java.util.Map;

/** Rounds a trained network to signed bytes, each row with a scale of its own. */
final class Quantiser {
    private static final int LARGEST = 127;

    private Quantiser() {}

    static ModelFiles quantise(Network network, Settings settings, Map<Long, ConceptRows.Concept> concepts) {
        Layout layout = network.layout;
        int d = settings.dimensions();
        int withRow = (int)
                concepts.values().stream().filter(c -> c.vector().isPresent()).count();
        int total = layout.rows() + withRow;
        float[] scales = new float[total];
        byte[] bytes = new byte[total * d];
        float[] row = new float[d];

        // A known word's letter groups are always the same ones: they go into its row once, and cost nothing when it is
        // met.
        for (int word = 0; word < layout.texts.wordCount(); word++) {
            int own = layout.rowOfWord(word);
            if (own == Texts.NONE) continue;
            java.util.Arrays.fill(row, 0);
            network.addWord(word, row, 0);
            round(row, own, scales, bytes);
        }
        for (int r = layout.words; r < layout.rows(); r++) {
            System.arraycopy(network.rows, r * d, row, 0, d);
            round(row, r, scales, bytes);
        }
        long[] keys = new long[concepts.size()];
        float[] priors = new float[concepts.size()];
        int c = 0;
        for (Map.Entry<Long, ConceptRows.Concept> concept : concepts.entrySet()) {
            keys[c] = concept.getKey();
            priors[c] = concept.getValue().prior();
            if (concept.getValue().vector().isPresent()) {
                round(concept.getValue().vector().get(), layout.rows() + c, scales, bytes);
            }
            c++;
        }
        List<String> vocabulary = layout.vocabulary();
        return new ModelFiles(
                d,
                layout.groups,
                settings.groupWeight(),
                hashes(vocabulary.subList(0, layout.words)),
                hashes(vocabulary.subList(layout.words, vocabulary.size())),
                keys,
                priors,
                scales,
                bytes);
    }

    /** Of words, or of pairs of words. */
    private static long[] hashes(List<String> entries) {
        return entries.stream()
                .mapToLong(entry -> {
                    Words words = new Words(entry);
                    words.next();
                    long hash = words.hash();
                    return words.next() ? Words.pair(hash, words.hash()) : hash;
                })
                .toArray();
    }

    private static void round(float[] from, int row, float[] scales, byte[] bytes) {
        float largest = 0;
        for (float value : from) largest = Math.max(largest, Math.abs(value));
        float scale = largest / LARGEST;
        scales[row] = scale;
        if (scale == 0) return;
        for (int j = 0; j < from.length; j++) bytes[row * from.length + j] = (byte) Math.round(from[j] / scale);
    }
}
