package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.credential.AssessmentKind;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Verdict;
import dev.rung.skill.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A candidate who answers what is asked.
 *
 * @param id of the candidate
 * @param title their name, or the id
 * @param score the match, 0 to 1
 * @param sentence why they are here, in one sentence
 * @param reasons parts of the score
 * @param evidence one chain a reason, in the same order
 * @param missing what is not fully answered
 * @param met how many essential requirements are met
 * @param of how many there are
 * @param fictitious an invented person
 */
public record CandidateAdvice(
        String id,
        String title,
        double score,
        String sentence,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Reason> reasons,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Chain> evidence,
        List<Missing> missing,
        int met,
        int of,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean fictitious) {
    /**
     * From a skill to its proof (R4). Where there is no credential, the chain ends at the claim.
     *
     * @param skill id of the held skill
     * @param level how well
     * @param kind of evidence
     * @param source in words
     * @param credential id or title of the credential behind it
     * @param issuer who awarded it
     * @param assessment how it was tested
     * @param verdict what a check found; none: nothing was checked
     * @param awardedOn the day of the award
     */
    public record Chain(
            String skill,
            Level level,
            EvidenceKind kind,
            String source,
            Optional<String> credential,
            Optional<String> issuer,
            List<AssessmentKind> assessment,
            Optional<Verdict> verdict,
            Optional<LocalDate> awardedOn) {}
}
