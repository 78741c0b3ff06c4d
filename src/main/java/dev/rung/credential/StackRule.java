package dev.rung.credential;

import dev.rung.skill.Check;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A promise that one credential counts towards a larger one, and what the promise rests on.
 *
 * @param award id of the larger credential
 * @param agreement the rule or agreement, named so that a learner can ask for it
 * @param ects credit that is carried over, if stated
 * @param credits credit that is carried over in other units, each unit at most once. An agreement that states the award's own unit states a conversion thereby; Rung makes none
 */
public record StackRule(String award, String agreement, Optional<Double> ects, List<CreditPoints> credits) {
    public StackRule {
        award = Check.id("award", award);
        agreement = Check.label("agreement", agreement);
        ects = Check.range("ects", ects, 0, 1_000);
        credits = CreditPoints.eachUnitOnce(credits);
    }

    /** All credit that is carried over, by unit, ECTS among them. */
    public SortedMap<String, Double> creditByUnit() {
        return CreditPoints.byUnit(ects, credits);
    }
}
