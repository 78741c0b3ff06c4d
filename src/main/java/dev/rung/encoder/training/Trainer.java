package dev.rung.encoder.training;

import java.io.IOException;
import java.util.SplittableRandom;

/** The loop: draw a batch, send it forward, see how badly it finds itself, move the rows. */
final class Trainer {
    /** Hears how it goes. */
    interface Progress {
        void step(int step, int of, double loss, double pairsPerSecond);
    }

    /** Measures the network as it is. */
    interface Validation {
        double after(int step) throws IOException;
    }

    private static final int REPORT_EVERY = 50;

    private final TrainingPairs pairs;
    private final Settings settings;
    private final Network network;
    private final SplittableRandom random;

    Trainer(TrainingPairs pairs, Settings settings, Network network) {
        this.pairs = pairs;
        this.settings = settings;
        this.network = network;
        random = new SplittableRandom(settings.seed());
    }

    /**
     * Trains through, and leaves the network as it was when the validation figure was highest.
     *
     * @param validation measures the network as it is; higher is better
     * @param validateEvery steps between two measurements
     */
    void run(Validation validation, int validateEvery, Progress progress) throws IOException {
        double best = Double.NEGATIVE_INFINITY;
        float[] bestRows = network.rows.clone();
        double lossSum = 0;
        long since = System.nanoTime();
        for (int step = 1; step <= settings.steps(); step++) {
            lossSum += step(rate(step));
            if (step % REPORT_EVERY == 0) {
                double seconds = (System.nanoTime() - since) / 1e9;
                progress.step(
                        step, settings.steps(), lossSum / REPORT_EVERY, REPORT_EVERY * settings.batch() / seconds);
                lossSum = 0;
                since = System.nanoTime();
            }
            if (step % validateEvery == 0 || step == settings.steps()) {
                double figure = validation.after(step);
                if (figure > best) {
                    best = figure;
                    System.arraycopy(network.rows, 0, bestRows, 0, bestRows.length);
                }
                since = System.nanoTime();
            }
        }
        System.arraycopy(bestRows, 0, network.rows, 0, bestRows.length);
    }

    private float rate(int step) {
        if (step < settings.warmUp()) return settings.rate() * step / settings.warmUp();
        return settings.rate() * (settings.steps() - step + 1) / (settings.steps() - settings.warmUp() + 1);
    }

    private double step(float rate) {
        Batch batch = Batch.draw(pairs, settings, random);
        int n = batch.size;
        int d = settings.dimensions();
        Network.Item[] items = new Network.Item[2 * n];
        for (int i = 0; i < n; i++) {
            items[i] = item(batch.left[i], batch.noise[i]);
            items[n + i] = item(batch.right[i], Texts.NONE);
        }
        float[] lengths = new float[2 * n];
        float[] vectors = network.forward(items, lengths);
        ContrastiveLoss loss = new ContrastiveLoss(
                java.util.Arrays.copyOfRange(vectors, 0, n * d),
                java.util.Arrays.copyOfRange(vectors, n * d, 2 * n * d),
                d,
                batch,
                settings.temperature());
        float[] slopes = new float[2 * n * d];
        System.arraycopy(loss.leftSlopes, 0, slopes, 0, n * d);
        System.arraycopy(loss.rightSlopes, 0, slopes, n * d, n * d);
        network.backward(items, vectors, lengths, slopes, rate);
        return loss.loss;
    }

    private Network.Item item(int text, int noise) {
        int[] texts = noise == Texts.NONE ? new int[] {text} : new int[] {text, noise};
        int[] kept = new int[0];
        for (int of : texts) {
            int[] rows = java.util.Arrays.stream(network.layout.pairRows(of))
                    .filter(row -> random.nextDouble() >= settings.pairDropout())
                    .toArray();
            int before = kept.length;
            kept = java.util.Arrays.copyOf(kept, before + rows.length);
            System.arraycopy(rows, 0, kept, before, rows.length);
        }
        return new Network.Item(texts, kept);
    }
}
