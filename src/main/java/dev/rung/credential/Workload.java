package dev.rung.credential;

import dev.rung.skill.Check;
import java.util.Optional;

/**
 * How much learning a credential takes.
 *
 * @param hours of learning, all in
 * @param ects European credit points; never converted to or from hours by Rung
 */
public record Workload(Optional<Double> hours, Optional<Double> ects) {
    public static final Workload UNKNOWN = new Workload(Optional.empty(), Optional.empty());

    public Workload {
        hours = Check.range("hours", hours, 0, 100_000);
        ects = Check.range("ects", ects, 0, 1_000);
    }
}
