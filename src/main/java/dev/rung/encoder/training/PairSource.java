package dev.rung.encoder.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pairs of texts that mean much the same, of one kind: an alternative label and its preferred one, a task and the title of the
 * job it is done in, …
 */
final class PairSource {
    /** What stands around the left text in the wild, and so may be mixed into it. */
    enum Noise {
        NONE,
        SENTENCE,
        TITLE
    }

    /**
     * @param concept names what both texts stand for: pairs of one concept do not count against each other in a batch
     */
    record Pair(int left, int right, int concept) {}

    final String name;
    final double weight;
    final Noise noise;
    private final List<Pair> pairs = new ArrayList<>();
    /** Where not empty, the right text is drawn anew from the texts of the same concept. */
    private final List<int[]> others = new ArrayList<>();

    private PairSource(String name, double weight, Noise noise) {
        this.name = name;
        this.weight = weight;
        this.noise = noise;
    }

    static PairSource of(String name, double weight, Noise noise) {
        return new PairSource(name, weight, noise);
    }

    /** Adds a pair, unless one of its texts is held out or both are the same. */
    void add(int left, int right, int concept) {
        if (left != Texts.NONE && right != Texts.NONE && left != right) {
            pairs.add(new Pair(left, right, concept));
            others.add(new int[0]);
        }
    }

    /** Adds every text of a concept as the left of pairs whose right is any other text of it. */
    void addAmong(List<Integer> texts, int concept) {
        int[] all = texts.stream()
                .filter(t -> t != Texts.NONE)
                .distinct()
                .mapToInt(Integer::intValue)
                .toArray();
        if (all.length < 2) return;
        for (int text : all) {
            pairs.add(new Pair(text, text, concept));
            others.add(all);
        }
    }

    int size() {
        return pairs.size();
    }

    Pair draw(SplittableRandom random) {
        int i = random.nextInt(pairs.size());
        Pair pair = pairs.get(i);
        int[] among = others.get(i);
        if (among.length == 0) return pair;
        int right = pair.left();
        while (right == pair.left()) right = among[random.nextInt(among.length)];
        return new Pair(pair.left(), right, pair.concept());
    }
}
