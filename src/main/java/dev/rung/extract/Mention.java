package dev.rung.extract;

import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import dev.rung.skill.SkillId;

/**
 * A place in a text that speaks of a skill.
 *
 * @param skill which
 * @param start where the place begins, in {@code char}s from 0
 * @param end where it ends, exclusive
 * @param text what stands there
 * @param confidence how sure that the skill is meant, above 0 up to 1: where sentences were read, the probability that people who label such
 *     sentences would name it; where names alone were looked for, an ordering by judgement
 * @param how what made it a mention
 * @param emphasis how strongly the text asks for it
 */
public record Mention(SkillId skill, int start, int end, String text, double confidence, How how, Emphasis emphasis) {
    public Mention {
        Check.present("skill", skill);
        Check.range("start", start, 0, Integer.MAX_VALUE);
        Check.present("text", text);
        if (end - start != text.length()) throw new InvalidField("end", "must be start plus the length of text");
        Check.range("confidence", confidence, 0, 1);
        Check.present("how", how);
        Check.present("emphasis", emphasis);
    }
}
