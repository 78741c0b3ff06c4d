package dev.rung.pathway;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Reach;
import dev.rung.match.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which roles come within reach on the way, by the rule that holds for jobs. Made for one answer. */
final class Exits {
    private static final int SHOWN = 5;

    private final Standing standing;
    /** Roles that are not within reach now and would be with all steps together. */
    private final List<Open> open = new ArrayList<>();

    private record Open(Shelf.Asking role, int missing, List<Need> needs) {}

    /** Roles that came within reach by one step, before anything is known of their jobs. */
    record Passed(List<Shelf.Asking> roles) {}

    Exits(Groundwork ground, Shelf shelf, Set<String> steps) {
        this.standing = ground.standing();
        Set<Need> hoped = new HashSet<>();
        for (String step : steps) hoped.addAll(ground.lesson(step).meets());
        for (Shelf.Asking role : shelf.roles()) {
            int met = 0;
            List<Need> needs = new ArrayList<>();
            for (Need need : role.essentials()) {
                if (ground.met().contains(need)) met++;
                else if (hoped.contains(need)) needs.add(need);
            }
            int missing =
                    Reach.needed(role.essentials().size(), standing.weights().reach()) - met;
            if (missing > 0 && needs.size() >= missing) open.add(new Open(role, missing, needs));
        }
    }

    /** The roles that are within reach after a step and were not before it.
     *
     * @param before needs newly met by the steps before
     * @param after and with the step
     */
    Passed between(Set<Need> before, Set<Need> after) {
        List<Shelf.Asking> passed = new ArrayList<>();
        for (Open each : open) if (!isOpen(each, before) && isOpen(each, after)) passed.add(each.role);
        return new Passed(passed);
    }

    private static boolean isOpen(Open role, Set<Need> met) {
        int count = 0;
        for (Need need : role.needs) if (met.contains(need)) count++;
        return count >= role.missing;
    }

    /** The numbers of jobs of all these roles, counted in one pass. */
    Map<String, Long> jobs(List<Passed> all) {
        Set<String> ids = new TreeSet<>();
        all.forEach(p -> p.roles.forEach(r -> ids.add(r.id())));
        if (ids.isEmpty()) return Map.of();
        return standing.view().facet(Kind.JOBS, "role", standing.jobs().and(Filter.in("role", ids)), ids.size());
    }

    static Pathway.Exits shown(Passed passed, Map<String, Long> jobs) {
        return new Pathway.Exits(
                passed.roles.size(),
                passed.roles.stream()
                        .map(r -> new Pathway.Exits.Role(r.id(), r.title(), jobs.getOrDefault(r.id(), 0L)))
                        .sorted(Comparator.comparing(Pathway.Exits.Role::jobs)
                                .reversed()
                                .thenComparing(Pathway.Exits.Role::id))
                        .limit(SHOWN)
                        .toList());
    }
}
