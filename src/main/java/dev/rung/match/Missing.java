package dev.rung.match;

import dev.rung.role.Importance;
import dev.rung.skill.Level;

/**
 * A requirement that is not fully answered, and what answering it would do: the computed “what would change this”.
 *
 * @param skill id of the skill that is asked for
 * @param label its name
 * @param level at least this level
 * @param importance essential or optional
 * @param strength how strongly it is answered now, 0 to 1
 * @param wouldAdd to the score, if it were answered fully
 * @param change the smallest change that would help, in words
 */
public record Missing(
        String skill,
        String label,
        Level level,
        Importance importance,
        double strength,
        double wouldAdd,
        String change) {}
