package dev.rung.credential;

import dev.rung.skill.Check;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.List;
import java.util.Optional;

/**
 * What one must bring before starting.
 *
 * @param formal whether a school or university qualification is demanded, if known
 * @param credentials ids of credentials that must be held first
 * @param skills skills wanted first
 * @param note anything else, in words
 */
public record EntryConditions(
        Optional<Boolean> formal, List<String> credentials, List<Wanted> skills, Optional<String> note) {
    public static final EntryConditions UNKNOWN =
            new EntryConditions(Optional.empty(), List.of(), List.of(), Optional.empty());

    public EntryConditions {
        formal = Check.optional(formal);
        credentials = Check.distinct("credentials", credentials, c -> c);
        skills = Check.distinct("skills", skills, Wanted::skill);
        note = Check.text("note", note);
    }

    /** A skill wanted before starting, and how well; any level will do when none is given. */
    public record Wanted(SkillId skill, Optional<Level> level) {
        public Wanted {
            Check.present("skill", skill);
            level = Check.optional(level);
        }
    }
}
