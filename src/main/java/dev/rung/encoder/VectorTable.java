package dev.rung.encoder;

import java.util.List;

/**
 * Many vectors of one length, laid out so that one or several query vectors are compared with all of them at the speed of the
 * machine's vector instructions.
 *
 * <p>The table is cut into blocks of {@value #BLOCK} vectors that stay in a core's cache while all queries pass; within a block,
 * numbers of one dimension stand side by side, so the inner loop is a multiplication with addition over neighbours, which the JIT compiler turns into vector instructions without changing the order of any sum.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VectorTable {
    private static final int BLOCK = 256;

    private final int dimensions;
    private final int size;
    private final float[][] blocks;

    /**
     * @param dimensions length of every vector
     */
    public VectorTable(int dimensions, List<float[]> vectors) {
        this.dimensions = dimensions;
        size = vectors.size();
        blocks = new float[(size + BLOCK - 1) / BLOCK][];
        for (int b = 0; b < blocks.length; b++) {
            float[] block = new float[BLOCK * dimensions];
            for (int i = 0; i < BLOCK && b * BLOCK + i < size; i++) {
                float[] vector = vectors.get(b * BLOCK + i);
                for (int j = 0; j < dimensions; j++) block[j * BLOCK + i] = vector[j];
            }
            blocks[b] = block;
        }
    }

    public int size() {
        return size;
    }

    /** The inner product of a query with each vector, in their order. */
    public float[] scores(float[] query) {
        return best(List.of(query));
    }

    /** For each vector the highest of its inner products with the queries; 0 for all of them where there is no query. */
    public float[] best(List<float[]> queries) {
        float[] best = new float[size];
        float[] sums = new float[BLOCK];
        for (int b = 0; b < blocks.length; b++) {
            int from = b * BLOCK;
            int count = Math.min(BLOCK, size - from);
            for (int q = 0; q < queries.size(); q++) {
                multiply(blocks[b], queries.get(q), sums);
                for (int i = 0; i < count; i++) {
                    best[from + i] = q == 0 ? sums[i] : Math.max(best[from + i], sums[i]);
                }
            }
        }
        return best;
    }

    private void multiply(float[] block, float[] query, float[] sums) {
        java.util.Arrays.fill(sums, 0);
        for (int j = 0; j + 3 < dimensions; j += 4) {
            float a = query[j];
            float b = query[j + 1];
            float c = query[j + 2];
            float d = query[j + 3];
            int at = j * BLOCK;
            for (int i = 0; i < BLOCK; i++) {
                float sum = Math.fma(a, block[at + i], sums[i]);
                sum = Math.fma(b, block[at + BLOCK + i], sum);
                sum = Math.fma(c, block[at + 2 * BLOCK + i], sum);
                sums[i] = Math.fma(d, block[at + 3 * BLOCK + i], sum);
            }
        }
        for (int j = dimensions & ~3; j < dimensions; j++) {
            float a = query[j];
            for (int i = 0; i < BLOCK; i++) sums[i] = Math.fma(a, block[j * BLOCK + i], sums[i]);
        }
    }
}
