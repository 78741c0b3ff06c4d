package dev.rung.encoder;

import java.util.Arrays;
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

    /**
     * For each query the vectors with the highest sums of inner product and bonus, best first, of equals the first in the table.
     *
     * @param bonus one a vector, added to its inner product
     * @param most how many a query at most
     */
    public List<int[]> nearest(List<float[]> queries, float[] bonus, int most) {
        Best[] best = new Best[queries.size()];
        for (int q = 0; q < best.length; q++) best[q] = new Best(Math.min(most, size));
        float[] sums = new float[BLOCK];
        for (int b = 0; b < blocks.length; b++) {
            int from = b * BLOCK;
            int count = Math.min(BLOCK, size - from);
            for (int q = 0; q < best.length; q++) {
                multiply(blocks[b], queries.get(q), sums);
                for (int i = 0; i < count; i++) best[q].offer(sums[i] + bonus[from + i], from + i);
            }
        }
        return Arrays.stream(best).map(Best::places).toList();
    }

    /** The best so far: a heap with the worst of them on top, score and place packed into one number that orders as they do. */
    private static final class Best {
        private final long[] heap;
        private int size;
        private float worst = Float.NEGATIVE_INFINITY;

        Best(int most) {
            heap = new long[most];
        }

        void offer(float score, int place) {
            if (heap.length == 0 || (size == heap.length && score <= worst)) return;
            int bits = Float.floatToIntBits(score);
            long packed = (long) (bits >= 0 ? bits : bits ^ Integer.MAX_VALUE) << 32 | ~place & 0xFFFFFFFFL;
            if (size < heap.length) {
                int at = size++;
                while (at > 0 && heap[(at - 1) / 2] > packed) {
                    heap[at] = heap[(at - 1) / 2];
                    at = (at - 1) / 2;
                }
                heap[at] = packed;
            } else {
                sink(packed);
            }
            if (size == heap.length) worst = score(heap[0]);
        }

        private void sink(long packed) {
            int at = 0;
            while (2 * at + 1 < size) {
                int child = 2 * at + 1;
                if (child + 1 < size && heap[child + 1] < heap[child]) child++;
                if (heap[child] >= packed) break;
                heap[at] = heap[child];
                at = child;
            }
            heap[at] = packed;
        }

        private static float score(long packed) {
            int bits = (int) (packed >> 32);
            return Float.intBitsToFloat(bits >= 0 ? bits : bits ^ Integer.MAX_VALUE);
        }

        int[] places() {
            long[] sorted = Arrays.copyOf(heap, size);
            Arrays.sort(sorted);
            int[] places = new int[size];
            for (int i = 0; i < size; i++) places[i] = ~(int) sorted[size - 1 - i];
            return places;
        }
    }

    private void multiply(float[] block, float[] query, float[] sums) {
        Arrays.fill(sums, 0);
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
