package dev.rung.credential;

import dev.rung.skill.Check;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How much learning a credential takes.
 *
 * @param hours of learning, all in
 * @param ects European credit points; never converted to or from hours by Rung
 * @param credits credit in other units, each unit at most once
 */
public record Workload(Optional<Double> hours, Optional<Double> ects, List<CreditPoints> credits) {
    public static final Workload UNKNOWN = new Workload(Optional.empty(), Optional.empty(), List.of());

    public Workload {
        hours = Check.range("hours", hours, 0, 100_000);
        ects = Check.range("ects", ects, 0, 1_000);
        credits = CreditPoints.eachUnitOnce(credits);
    }

    /** All credit that is stated, by unit, ECTS among them. */
    public SortedMap<String, Double> creditByUnit() {
        return CreditPoints.byUnit(ects, credits);
    }
}
