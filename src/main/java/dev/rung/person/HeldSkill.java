package dev.rung.person;

import dev.rung.skill.Check;
import dev.rung.skill.Level;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A skill that somebody claims to hold.
 *
 * @param skill its id, an alignment, or any of its names
 * @param level how well; intermediate is taken when none is given
 * @param evidence why; a bare claim when none is given
 * @param lastUsed the last month it was used; none given: no decay
 */
public record HeldSkill(
        String skill, Optional<Level> level, Optional<EvidenceKind> evidence, Optional<YearMonth> lastUsed) {
    public HeldSkill {
        skill = Check.label("skill", skill);
        level = Check.optional(level);
        evidence = Check.optional(evidence);
        lastUsed = Check.optional(lastUsed);
    }

    /** A bare claim: {@code HeldSkill.named("bake pastries")}. */
    public static HeldSkill named(String skill) {
        return new HeldSkill(skill, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
