package dev.rung.encoder.training;

import java.util.Arrays;

/**
 * The network while it is trained: one matrix of rows, of which a text takes those of its words, its pairs of words and its
 * words' letter groups; their sum, brought to length 1, is the text's vector.
 *
 * <p>A batch of two thousand texts touches a small part of the matrix, and most of its words several times over. So each word's
 * vector (its own row and its letter groups) is put together once a batch, gradients are gathered per word and then per row, and
 * Adam (Kingma and Ba, 2015) moves only the rows that were touched. All sums are in one fixed order on one thread: the same
 * batches give the same rows, bit for bit.
 */
final class Network {
    private static final float MEAN_DECAY = 0.9f;
    private static final float SQUARE_DECAY = 0.999f;
    private static final float EPSILON = 1e-8f;

    final Layout layout;
    private final int d;
    private final float groupWeight;
    final float[] rows;
    private final float[] mean;
    private final float[] square;
    private int step;

    private final Touched words;
    private final Touched touched;

    Network(Layout layout, Settings settings, float[] start) {
        this.layout = layout;
        d = settings.dimensions();
        groupWeight = settings.groupWeight();
        rows = start;
        mean = new float[rows.length];
        square = new float[rows.length];
        words = new Touched(layout.texts.wordCount(), d);
        touched = new Touched(layout.rows(), d);
    }

    /** What one text of a batch is made of. */
    static final class Item {
        private final int[] texts;
        private final int[] pairRows;

        Item(int[] texts, int[] pairRows) {
            this.texts = texts;
            this.pairRows = pairRows;
        }
    }

    /**
     * The vectors of a batch, one after the other; {@code lengths} receives the length that each had before it was brought to 1.
     */
    float[] forward(Item[] items, float[] lengths) {
        words.clear();
        float[] vectors = new float[items.length * d];
        for (int i = 0; i < items.length; i++) {
            int at = i * d;
            for (int text : items[i].texts) {
                for (int word : layout.texts.words(text)) {
                    int slot = words.slotOf(word);
                    if (slot == Touched.NONE) {
                        slot = words.take(word);
                        addWord(word, words.values, slot * d);
                    }
                    add(vectors, at, words.values, slot * d, 1);
                }
            }
            for (int row : items[i].pairRows) add(vectors, at, rows, row * d, 1);
            lengths[i] = normalise(vectors, at);
        }
        return vectors;
    }

    /** Moves the rows of the batch that was just sent forward, given the slope of the loss along each of its vectors. */
    void backward(Item[] items, float[] vectors, float[] lengths, float[] slopes, float rate) {
        Arrays.fill(words.values, 0, words.count * d, 0);
        touched.clear();
        float[] slope = new float[d];
        for (int i = 0; i < items.length; i++) {
            if (lengths[i] == 0) continue;
            int at = i * d;
            // Through the normalisation: only what is across the vector counts.
            float along = 0;
            for (int j = 0; j < d; j++) along += slopes[at + j] * vectors[at + j];
            for (int j = 0; j < d; j++) slope[j] = (slopes[at + j] - along * vectors[at + j]) / lengths[i];
            for (int text : items[i].texts) {
                for (int word : layout.texts.words(text)) add(words.values, words.slotOf(word) * d, slope, 0, 1);
            }
            for (int row : items[i].pairRows) touch(row, slope, 0, 1);
        }
        for (int slot = 0; slot < words.count; slot++) {
            int word = words.keys[slot];
            int own = layout.rowOfWord(word);
            if (own != Texts.NONE) touch(own, words.values, slot * d, 1);
            int[] groups = layout.texts.groups(word);
            float weight = weightOf(groups);
            for (int group : groups) touch(layout.firstGroup() + group, words.values, slot * d, weight);
        }
        adam(rate);
    }

    private void touch(int row, float[] slope, int from, float weight) {
        int slot = touched.slotOf(row);
        if (slot == Touched.NONE) {
            slot = touched.take(row);
        }
        add(touched.values, slot * d, slope, from, weight);
    }

    private void adam(float rate) {
        step++;
        float meanFix = (float) (1 / (1 - Math.pow(MEAN_DECAY, step)));
        float squareFix = (float) (1 / (1 - Math.pow(SQUARE_DECAY, step)));
        float[] slopes = touched.values;
        for (int slot = 0; slot < touched.count; slot++) {
            int row = touched.keys[slot] * d;
            int from = slot * d;
            for (int j = 0; j < d; j++) {
                float slope = slopes[from + j];
                float m = MEAN_DECAY * mean[row + j] + (1 - MEAN_DECAY) * slope;
                float s = SQUARE_DECAY * square[row + j] + (1 - SQUARE_DECAY) * slope * slope;
                mean[row + j] = m;
                square[row + j] = s;
                rows[row + j] -= rate * (m * meanFix) / ((float) Math.sqrt(s * squareFix) + EPSILON);
            }
        }
    }

    private float weightOf(int[] groups) {
        return groupWeight / (float) Math.sqrt(groups.length);
    }

    /** Adds the row of a word, if it has one, and its letter groups. */
    void addWord(int word, float[] to, int at) {
        int own = layout.rowOfWord(word);
        if (own != Texts.NONE) add(to, at, rows, own * d, 1);
        int[] groups = layout.texts.groups(word);
        float weight = weightOf(groups);
        for (int group : groups) add(to, at, rows, (layout.firstGroup() + group) * d, weight);
    }

    private void add(float[] to, int at, float[] from, int start, float weight) {
        for (int j = 0; j < d; j++) to[at + j] += weight * from[start + j];
    }

    private float normalise(float[] vectors, int at) {
        double sum = 0;
        for (int j = 0; j < d; j++) sum += (double) vectors[at + j] * vectors[at + j];
        float length = (float) Math.sqrt(sum);
        if (length > 0) {
            for (int j = 0; j < d; j++) vectors[at + j] /= length;
        }
        return length;
    }

    /** Values for those of many keys that a batch touches, in the order they were first touched. */
    private static final class Touched {
        static final int NONE = -1;

        private final int[] slots;
        private final int d;
        int[] keys = new int[1024];
        float[] values;
        int count;

        Touched(int size, int d) {
            this.d = d;
            slots = new int[size];
            Arrays.fill(slots, NONE);
            values = new float[keys.length * d];
        }

        int slotOf(int key) {
            return slots[key];
        }

        int take(int key) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, count * 2);
                values = Arrays.copyOf(values, values.length * 2);
            }
            keys[count] = key;
            Arrays.fill(values, count * d, (count + 1) * d, 0);
            slots[key] = count;
            return count++;
        }

        void clear() {
            for (int i = 0; i < count; i++) slots[keys[i]] = NONE;
            count = 0;
        }
    }
}
