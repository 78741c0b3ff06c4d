package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A role that fits.
 *
 * @param id of the role
 * @param title of it
 * @param score the match, 0 to 1
 * @param sentence why it is here, in one sentence
 * @param reasons parts of the score
 * @param missing what is not fully answered, and what answering it would add
 * @param lacks what the role lacks for the person: what they hold or wish for and it does not use
 * @param met how many essential requirements are met
 * @param of how many there are
 * @param jobs postings of this role within the profile's constraints
 * @param group ISCO-08 group
 * @param bridge the way over into it, if it was asked for
 * @param changes what would change this, if it was asked for; the smallest changes first
 */
public record RoleAdvice(
        String id,
        String title,
        double score,
        String sentence,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Reason> reasons,
        List<Missing> missing,
        List<Unused> lacks,
        int met,
        int of,
        long jobs,
        Optional<String> group,
        Optional<Bridge> bridge,
        List<Change> changes) {
    /** The same advice with what would change it. */
    RoleAdvice with(List<Change> found) {
        return new RoleAdvice(id, title, score, sentence, reasons, missing, lacks, met, of, jobs, group, bridge, found);
    }
}
