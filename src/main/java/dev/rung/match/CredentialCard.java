package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.credential.AssessmentKind;
import dev.rung.credential.Credential;
import dev.rung.credential.CreditPoints;
import dev.rung.skill.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a credential is worth, on one card (R10): its record, the same in words with what is not known said plainly, and what the catalogue knows about
 * it. Nothing on it promises employment.
 *
 * @param generation of the catalogue
 * @param model of the encoder
 * @param asOf the day for which the counts hold
 * @param credential the record, as it was written
 * @param sentence the card in one sentence
 * @param facts one line for each thing that one would ask, always in the same order
 * @param assessment the ways in which it tests what it teaches, and what each means as evidence
 * @param teaches what it teaches
 * @param frameworks where it stands in frameworks, and where its skills do
 * @param stacksInto larger credentials it counts towards, by which agreement
 * @param takesIn credentials that count towards it, ordered by id
 * @param opens who asks for what it teaches
 * @param strength what a copy of it is worth as evidence
 * @param outcomes what became of those who started, if that is stated
 * @param similar the credentials most like it
 * @param you what it would do for the person who asks, if there is one
 */
public record CredentialCard(
        String generation,
        String model,
        LocalDate asOf,
        Credential credential,
        String sentence,
        List<Fact> facts,
        List<Meaning> assessment,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Topic> teaches,
        List<Place> frameworks,
        List<Stack> stacksInto,
        List<Stack> takesIn,
        Opens opens,
        StrengthOfEvidence strength,
        Optional<Outcomes> outcomes,
        List<SimilarCredentials.Similar> similar,
        Optional<ForYou> you) {

    /**
     * One line of the card.
     *
     * @param key {@code level, credit, hours, cost, delivery, assessment, issuer, recognition, frameworks, stacks, entry, validity, opens, outcomes} or
     *     {@code evidence}
     * @param label the question in a word
     * @param known whether anything is stated
     * @param text the answer; where nothing is stated, just that
     */
    public record Fact(String key, String label, boolean known, String text) {}

    /**
     * What a way of testing means as evidence.
     *
     * @param kind of assessment
     * @param means in words
     * @param factor by which it counts, 0 to 1
     */
    public record Meaning(AssessmentKind kind, String means, double factor) {}

    /**
     * One thing it teaches.
     *
     * @param skill id of the skill, if the outcome was understood
     * @param label its name
     * @param level that is reached
     * @param text as the issuer words it
     * @param confidence that the text means this skill; none: it was declared
     * @param roles that ask for this skill; exact
     * @param jobs open on the day that ask for it; exact
     */
    public record Topic(
            Optional<String> skill,
            Optional<String> label,
            Level level,
            Optional<String> text,
            Optional<Double> confidence,
            Optional<Long> roles,
            Optional<Long> jobs) {}

    /**
     * A place in a framework.
     *
     * @param framework {@code EQF}, {@code national}, {@code ECTS}, {@code ESCO}, or that of an alignment
     * @param value there
     * @param skill the skill that has it, if it is not the credential itself
     */
    public record Place(String framework, String value, Optional<String> skill) {}

    /**
     * That one credential counts towards another.
     *
     * @param credential id of the other
     * @param title of the other, if the catalogue has it
     * @param agreement by which it counts
     * @param ects credit that is carried over
     * @param credits credit that is carried over in other units
     */
    public record Stack(
            String credential,
            Optional<String> title,
            String agreement,
            Optional<Double> ects,
            List<CreditPoints> credits) {
        public Stack {
            credits = List.copyOf(credits);
        }
    }

    /**
     * Who asks for what it teaches. All counts are exact.
     *
     * @param roles that ask for at least one of its skills
     * @param ofRoles how many roles there are
     * @param jobs open on the day that ask for at least one of its skills
     * @param ofJobs how many jobs are open on the day
     * @param alone jobs within reach of somebody who holds nothing but this credential
     * @param nearest the roles that it answers most of, best first
     */
    public record Opens(
            long roles,
            long ofRoles,
            long jobs,
            long ofJobs,
            long alone,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Near> nearest) {}

    /**
     * A role, and how much of what it asks the credential alone answers.
     *
     * @param id of the role
     * @param title of it
     * @param share 0 to 1
     */
    public record Near(String id, String title, double share) {}

    /**
     * What a copy of it counts as evidence for a skill that it teaches, from 0 to 1, by the default {@link Weights}; the same skill, fresh, at the level taught.
     *
     * @param verified a copy whose check holds
     * @param unverified a copy that nobody checked
     * @param expired a copy that has run out
     * @param trust how well the credential proves what it teaches, 0 to 1
     * @param reasons the parts of that trust, which sum to it; also those that are missing, with nothing
     */
    public record StrengthOfEvidence(
            double verified, double unverified, double expired, double trust, List<Reason> reasons) {}

    /**
     * What became of those who started.
     *
     * @param started how many people
     * @param completed of those who started
     * @param employed of those who finished; in work at the follow-up that the note describes
     * @param note who counted, when and how
     * @param caution why the figures say little, if they do
     */
    public record Outcomes(
            long started,
            Optional<Share> completed,
            Optional<Share> employed,
            Optional<String> note,
            Optional<String> caution) {}

    /**
     * A share with its sample size.
     *
     * @param of how many people
     * @param count how many of them
     * @param share count ÷ of
     * @param low end of the 95 % interval for the share, by Wilson's score method (1927)
     * @param high end of it
     */
    public record Share(long of, long count, double share, double low, double high) {
        private static final double Z = 1.959964;

        /** The share of a count; {@code of} above 0, {@code count} from 0 to it. */
        public static Share of(long count, long of) {
            double p = (double) count / of;
            double z2 = Z * Z;
            double middle = (p + z2 / (2 * of)) / (1 + z2 / of);
            double half = Z / (1 + z2 / of) * Math.sqrt(p * (1 - p) / of + z2 / (4.0 * of * of));
            return new Share(
                    of, count, rounded(p), rounded(Math.max(0, middle - half)), rounded(Math.min(1, middle + half)));
        }

        private static double rounded(double share) {
            return Math.round(share * 10_000) / 10_000.0;
        }
    }

    /**
     * What it would do for one person.
     *
     * @param held whether they hold it already
     * @param reachableNow jobs within their reach now, within their limits
     * @param opens jobs that would come within reach on top; exact
     * @param weeks it takes at their hours a week, if both are stated
     * @param adds the skills that they would hold better, most gained first
     * @param obstacles what stands before it
     * @param understood what their profile was taken to say
     */
    public record ForYou(
            boolean held,
            long reachableNow,
            long opens,
            Optional<Integer> weeks,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Added> adds,
            List<String> obstacles,
            Understanding understood) {}

    /**
     * A skill that would be held better.
     *
     * @param skill id of it
     * @param label its name
     * @param level at which it is compared: the one that is taught
     * @param before how strongly it is held now, 0 to 1
     * @param after how strongly it would be
     */
    public record Added(String skill, String label, Level level, double before, double after) {}
}
