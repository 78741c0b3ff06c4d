package dev.rung.encoder;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An encoder that has learned nothing: it hashes the words of a text, and the letter groups inside them, into a vector. Texts are
 * near when they share words or parts of words. It stands in where no trained model is at hand, and in tests.
 *
 * <p>Signed feature hashing as in Weinberger et al., <i>Feature Hashing for Large Scale Multitask Learning</i> (ICML 2009).
 */
public final class LexicalEncoder implements SkillEncoder {
    private static final int DIMENSIONS = 256;
    private static final int GROUP = 4;
    private static final float GROUP_WEIGHT = 0.4f;
    /** Longer texts are cut: the vector of a whole book says nothing. */
    private static final int MAX_CHARACTERS = 4_000;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}+#]+");

    @Override
    public String name() {
        return "lexical-1";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] encode(String text) {
        float[] vector = new float[DIMENSIONS];
        String cut = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        String plain =
                ACCENTS.matcher(Normalizer.normalize(cut, Normalizer.Form.NFD)).replaceAll("");
        for (String word : BREAKS.split(plain.toLowerCase(Locale.ROOT))) {
            if (word.isEmpty()) continue;
            add(vector, word, 1);
            String edged = "<" + word + ">";
            for (int i = 0; i + GROUP <= edged.length(); i++) {
                add(vector, edged.substring(i, i + GROUP), GROUP_WEIGHT);
            }
        }
        return normalised(vector);
    }

    private static void add(float[] vector, String feature, float weight) {
        // Spread String.hashCode, whose low bits are poor, with the finaliser of MurmurHash3.
        int h = feature.hashCode();
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        h ^= h >>> 16;
        vector[h & (DIMENSIONS - 1)] += (h & 0x4000_0000) == 0 ? weight : -weight;
    }

    private static float[] normalised(float[] vector) {
        double length = Math.sqrt(SkillEncoder.dot(vector, vector));
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / length);
            }
        }
        return vector;
    }
}
