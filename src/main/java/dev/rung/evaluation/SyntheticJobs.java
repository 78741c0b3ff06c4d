package dev.rung.evaluation;

import dev.rung.role.Importance;
import dev.rung.role.Job;
import dev.rung.role.Place;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Made-up postings for load tests, marked as samples. Each is an instance of a role: most of its essential requirements, some of its optional
 * ones. Roles are drawn by Zipf's law, as real demand is: the second most frequent half as often as the first, and so on.
 *
 * <p>The same roles, number and seed give the same postings.
 */
public final class SyntheticJobs {
    private static final List<String> REGIONS = List.of(
            "DE-BY", "DE-BE", "DE-MV", "AT-9", "ES-MD", "ES-EX", "FR-IDF", "NL-NH", "IE-D", "GB-LND", "PL-MZ", "US-NJ");
    private static final double ESSENTIAL_KEPT = 0.7;
    private static final double OPTIONAL_KEPT = 0.15;
    private static final double REMOTE = 0.15;
    private static final double OTHER_LEVEL = 0.2;
    /** Most requirements of one posting; ESCO occupations have up to a few hundred. */
    private static final int MOST = 20;

    private final List<Role> roles;
    private final double[] cumulative;
    private final long seed;

    /**
     * @param roles to draw from; those without requirements are left out
     * @param seed of all chance
     * @throws IllegalArgumentException if no role has requirements
     */
    public SyntheticJobs(List<Role> roles, long seed) {
        this.roles = roles.stream()
                .filter(r -> !r.requirements().isEmpty())
                .sorted(Comparator.comparing(Role::id))
                .toList();
        if (this.roles.isEmpty()) throw new IllegalArgumentException("there is no role with requirements to draw from");
        this.seed = seed;
        this.cumulative = zipf(this.roles.size());
    }

    /** The postings, made as they are asked for. */
    public Stream<Job> stream(long count) {
        return LongStream.range(0, count).mapToObj(this::job);
    }

    private Job job(long n) {
        SplittableRandom chance = new SplittableRandom(seed * 1_000_003 + n);
        // The roles stand in order of id, so a rank is spread over them by a fixed step that shares no factor with most
        // sizes.
        int rank = rank(chance.nextDouble());
        Role role = roles.get((int) ((rank * 7919L) % roles.size()));
        List<Requirement> kept = new ArrayList<>();
        for (Requirement requirement : role.requirements()) {
            double share = requirement.isEssential() ? ESSENTIAL_KEPT : OPTIONAL_KEPT;
            if (kept.size() < MOST && chance.nextDouble() < share) kept.add(varied(requirement, chance));
        }
        if (kept.isEmpty()) kept.add(role.requirements().getFirst());
        String region = REGIONS.get(chance.nextInt(REGIONS.size()));
        return new Job(
                "synthetic-" + seed + "-" + n,
                role.title(),
                Optional.of(role.id()),
                Optional.of("Synthetic employer " + chance.nextInt(5_000)),
                Optional.empty(),
                kept,
                new Place(Optional.of(region.substring(0, 2)), Optional.of(region), Optional.empty()),
                chance.nextDouble() < REMOTE,
                Optional.of("en"),
                Optional.of(LocalDate.of(2030, 1, 1).plusDays(chance.nextInt(700))),
                true);
    }

    private static Requirement varied(Requirement requirement, SplittableRandom chance) {
        Level level = requirement.level();
        if (chance.nextDouble() < OTHER_LEVEL) level = Level.values()[chance.nextInt(Level.values().length)];
        Importance importance = requirement.importance();
        return new Requirement(requirement.skill(), importance, level, requirement.weight());
    }

    private int rank(double chance) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] < chance) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static double[] zipf(int size) {
        double[] cumulative = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) cumulative[i] = sum += 1.0 / (i + 1);
        for (int i = 0; i < size; i++) cumulative[i] /= sum;
        return cumulative;
    }
}
