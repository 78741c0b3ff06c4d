package dev.rung.evaluation;

import dev.rung.evaluation.GoldenCase.Way;
import dev.rung.pathway.Pathway;
import dev.rung.pathway.Pathways;
import dev.rung.person.Constraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether ways ahead are what a sensible adviser would say: order, cost, stacks and constraints. */
final class GoldenWays {
    private static final double ROUNDING = 1e-6;

    private final Constraints limits;
    private final List<Pathway> ways;

    GoldenWays(Constraints limits, Pathways answer) {
        this.limits = limits;
        this.ways = answer.results();
    }

    /** What is wrong with the answer, whatever was expected. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (Pathway way : ways) {
            Pathway.Totals totals = way.totals();
            limits.maxHours()
                    .filter(most -> totals.hours() > most + ROUNDING)
                    .ifPresent(most -> broken.add(steps(way) + " takes " + totals.hours() + " hours of " + most));
            limits.maxCost()
                    .filter(most -> totals.cost().amount() > most.amount() + ROUNDING)
                    .ifPresent(most -> broken.add(steps(way) + " costs " + totals.cost() + " of " + most));
            for (Pathway.Step step : way.steps()) {
                boolean fits = limits.modes().isEmpty() || step.modes().stream().anyMatch(limits.modes()::contains);
                if (!fits) broken.add(step.id() + " is not taught as wanted");
            }
        }
        return broken;
    }

    /** The way that is as expected, or what is missing. */
    Optional<String> failure(Way expected) {
        List<Pathway> ordered =
                ways.stream().filter(w -> found(w, expected).isPresent()).toList();
        if (ordered.isEmpty()) {
            return Optional.of("no way has " + expected.order() + " in this order; there are "
                    + ways.stream().map(GoldenWays::steps).collect(Collectors.joining("; ")));
        }
        if (ordered.stream().anyMatch(w -> holds(w, expected))) return Optional.empty();
        return Optional.of(steps(ordered.getFirst()) + " is there, but is not all that is expected: " + expected);
    }

    String found(Way expected) {
        return ways.stream()
                .filter(w -> found(w, expected).isPresent() && holds(w, expected))
                .findFirst()
                .map(w -> String.join(" and ", w.kinds()) + " is " + steps(w))
                .orElseThrow();
    }

    /** The steps that stand for those expected, in order. */
    private static Optional<List<Pathway.Step>> found(Pathway way, Way expected) {
        List<Pathway.Step> found = new ArrayList<>();
        for (Pathway.Step step : way.steps()) {
            if (found.size() < expected.order().size()
                    && expected.order().get(found.size()).contains(step.id())) found.add(step);
        }
        return found.size() == expected.order().size() ? Optional.of(found) : Optional.empty();
    }

    private static boolean holds(Pathway way, Way expected) {
        boolean reached = !expected.reached()
                || way.progress().map(Pathway.Progress::reached).orElse(false);
        return reached
                && expected.maxCost().stream()
                        .allMatch(most -> way.totals().cost().amount() <= most + ROUNDING)
                && expected.maxHours().stream().allMatch(most -> way.totals().hours() <= most + ROUNDING)
                && expected.opens().stream().allMatch(least -> way.totals().opens() >= least)
                && expected.award().stream().allMatch(award -> stacks(way, expected, award));
    }

    private static boolean stacks(Pathway way, Way expected, String award) {
        return found(way, expected).orElseThrow().stream()
                .filter(s -> !s.id().equals(award))
                .allMatch(s -> s.countsTowards().stream()
                        .anyMatch(c -> c.award().equals(award) && !c.agreement().isBlank()));
    }

    private static String steps(Pathway way) {
        return way.steps().stream().map(Pathway.Step::id).collect(Collectors.joining(" > "));
    }
}
