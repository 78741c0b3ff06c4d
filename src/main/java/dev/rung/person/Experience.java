package dev.rung.person;

import com.fasterxml.jackson.annotation.JsonCreator;
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

    /** As read from JSON, where the months must be given. */
    @JsonCreator
    public static Experience of(String role, Optional<Integer> months, Optional<YearMonth> until) {
        return new Experience(role, Check.given("months", months), until);
    }
}
