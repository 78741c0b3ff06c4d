package dev.rung.credential;

import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.Optional;

/**
 * One thing the holder of a credential can do: a skill at a level, a sentence, or both.
 *
 * @param skill the skill, if known; otherwise it is found in the text
 * @param level the level reached
 * @param text the learning outcome as the issuer words it
 * @param confidence how sure it is that the text means this skill, 0 to 1; none: the skill was declared
 */
public record Outcome(
        Optional<SkillId> skill, Optional<Level> level, Optional<String> text, Optional<Double> confidence) {
    public Outcome {
        skill = Check.optional(skill);
        level = Check.optional(level);
        text = Check.text("text", text);
        confidence = Check.range("confidence", confidence, 0, 1);
        if (skill.isEmpty() && text.isEmpty()) throw new InvalidField("skill", "or text is required");
    }
}
