package dev.rung.encoder.training;

/**
 * What can be set about a training. The values that made the shipped model are {@link #DEFAULT}; why they are what they are is
 * told in the model card.
 *
 * @param dimensions length of a vector
 * @param words most rows for words
 * @param leastTextsOfWord a word in fewer texts has no row of its own
 * @param pairs most rows for pairs of neighbouring words
 * @param leastTextsOfPair a pair in fewer texts has no row
 * @param groups buckets of letter groups
 * @param groupWeight what the letter groups of a word weigh together, before division by the root of their number
 * @param steps batches
 * @param batch pairs in a batch
 * @param temperature of the softmax over a batch: cosines are divided by it
 * @param rate highest learning rate
 * @param warmUp steps until the highest rate is reached; from there it falls in a straight line to 0
 * @param pairDropout chance that the row of a pair is left out of a text
 * @param noise chance that a name is mixed with words that stand around such names in advertisements
 * @param seed of everything random
 */
record Settings(
        int dimensions,
        int words,
        int leastTextsOfWord,
        int pairs,
        int leastTextsOfPair,
        int groups,
        float groupWeight,
        int steps,
        int batch,
        float temperature,
        float rate,
        int warmUp,
        double pairDropout,
        double noise,
        long seed) {
    static final Settings DEFAULT =
            new Settings(192, 36_000, 2, 24_000, 3, 24_000, 1f, 1_000, 1_024, 0.09f, 2e-3f, 100, 0.4, 0.2, 1);

    Settings withSeed(long seed) {
        return new Settings(
                dimensions,
                words,
                leastTextsOfWord,
                pairs,
                leastTextsOfPair,
                groups,
                groupWeight,
                steps,
                batch,
                temperature,
                rate,
                warmUp,
                pairDropout,
                noise,
                seed);
    }
}
