package dev.rung.catalogue;

import dev.rung.role.Job;
import dev.rung.skill.Check;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What some jobs lack to come within reach: any {@code missing} of these needs.
 *
 * @param missing how many of the needs must be met, at least 1 and at most all of them
 * @param needs which may be, in order
 * @param jobs how many jobs lack just that
 */
public record Lack(int missing, List<Need> needs, long jobs) implements Comparable<Lack> {
    /** How many jobs are looked at together where they are looked at one by one. */
    static final int PAGE = 1_000;

    private static final Comparator<Lack> ORDER = Comparator.comparing(Lack::needs, Lack::compare)
            .thenComparing(Lack::missing)
            .thenComparing(Lack::jobs);

    public Lack {
        needs = List.copyOf(needs);
        Check.range("missing", missing, 1, needs.size());
        Check.range("jobs", jobs, 1, Long.MAX_VALUE);
    }

    /** What one job lacks; nothing if it is within reach already, or would not be with all that is hoped for. */
    public static Optional<Lack> of(Job job, Set<Need> met, double threshold, Set<Need> hoped) {
        Set<Need> essentials = Reach.essentials(job);
        int answered = (int) essentials.stream().filter(met::contains).count();
        int missing = Reach.needed(essentials.size(), threshold) - answered;
        List<Need> open = essentials.stream()
                .filter(n -> !met.contains(n) && hoped.contains(n))
                .sorted()
                .toList();
        return missing <= 0 || open.size() < missing ? Optional.empty() : Optional.of(new Lack(missing, open, 1));
    }

    /** The same, lacked by so many jobs. */
    public Lack of(long count) {
        return new Lack(missing, needs, count);
    }

    @Override
    public int compareTo(Lack other) {
        return ORDER.compare(this, other);
    }

    private static int compare(List<Need> a, List<Need> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int byNeed = a.get(i).compareTo(b.get(i));
            if (byNeed != 0) return byNeed;
        }
        return Integer.compare(a.size(), b.size());
    }
}
