package dev.rung.credential;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.util.Optional;

/**
 * What became of those who started: always with the number of people behind the figure (R20).
 *
 * @param started how many people
 * @param completed how many of those who started finished
 * @param employed how many of those who finished were in work at the follow-up that the note describes
 * @param note who counted, when and how
 */
public record OutcomeStatistics(
        long started, Optional<Long> completed, Optional<Long> employed, Optional<String> note) {
    public OutcomeStatistics {
        Check.range("started", started, 1, 1e9);
        completed = Check.range("completed", completed, 0, started);
        employed = Check.range("employed", employed, 0, completed.orElse(started));
        note = Check.text("note", note);
        if (completed.isEmpty() && employed.isEmpty()) throw new InvalidField("completed", "or employed is required");
    }

    /** As read from JSON, where the number of people must be given. */
    @JsonCreator
    public static OutcomeStatistics of(
            Optional<Long> started, Optional<Long> completed, Optional<Long> employed, Optional<String> note) {
        return new OutcomeStatistics(Check.given("started", started), completed, employed, note);
    }
}
