package dev.rung.behaviour;

import java.util.Arrays;
import java.util.List;

/**
 * How many people completed a second credential after a first one, by how many others they completed in between.
 *
 * @param people how many with none in between, with one, … up to {@value #REACH} − 1
 */
public record Sequel(List<Long> people) {
    /** How far apart two credentials may stand in a history to be counted as one leading to the other. */
    public static final int REACH = 8;
    /** What a step in between leaves of a count; chosen on held-out histories, see {@code benchmarks/next.md}. */
    public static final double DECAY = 0.9;

    public Sequel {
        people = List.copyOf(people);
    }

    static Sequel of(long[] people) {
        return new Sequel(Arrays.stream(people).boxed().toList());
    }

    /** How many people in all. */
    public long total() {
        return people.stream().mapToLong(Long::longValue).sum();
    }

    /** {@code Σ people(d) · 0.9^d}. */
    double decayed() {
        double sum = 0;
        double worth = 1;
        for (long count : people) {
            sum += worth * count;
            worth *= DECAY;
        }
        return sum;
    }
}
