package dev.rung.pathway;

import dev.rung.person.Constraints;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * On which terms to plan: what the person can spend and accept, how many steps, and when.
 *
 * @param constraints of the profile
 * @param steps at most
 * @param start first day
 * @param finishBy last day, if there is one
 */
record Terms(Constraints constraints, int steps, LocalDate start, Optional<LocalDate> finishBy) {
    private static final int MINUTES = 60;
    private static final int CENTS = 100;
    private static final int DAYS = 7;

    Budget budget() {
        return new Budget(
                steps,
                constraints.maxHours().map(Terms::minutes).orElse(Budget.UNLIMITED),
                constraints.maxCost().map(m -> Math.round(m.amount() * CENTS)).orElse(Budget.UNLIMITED),
                finishBy.map(this::weeks).orElse(Budget.UNLIMITED),
                constraints.hoursPerWeek().map(Terms::minutes).orElse(Budget.UNLIMITED));
    }

    /** Whole weeks from the first to the last day. */
    private long weeks(LocalDate last) {
        return Math.max(0, (ChronoUnit.DAYS.between(start, last) + 1) / DAYS);
    }

    static long minutes(double hours) {
        return Math.round(hours * MINUTES);
    }

    static double hours(long minutes) {
        return minutes / (double) MINUTES;
    }

    /** The same with one limit lifted, for each limit that is set, by its name. */
    Map<String, Terms> lifted() {
        Constraints c = constraints;
        Map<String, Terms> lifted = new LinkedHashMap<>();
        if (c.maxHours().isPresent()) lifted.put("maxHours", with(new Lift("maxHours")));
        if (c.maxCost().isPresent()) lifted.put("maxCost", with(new Lift("maxCost")));
        if (!c.modes().isEmpty()) lifted.put("modes", with(new Lift("modes")));
        if (!c.languages().isEmpty()) lifted.put("languages", with(new Lift("languages")));
        if (c.region().isPresent()) lifted.put("region", with(new Lift("region")));
        if (c.noFormalEntry()) lifted.put("noFormalEntry", with(new Lift("noFormalEntry")));
        if (c.assessedOnly()) lifted.put("assessedOnly", with(new Lift("assessedOnly")));
        if (c.recognisedBy().isPresent()) lifted.put("recognisedBy", with(new Lift("recognisedBy")));
        if (finishBy.isPresent()) lifted.put("finishBy", new Terms(c, steps, start, Optional.empty()));
        if (steps < Budget.MOST_STEPS) lifted.put("steps", new Terms(c, Budget.MOST_STEPS, start, finishBy));
        return lifted;
    }

    private record Lift(String name) {
        <T> T keep(String limit, T value, T none) {
            return limit.equals(name) ? none : value;
        }
    }

    private Terms with(Lift lift) {
        Constraints c = constraints;
        Constraints none = Constraints.NONE;
        return new Terms(
                new Constraints(
                        c.hoursPerWeek(),
                        lift.keep("maxHours", c.maxHours(), none.maxHours()),
                        lift.keep("maxCost", c.maxCost(), none.maxCost()),
                        lift.keep("modes", c.modes(), none.modes()),
                        lift.keep("languages", c.languages(), none.languages()),
                        lift.keep("region", c.region(), none.region()),
                        lift.keep("noFormalEntry", c.noFormalEntry(), false),
                        lift.keep("assessedOnly", c.assessedOnly(), false),
                        lift.keep("recognisedBy", c.recognisedBy(), none.recognisedBy()),
                        c.allowUnknown()),
                steps,
                start,
                finishBy);
    }
}
