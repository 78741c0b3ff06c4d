package dev.rung.person;

import dev.rung.skill.Check;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Time spent in a role, paid or not.
 *
 * @param role its id, or any of its titles
 * @param months how long
 * @param until the last month in it; none given: still in it
 */
public record Experience(String role, int months, Optional<YearMonth> until) {
    public Experience {
        role = Check.label("role", role);
        Check.range("months", months, 0, 1_200);
        until = Check.optional(until);
    }
}
