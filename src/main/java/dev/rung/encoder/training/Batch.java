package dev.rung.encoder.training;

import java.util.List;
import java.util.SplittableRandom;

/** Pairs drawn from the sources by their weights, some of the left texts with noise around them. */
final class Batch {
    final int size;
    final int[] left;
    final int[] right;
    final int[] concept;
    /** A text mixed into the left one, or {@link Texts#NONE}. */
    final int[] noise;

    private Batch(int size) {
        this.size = size;
        left = new int[size];
        right = new int[size];
        concept = new int[size];
        noise = new int[size];
    }

    static Batch draw(TrainingPairs pairs, Settings settings, SplittableRandom random) {
        List<PairSource> sources = pairs.sources();
        double total = sources.stream().mapToDouble(s -> s.weight).sum();
        Batch batch = new Batch(settings.batch());
        for (int i = 0; i < batch.size; i++) {
            double at = random.nextDouble() * total;
            int s = 0;
            while (s < sources.size() - 1 && at >= sources.get(s).weight) at -= sources.get(s++).weight;
            PairSource source = sources.get(s);
            PairSource.Pair pair = source.draw(random);
            batch.left[i] = pair.left();
            batch.right[i] = pair.right();
            batch.concept[i] = pair.concept();
            batch.noise[i] = random.nextDouble() < settings.noise() ? pairs.noise(source.noise, random) : Texts.NONE;
        }
        return batch;
    }

    /** Whether pair {@code j} says nothing against pair {@code i} though it is another one. */
    boolean alike(int i, int j) {
        return i != j && (concept[i] == concept[j] || left[i] == left[j] || right[i] == right[j]);
    }
}
