package dev.rung.credential;

import dev.rung.skill.Check;
import java.util.Optional;

/**
 * A promise that one credential counts towards a larger one, and what the promise rests on.
 *
 * @param award id of the larger credential
 * @param agreement the rule or agreement, named so that a learner can ask for it
 * @param ects credit that is carried over, if stated
 */
public record StackRule(String award, String agreement, Optional<Double> ects) {
    public StackRule {
        award = Check.id("award", award);
        agreement = Check.label("agreement", agreement);
        ects = Check.range("ects", ects, 0, 1_000);
    }
}
