package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.credential.AssessmentKind;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Verdict;
import dev.rung.skill.Level;
import java.time.LocalDate;
import java.time.YearMonth;
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
 * @param lacks what the role or job lacks for them; never part of the score
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
        List<Lack> lacks,
        int met,
        int of,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean fictitious) {
    /**
     * From a skill to its proof (R4). Where there is no credential, the chain ends at the claim.
     *
     * @param skill id of the held skill
     * @param label its name
     * @param level how well
     * @param kind of evidence
     * @param source in words
     * @param credential id or title of the credential behind it
     * @param title the name of that credential
     * @param issuer who awarded it
     * @param assessment how it was tested
     * @param verdict what a check found, and when; none: nothing was checked
     * @param registries that know the issuer, as the check found
     * @param awardedOn the day of the award
     * @param lastUsed the month from which the evidence ages, where there is no award
     */
    public record Chain(
            String skill,
            String label,
            Level level,
            EvidenceKind kind,
            String source,
            Optional<String> credential,
            Optional<String> title,
            Optional<String> issuer,
            List<AssessmentKind> assessment,
            Optional<Verdict> verdict,
            List<String> registries,
            Optional<LocalDate> awardedOn,
            Optional<YearMonth> lastUsed) {}

    /**
     * Something that the role or job does not have for the person (R22).
     *
     * @param kind {@code place}, {@code language}, {@code target}: they are after another role; {@code wish}: a skill they would like to use;
     *     {@code strength}: a skill they hold well that it does not ask for
     * @param text the same in words
     * @param skill id of the skill, for a wish or a strength
     * @param label its name
     * @param strength how strongly they hold it, 0 to 1, for a strength
     */
    public record Lack(
            String kind, String text, Optional<String> skill, Optional<String> label, Optional<Double> strength) {}
}
