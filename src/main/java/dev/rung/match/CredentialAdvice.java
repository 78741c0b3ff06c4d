package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.behaviour.ObservedOutcomes;
import dev.rung.credential.AssessmentKind;
import dev.rung.credential.Mode;
import dev.rung.credential.Money;
import dev.rung.credential.OutcomeStatistics;
import dev.rung.credential.StackRule;
import java.util.List;
import java.util.Optional;

/**
 * A credential to take next.
 *
 * @param id of the credential
 * @param title of it
 * @param score 0 to about 1; comparable within one answer
 * @param sentence why it is here, in one sentence
 * @param reasons parts of the score
 * @param opens jobs that would come within reach and are not now, within the profile's constraints; an exact count
 * @param opensByRole the roles with most of these jobs, the target role first; jobs of no known role are in none
 * @param opensPerHour of learning, if its hours are stated
 * @param opensPerMoney jobs opened per unit of its cost's currency, if it is stated and not free
 * @param gain what it would add to the match with the target, or with the nearest roles, 0 to 1
 * @param issuer who awards it
 * @param hours of learning, if stated
 * @param weeks it takes at the profile's hours a week, if both are stated
 * @param cost to the learner, if stated
 * @param modes of delivery
 * @param assessment how it tests what it teaches; empty: not known
 * @param eqf level, if stated
 * @param stacksInto larger credentials it counts towards
 * @param obstacles what stands before it: entry conditions not known to be met
 * @param outcomeStatistics what became of those who started, as the issuer states it, with the sample size
 * @param observed the same as this service counted it from events; none: too few, or no events at all
 * @param alternatives near-duplicates of it that rank below it, best first; they take no places of their own
 * @param illustrative invented to show how things look
 * @param changes what would change this, if it was asked for; the smallest changes first
 */
public record CredentialAdvice(
        String id,
        String title,
        double score,
        String sentence,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Reason> reasons,
        long opens,
        List<OfRole> opensByRole,
        Optional<Double> opensPerHour,
        Optional<Double> opensPerMoney,
        double gain,
        String issuer,
        Optional<Double> hours,
        Optional<Integer> weeks,
        Optional<Money> cost,
        List<Mode> modes,
        List<AssessmentKind> assessment,
        Optional<Integer> eqf,
        List<StackRule> stacksInto,
        List<String> obstacles,
        Optional<OutcomeStatistics> outcomeStatistics,
        Optional<ObservedOutcomes> observed,
        List<Alternative> alternatives,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean illustrative,
        List<Change> changes) {
    /** Jobs of one role. */
    public record OfRole(String role, String title, long jobs) {}

    /** The same advice with what would change it. */
    CredentialAdvice with(List<Change> found) {
        return new CredentialAdvice(
                id,
                title,
                score,
                sentence,
                reasons,
                opens,
                opensByRole,
                opensPerHour,
                opensPerMoney,
                gain,
                issuer,
                hours,
                weeks,
                cost,
                modes,
                assessment,
                eqf,
                stacksInto,
                obstacles,
                outcomeStatistics,
                observed,
                alternatives,
                illustrative,
                found);
    }

    /**
     * A credential that would do as well: a near-duplicate by {@link Likeness}.
     *
     * @param id of it
     * @param title of it
     * @param issuer who awards it
     * @param score its own, as if it had a place of its own
     * @param opens jobs that it would bring within reach
     * @param hours of learning, if stated
     * @param cost to the learner, if stated
     * @param modes of delivery
     * @param assessment how it tests what it teaches; empty: not known
     * @param likeness how much it teaches the same, 0 to 1
     * @param illustrative invented to show how things look
     */
    public record Alternative(
            String id,
            String title,
            String issuer,
            double score,
            long opens,
            Optional<Double> hours,
            Optional<Money> cost,
            List<Mode> modes,
            List<AssessmentKind> assessment,
            double likeness,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean illustrative) {}
}
