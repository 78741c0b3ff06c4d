package dev.rung.evaluation;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.match.Recommender;
import dev.rung.pathway.Pathfinder;
import dev.rung.pathway.Pathway;
import dev.rung.pathway.PathwayRequest;
import dev.rung.pathway.Pathways;
import dev.rung.pathway.Trial;
import dev.rung.person.Constraints;
import dev.rung.person.Experience;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * How good and how quick the planning of pathways is, on whatever catalogue there is: people made of its roles, its credentials, its jobs.
 *
 * <ol>
 *   <li>Small: {@value #SMALL_STEPS} steps over {@value #SMALL} credentials and {@value #SMALL} jobs, chosen by the seed, towards most jobs, against trying every set of credentials.
 *       This is the size at which trying everything is still possible.
 *   <li>Large: the whole catalogue, {@value #LARGE_STEPS} steps, half of the time towards most jobs and half of the time towards another role.
 * </ol>
 */
public final class PathwayEvaluation {
    private static final int SMALL = 100;
    private static final int SMALL_STEPS = 3;
    private static final int LARGE_STEPS = 6;
    private static final int MONTHS = 60;
    private static final int LEAST_ESSENTIALS = 5;
    private static final int WARM_UP = 5;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final Pathfinder pathfinder;
    private final Random random;
    private final List<String> roles = new ArrayList<>();

    /** @param seed decides everything that is chosen by chance */
    public PathwayEvaluation(Recommender recommender, CatalogueView view, long seed) {
        this.pathfinder = new Pathfinder(recommender);
        this.random = new Random(seed);
        view.each(Kind.ROLES, (Role role) -> {
            if (role.requirements().stream().filter(Requirement::isEssential).count() >= LEAST_ESSENTIALS) {
                roles.add(role.id());
            }
        });
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("no role in this catalogue has " + LEAST_ESSENTIALS
                    + " essential requirements, so there is nobody to plan for");
        }
    }

    /**
     * How it went.
     *
     * @param small against trying everything
     * @param large on the whole catalogue
     */
    public record Report(Small small, Large large) {}

    /**
     * Against trying everything.
     *
     * @param instances how many tasks
     * @param withJobs tasks in which some plan opens a job at all
     * @param equal tasks in which the plan is worth what the best one is worth, in every measure
     * @param exact tasks in which it was proven
     * @param sets sets of credentials tried by the exhaustive search, all tasks together
     * @param sequences orders of credentials that there are, all tasks together: what a search that tries every order would try
     * @param plans whose worth the search worked out, all tasks together
     * @param hopes how often it worked out what one more credential can add to a plan, which is about as much work, all tasks together
     * @param fewer how many times fewer plans than sets, in all
     * @param fewerAtLeast in the task with the least difference
     * @param fewerWithHopes how many times fewer plans and hopes together than sets, in all
     * @param exhaustiveMillis processor time of the exhaustive search, all tasks together
     * @param millis processor time of the search, all tasks together
     */
    public record Small(
            int instances,
            int withJobs,
            int equal,
            int exact,
            long sets,
            long sequences,
            long plans,
            long hopes,
            double fewer,
            double fewerAtLeast,
            double fewerWithHopes,
            double exhaustiveMillis,
            double millis) {}

    /**
     * On the whole catalogue.
     *
     * @param instances how many questions
     * @param ways in all their answers
     * @param exact of those, proven best of their kind
     * @param gapMean of those that are not proven, the mean gap to the bound
     * @param gapMost the largest
     * @param usefulMean credentials that helped on the way, on average
     * @param millisMedian processor time of a whole answer
     * @param millisP95 the same, of which 5 in 100 are above
     * @param millisMost the same, the longest
     */
    public record Large(
            int instances,
            int ways,
            int exact,
            double gapMean,
            double gapMost,
            double usefulMean,
            double millisMedian,
            double millisP95,
            double millisMost) {}

    /** Runs both parts.
     *
     * @param progress is told after each instance how many are done, of twice {@code instances}
     */
    public Report run(int instances, IntConsumer progress) {
        Small small = small(instances, progress);
        return new Report(small, large(instances, done -> progress.accept(instances + done)));
    }

    private Small small(int instances, IntConsumer progress) {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            trials.add(pathfinder.trial(question(Target.mostJobs(), SMALL_STEPS), SMALL, SMALL, random.nextLong()));
            progress.accept(i + 1);
        }
        long sets = trials.stream().mapToLong(Trial::sets).sum();
        long sequences = trials.stream()
                .mapToLong(t -> sequences(t.credentials(), SMALL_STEPS))
                .sum();
        long plans = trials.stream().mapToLong(Trial::plans).sum();
        long hopes = trials.stream().mapToLong(Trial::hopes).sum();
        return new Small(
                instances,
                (int) trials.stream().filter(t -> t.best() > 0).count(),
                (int) trials.stream().filter(Trial::same).count(),
                (int) trials.stream().filter(Trial::exact).count(),
                sets,
                sequences,
                plans,
                hopes,
                sets / (double) plans,
                trials.stream()
                        .mapToDouble(t -> t.sets() / (double) t.plans())
                        .min()
                        .orElse(0),
                sets / (double) (plans + hopes),
                trials.stream().mapToLong(Trial::exhaustiveNanos).sum() / 1e6,
                trials.stream().mapToLong(Trial::nanos).sum() / 1e6);
    }

    private static long sequences(int credentials, int steps) {
        long all = 1;
        long layer = 1;
        for (int k = 0; k < Math.min(steps, credentials); k++) {
            layer *= credentials - k;
            all += layer;
        }
        return all;
    }

    private Large large(int instances, IntConsumer progress) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> millis = new ArrayList<>();
        List<Pathway.Search> searches = new ArrayList<>();
        long useful = 0;
        for (int i = -WARM_UP; i < instances; i++) {
            PathwayRequest question = question(i % 2 == 0 ? Target.mostJobs() : Target.role(role()), LARGE_STEPS);
            long before = threads.getCurrentThreadCpuTime();
            Pathways ways = pathfinder.find(question);
            long nanos = threads.getCurrentThreadCpuTime() - before;
            if (i < 0) continue;
            millis.add(nanos / 1e6);
            useful += ways.useful();
            ways.results().forEach(w -> searches.add(w.search()));
            progress.accept(i + 1);
        }
        Collections.sort(millis);
        List<Double> gaps = searches.stream()
                .filter(s -> !s.exact())
                .map(Pathway.Search::gap)
                .toList();
        return new Large(
                instances,
                searches.size(),
                (int) searches.stream().filter(Pathway.Search::exact).count(),
                gaps.stream().mapToDouble(g -> g).average().orElse(0),
                gaps.stream().mapToDouble(g -> g).max().orElse(0),
                useful / (double) instances,
                millis.get(millis.size() / 2),
                millis.get((int) (millis.size() * 0.95)),
                millis.getLast());
    }

    private String role() {
        return roles.get(random.nextInt(roles.size()));
    }

    /** Somebody who has worked in a role of the catalogue for five years and asks for a way. */
    private PathwayRequest question(Target target, int steps) {
        Profile person = new Profile(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new Experience(role(), MONTHS, Optional.empty())),
                Optional.of(target),
                Constraints.NONE);
        return PathwayRequest.about(person).about(person, steps).asOf(DAY);
    }
}
