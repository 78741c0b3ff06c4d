package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.role.Place;
import dev.rung.skill.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which jobs a credential brings within somebody's reach: the list behind {@link CredentialAdvice#opens}.
 *
 * @param generation of the catalogue
 * @param model of the encoder
 * @param asOf the day for which it holds
 * @param weights the numbers used
 * @param understood what Rung took the profile to say
 * @param credential which
 * @param total how many there are on all pages; an exact count
 * @param next cursor of the next page; none: this is the last
 * @param results by id
 */
public record OpenedJobs(
        String generation,
        String model,
        LocalDate asOf,
        Weights weights,
        Understanding understood,
        Named credential,
        long total,
        Optional<String> next,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<OpenedJob> results) {
    public OpenedJobs {
        results = List.copyOf(results);
    }

    /** A record by its names. */
    public record Named(String id, String title) {}

    /** A requirement that is met only with the credential. */
    public record Through(String skill, String label, Level level) {}

    /**
     * One job.
     *
     * @param score the match with the credential, 0 to 1
     * @param was the match without it
     * @param met essential requirements met with it
     * @param wasMet without it
     * @param of how many there are
     * @param through the essential requirements that it newly meets
     */
    public record OpenedJob(
            String id,
            String title,
            double score,
            double was,
            int met,
            int wasMet,
            int of,
            List<Through> through,
            Optional<String> role,
            Optional<String> organisation,
            Place place,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean remote,
            Optional<LocalDate> validThrough,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean sample) {}
}
