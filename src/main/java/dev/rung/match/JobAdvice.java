package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.role.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A job that fits.
 *
 * @param id of the job
 * @param title of it
 * @param score the match, 0 to 1
 * @param sentence why it is here, in one sentence
 * @param reasons parts of the score
 * @param missing what is not fully answered, and what answering it would add
 * @param lacks what the job lacks for the person: what they hold or wish for and it does not use
 * @param met how many essential requirements are met
 * @param of how many there are
 * @param reachable whether that is enough for it to count as within reach
 * @param changes what would change this, if it was asked for; the smallest changes first
 */
public record JobAdvice(
        String id,
        String title,
        double score,
        String sentence,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Reason> reasons,
        List<Missing> missing,
        List<Unused> lacks,
        int met,
        int of,
        boolean reachable,
        Optional<String> role,
        Optional<String> organisation,
        Place place,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean remote,
        Optional<LocalDate> validThrough,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean sample,
        List<Change> changes) {
    /** The same advice with what would change it. */
    JobAdvice with(List<Change> found) {
        return new JobAdvice(
                id,
                title,
                score,
                sentence,
                reasons,
                missing,
                lacks,
                met,
                of,
                reachable,
                role,
                organisation,
                place,
                remote,
                validThrough,
                sample,
                found);
    }
}
