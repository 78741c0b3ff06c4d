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
 * @param met how many essential requirements are met
 * @param of how many there are
 * @param jobs postings of this role within the profile's constraints
 * @param group ISCO-08 group
 */
public record RoleAdvice(
        String id,
        String title,
        double score,
        String sentence,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Reason> reasons,
        List<Missing> missing,
        int met,
        int of,
        long jobs,
        Optional<String> group) {}
