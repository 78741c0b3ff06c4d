package dev.rung.behaviour;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all events together teach: counts over people by credential. Nothing about one person is in here, and nothing is told of a group of
 * fewer than {@value #FEWEST} people.
 *
 * <pre>{@code
 * lessons.next(List.of("sql-basics")).get("dashboards");   // 12 of the 40 who completed sql-basics completed dashboards later
 * lessons.outcomes("sql-basics");                          // 40 of 52 who started completed it
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Lessons {
    /** A group of fewer people than this could point at somebody, so nothing about it is told or used. */
    public static final int FEWEST = 5;
    /** Shares of sequels are shrunk towards none as if so many more completions had followed; chosen on held-out histories. */
    static final double SEQUELS_SHRUNK_BY = 5;
    /** What each credential completed since leaves of an earlier one's say; chosen on held-out histories. */
    static final double HISTORY_DECAY = 0.5;

    /** Of those who start, so many are usually taken to finish, as if fifty had been counted; used until there are credentials to learn from. */
    private static final Shrinkage USUAL_COMPLETION = new Shrinkage(0.6, 50);

    private static final Shrinkage USUAL_HIRING = new Shrinkage(0.2, 50);

    /** Nothing happened yet. */
    public static final Lessons NONE = new Lessons(new TreeMap<>(), "");

    private final SortedMap<String, Counts> counts;
    private final String token;
    private final Shrinkage completion;
    private final Shrinkage hiring;

    Lessons(SortedMap<String, Counts> counts, String token) {
        this.counts = counts;
        this.token = token;
        List<Shrinkage.Sample> completions = new ArrayList<>();
        List<Shrinkage.Sample> hirings = new ArrayList<>();
        for (Counts each : counts.values()) {
            if (each.started() >= FEWEST) completions.add(new Shrinkage.Sample(each.completed(), each.started()));
            if (each.completed() >= FEWEST) hirings.add(new Shrinkage.Sample(each.hired(), each.completed()));
        }
        this.completion = Shrinkage.of(completions, USUAL_COMPLETION);
        this.hiring = Shrinkage.of(hirings, USUAL_HIRING);
    }

    /** Names the events behind this, in whatever order they came; empty if there are none. */
    public String token() {
        return token;
    }

    /** Whether there is nothing to learn from. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The plain counts, by credential: for whoever checks them, not for showing. */
    SortedMap<String, Counts> counts() {
        return counts;
    }

    /** What became of those who started a credential; none if fewer than {@value #FEWEST} did. */
    public Optional<ObservedOutcomes> outcomes(String credential) {
        Counts found = counts.get(credential);
        if (found == null || found.started() < FEWEST) return Optional.empty();
        return Optional.of(new ObservedOutcomes(
                Optional.of(found.viewed()).filter(v -> v >= FEWEST),
                found.started(),
                found.completed(),
                found.hired(),
                ObservedOutcomes.Rate.of(found.completed(), found.started(), completion),
                found.completed() < FEWEST
                        ? Optional.empty()
                        : Optional.of(ObservedOutcomes.Rate.of(found.hired(), found.completed(), hiring))));
    }

    /**
     * What people completed after what this person has completed.
     *
     * <pre>  share(Y) = Σ 0.5^k·after(X, Y) ÷ Σ 0.5^k,    after(X, Y) = Σ people(d)·0.9^d ÷ (Σ over all Y of the same + 5)</pre>
     *
     * where X is the k-th newest credential held and d how many others were completed between X and Y: transition counts that decay with distance and
     * age, the yardstick of {@code benchmarks/next.md}. Y that fewer than {@value #FEWEST} people completed after X are left out of share and sum.
     *
     * @param completed ids of credentials, oldest first; those completed in one moment, or nobody knows when, stand together; one that is
     *     there twice counts where it is newest
     * @return by credential, without those completed
     */
    public SortedMap<String, Following> next(List<? extends Collection<String>> completed) {
        SortedMap<String, Double> parts = new TreeMap<>();
        double all = 0;
        double worth = 1;
        for (Collection<String> together : completed.reversed()) {
            boolean isNew = false;
            for (String credential : together) {
                if (parts.putIfAbsent(credential, worth) != null) continue;
                all += worth;
                isNew = true;
            }
            if (isNew) worth *= HISTORY_DECAY;
        }
        SortedMap<String, Following> next = new TreeMap<>();
        for (Map.Entry<String, Double> part : parts.entrySet()) add(next, part.getKey(), part.getValue() / all);
        completed.forEach(together -> together.forEach(next::remove));
        return next;
    }

    private void add(SortedMap<String, Following> next, String credential, double part) {
        Counts found = counts.get(credential);
        if (found == null) return;
        double mass = SEQUELS_SHRUNK_BY;
        for (Sequel sequel : found.next().values()) {
            if (sequel.total() >= FEWEST) mass += sequel.decayed();
        }
        for (Map.Entry<String, Sequel> entry : found.next().entrySet()) {
            Sequel sequel = entry.getValue();
            if (sequel.total() < FEWEST) continue;
            double share = part * sequel.decayed() / mass;
            next.merge(
                    entry.getKey(),
                    new Following(share, credential, sequel.total(), found.completed(), share),
                    Following::plus);
        }
    }

    /**
     * How often a credential follows.
     *
     * @param share 0 to 1, shrunk and decayed
     * @param after the held credential that says most of this
     * @param people how many people completed this one after that one
     * @param of how many people completed that one
     * @param strongest what that one says of the share
     */
    public record Following(double share, String after, long people, long of, double strongest) {
        private Following plus(Following other) {
            Following first = Comparator.comparingDouble(Following::strongest)
                                    .reversed()
                                    .thenComparing(Following::after)
                                    .compare(this, other)
                            <= 0
                    ? this
                    : other;
            return new Following(share + other.share, first.after, first.people, first.of, first.strongest);
        }
    }
}
