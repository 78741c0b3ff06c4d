package dev.rung.encoder;

/**
 * Turns a short text (a skill's label, a job title, a sentence) into a vector of fixed length, so that nearness of meaning becomes
 * nearness in space.
 *
 * <pre>{@code
 * SkillEncoder encoder = new LexicalEncoder();
 * encoder.similarity("bake pastries", "pastry baking");   // 0.8
 * encoder.similarity("bake pastries", "weld steel");      // 0.0
 * }</pre>
 *
 * <p>Implementations are safe for use by many threads and answer the same text with the same vector, bit for bit, for as long as
 * {@link #name()} stays the same. Any text has an answer: an empty one, or one in which the encoder knows nothing, has the zero
 * vector.
 */
public interface SkillEncoder {
    /** Names the model and its version. Vectors of encoders with different names must not be compared. */
    String name();

    /** Length of every vector. */
    int dimensions();

    /** The vector of a text: {@link #dimensions()} numbers, of length 1, or all zero where nothing is known. */
    float[] encode(String text);

    /** The cosine of two texts, from -1 to 1; 0 where nothing is known of either. */
    default double similarity(String a, String b) {
        return dot(encode(a), encode(b));
    }

    /** The inner product of two vectors, which is their cosine when both have length 1. */
    static double dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }
}
