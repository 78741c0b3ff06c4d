package dev.rung.evaluation.next;

import dev.rung.encoder.SkillEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A small network that reads a history and says how likely each item is next.
 *
 * <p>In: the history three times over, as the newest item alone, as items that fade by half with each step back, and as items that fade by a tenth. One
 * hidden layer of {@value #HIDDEN} tanh units; out: a softmax over the items that are not in the history. Trained by Adam (D. P. Kingma and J. Ba, “Adam: a
 * method for stochastic optimization”, 2015) on every prefix of every history and the item after it, with half of the inputs dropped at random (N. Srivastava
 * et al., “Dropout”, Journal of Machine Learning Research 15, 2014). The sizes, rates and the {@value #EPOCHS} passes were chosen on held-out
 * items within the training histories, see {@code benchmarks/next.md}.
 *
 * <p>Its inputs are so sparse and it is so small (a hundred thousand weights for 238 items) that it trains in seconds in plain Java; a
 * library of matrices in native code would save little and could differ from machine to machine. Every sum has a fixed order, and {@link StrictMath}
 * stands where platforms may round differently.
 *
 * <p>Weights lie in flat arrays, a layer's weights by input first, so that the inner loops run along memory.
 */
public final class Network implements NextRanker {
    private static final int HIDDEN = 100;
    private static final int EPOCHS = 9;
    private static final int BATCH = 256;
    private static final float RATE = 0.003f;
    private static final float DECAY = 1e-5f;
    private static final float KEPT = 0.5f;
    private static final float START = 0.09f;
    private static final double[] FADES = {0, 0.5, 0.9};

    private final long seed;

    /**
     * A network that starts from chance numbers.
     *
     * @param seed which ones
     */
    public Network(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "network";
    }

    @Override
    public Scores learn(List<int[]> histories, int items) {
        Training training = new Training(items, new Random(seed));
        List<int[]> prefixes = new ArrayList<>();
        for (int[] history : histories) {
            for (int length = 2; length <= history.length; length++) prefixes.add(Arrays.copyOf(history, length));
        }
        for (int epoch = 0; epoch < EPOCHS; epoch++) training.pass(prefixes);
        return training.layers::logLikelihood;
    }

    /** The weights, and what they make of a history. */
    private static final class Layers {
        private final int items;
        private final float[] in;
        private final float[] hidden = new float[HIDDEN];
        private final float[] out;
        private final float[] bias;

        Layers(int items, Random random) {
            this.items = items;
            this.in = new float[FADES.length * items * HIDDEN];
            this.out = new float[HIDDEN * items];
            this.bias = new float[items];
            for (int i = 0; i < in.length; i++) in[i] = START * (2 * random.nextFloat() - 1);
            for (int i = 0; i < out.length; i++) out[i] = START * (2 * random.nextFloat() - 1);
        }

        /** Log-likelihoods; those of what the history holds mean nothing. */
        double[] logLikelihood(int[] history) {
            Inputs inputs = new Inputs(items);
            inputs.read(history, history.length);
            float[] units = new float[HIDDEN];
            hidden(inputs, units);
            float[] scores = new float[items];
            scores(units, scores);
            double most = Double.NEGATIVE_INFINITY;
            boolean[] isTaken = new boolean[items];
            for (int item : history) isTaken[item] = true;
            for (int y = 0; y < items; y++) if (!isTaken[y]) most = Math.max(most, scores[y]);
            double sum = 0;
            for (int y = 0; y < items; y++) if (!isTaken[y]) sum += StrictMath.exp(scores[y] - most);
            double all = most + StrictMath.log(sum);
            double[] logs = new double[items];
            for (int y = 0; y < items; y++) logs[y] = isTaken[y] ? 0 : scores[y] - all;
            return logs;
        }

        void hidden(Inputs inputs, float[] units) {
            System.arraycopy(hidden, 0, units, 0, HIDDEN);
            for (int i = 0; i < inputs.size; i++) {
                float value = inputs.values[i];
                int row = inputs.rows[i] * HIDDEN;
                for (int h = 0; h < HIDDEN; h++) units[h] += value * in[row + h];
            }
            for (int h = 0; h < HIDDEN; h++) units[h] = (float) StrictMath.tanh(units[h]);
        }

        void scores(float[] units, float[] scores) {
            System.arraycopy(bias, 0, scores, 0, items);
            for (int h = 0; h < HIDDEN; h++) {
                float value = units[h];
                int row = h * items;
                for (int y = 0; y < items; y++) scores[y] += value * out[row + y];
            }
        }
    }

    /** A history as the network reads it: few numbers that are not 0, and where. */
    private static final class Inputs {
        private final int items;
        private int size;
        private int[] rows = new int[64];
        private float[] values = new float[64];

        Inputs(int items) {
            this.items = items;
        }

        /** Reads the first {@code length} items of a history. */
        void read(int[] history, int length) {
            size = 0;
            for (int f = 0; f < FADES.length; f++) {
                double value = 1;
                for (int k = length - 1; k >= 0 && value > 1e-6; k--) {
                    if (size == rows.length) {
                        rows = Arrays.copyOf(rows, size * 2);
                        values = Arrays.copyOf(values, size * 2);
                    }
                    rows[size] = f * items + history[k];
                    values[size++] = (float) value;
                    value *= FADES[f];
                }
            }
        }

        /** Drops some at random and makes up for it in the others. */
        void drop(Random random) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (random.nextFloat() >= KEPT) continue;
                rows[kept] = rows[i];
                values[kept++] = values[i] / KEPT;
            }
            size = kept;
        }
    }

    /** Adam's memory of one array of weights. */
    private static final class Adam {
        private final float[] weights;
        private final float[] gradient;
        private final float[] mean;
        private final float[] square;
        private final float decay;

        Adam(float[] weights, float decay) {
            this.weights = weights;
            this.gradient = new float[weights.length];
            this.mean = new float[weights.length];
            this.square = new float[weights.length];
            this.decay = decay;
        }

        void step(float meanScale, float squareScale) {
            for (int i = 0; i < weights.length; i++) {
                float g = gradient[i] + decay * weights[i];
                mean[i] = 0.9f * mean[i] + 0.1f * g;
                square[i] = 0.999f * square[i] + 0.001f * g * g;
                weights[i] -= RATE * (mean[i] * meanScale) / ((float) Math.sqrt(square[i] * squareScale) + 1e-8f);
                gradient[i] = 0;
            }
        }
    }

    private static final class Training {
        private final int items;
        private final Random random;
        private final Layers layers;
        private final Adam in;
        private final Adam hidden;
        private final Adam out;
        private final Adam bias;
        private final Inputs inputs;
        private final float[] units = new float[HIDDEN];
        private final float[] back = new float[HIDDEN];
        private final float[] scores;
        private final float[] row;
        private int steps;

        Training(int items, Random random) {
            this.items = items;
            this.random = random;
            this.layers = new Layers(items, random);
            this.in = new Adam(layers.in, DECAY);
            this.hidden = new Adam(layers.hidden, 0);
            this.out = new Adam(layers.out, DECAY);
            this.bias = new Adam(layers.bias, 0);
            this.inputs = new Inputs(items);
            this.scores = new float[items];
            this.row = new float[items];
        }

        /** Once through everything, in an order of its own. */
        void pass(List<int[]> prefixes) {
            int[] order = new int[prefixes.size()];
            for (int i = 0; i < order.length; i++) {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
            for (int from = 0; from < order.length; from += BATCH) {
                int to = Math.min(order.length, from + BATCH);
                for (int i = from; i < to; i++) learn(prefixes.get(order[i]), 1f / (to - from));
                steps++;
                float meanScale = (float) (1 / (1 - StrictMath.pow(0.9, steps)));
                float squareScale = (float) (1 / (1 - StrictMath.pow(0.999, steps)));
                for (Adam adam : List.of(in, hidden, out, bias)) adam.step(meanScale, squareScale);
            }
        }

        /** Adds the gradient of one history, whose last item is to be found from those before it. */
        private void learn(int[] history, float share) {
            int past = history.length - 1;
            inputs.read(history, past);
            inputs.drop(random);
            layers.hidden(inputs, units);
            layers.scores(units, scores);
            errors(history, past, share);
            for (int y = 0; y < items; y++) bias.gradient[y] += scores[y];
            for (int h = 0; h < HIDDEN; h++) {
                int start = h * items;
                float unit = units[h];
                for (int y = 0; y < items; y++) out.gradient[start + y] += unit * scores[y];
                System.arraycopy(layers.out, start, row, 0, items);
                back[h] = (float) SkillEncoder.dot(scores, row) * (1 - unit * unit);
                hidden.gradient[h] += back[h];
            }
            for (int i = 0; i < inputs.size; i++) {
                int start = inputs.rows[i] * HIDDEN;
                float value = inputs.values[i];
                for (int h = 0; h < HIDDEN; h++) in.gradient[start + h] += value * back[h];
            }
        }

        /** Turns scores into errors: likelihood less truth, nothing for what is in the past. */
        private void errors(int[] history, int past, float share) {
            for (int k = 0; k < past; k++) scores[history[k]] = Float.NEGATIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (float score : scores) most = Math.max(most, score);
            double sum = 0;
            for (int y = 0; y < items; y++) {
                scores[y] = (float) StrictMath.exp(scores[y] - most);
                sum += scores[y];
            }
            float scale = (float) (share / sum);
            for (int y = 0; y < items; y++) scores[y] *= scale;
            scores[history[past]] -= share;
        }
    }
}
