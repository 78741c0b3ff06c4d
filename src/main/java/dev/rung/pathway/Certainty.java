package dev.rung.pathway;

import dev.rung.pathway.Alternatives.Way;
import dev.rung.pathway.PlanSearch.Found;

/** Says how sure it is that a way is the best, in the measure that people know. */
final class Certainty {
    private static final double WHOLE = 1_000_000;
    private static final double CENTS = 100;
    private static final double MINUTES = 60;

    private Certainty() {}

    /** In the first measure in which worth and bound differ; if the way is proven best, in the first of all. */
    static Pathway.Search of(Way way, Groundwork ground) {
        Found found = way.found();
        int at = 0;
        if (!found.isExact()) while (found.worth().get(at).equals(found.bound().get(at))) at++;
        Measure measure = way.aim().measures().get(at);
        double value = shown(measure, found.worth().get(at), ground);
        double bound = shown(measure, found.bound().get(at), ground);
        double larger = Math.max(Math.abs(value), Math.abs(bound));
        return new Pathway.Search(
                found.isExact(),
                found.evaluated(),
                name(measure),
                value,
                bound,
                larger == 0 ? 0 : Math.abs(bound - value) / larger);
    }

    private static String name(Measure measure) {
        return switch (measure) {
            case REQUIREMENTS -> "requirements";
            case AWARD -> "award";
            case CREDIT -> "credit";
            case JOBS -> "jobs";
            case COST -> "cost";
            case TIME -> "hours";
            case STEPS -> "steps";
        };
    }

    private static double shown(Measure measure, long place, Groundwork ground) {
        return switch (measure) {
            case REQUIREMENTS -> ground.metEssentials() + place;
            case AWARD, CREDIT -> place / WHOLE;
            case JOBS -> place;
            // Unknown hours and costs are worse than any; what is shown is the known part.
            case COST -> Effort.known(-place) / CENTS;
            case TIME -> Effort.known(-place) / MINUTES;
            case STEPS -> -place;
        };
    }
}
