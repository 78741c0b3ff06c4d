package dev.rung.encoder.training;

import java.util.SplittableRandom;

/** Where the rows of a network start. */
final class Start {
    /** Makes rare words start longer than frequent ones (Arora et al., <i>A Simple but Tough-to-Beat Baseline</i>, 2017). */
    private static final double SMOOTHING = 1e-3;

    private static final double GROUP = 0.3;

    private Start() {}

    /**
     * Small random rows for letter groups, so that words that look alike start alike, and smaller ones for words; words that many
     * texts have are weighted down. Pairs of words start at nothing.
     */
    static float[] random(Layout layout, Settings settings) {
        int d = settings.dimensions();
        float[] rows = new float[layout.rows() * d];
        SplittableRandom random = new SplittableRandom(settings.seed() ^ 0x5eed);
        double all = 0;
        for (int word = 0; word < layout.texts.wordCount(); word++) all += layout.texts.textsWith(word);
        double unit = Math.sqrt(1.0 / d);
        for (int word = 0; word < layout.texts.wordCount(); word++) {
            int row = layout.rowOfWord(word);
            if (row == Texts.NONE) continue;
            double weight = SMOOTHING / (SMOOTHING + layout.texts.textsWith(word) / all);
            for (int j = 0; j < d; j++) {
                rows[row * d + j] = (float) (random.nextDouble(-1.7, 1.7) * unit * weight);
            }
        }
        for (int i = layout.firstGroup() * d; i < rows.length; i++) {
            rows[i] = (float) (random.nextDouble(-1.7, 1.7) * unit * GROUP);
        }
        return rows;
    }
}
