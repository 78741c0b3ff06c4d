package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.rung.credential.AssessmentKind;
import dev.rung.person.EvidenceKind;
import dev.rung.role.Importance;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import dev.rung.skill.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A recruiter's question: who has these skills?
 *
 * @param requirements the skills asked for
 * @param role id or title of a role whose requirements are asked for on top
 * @param job id of a job whose requirements are asked for on top
 * @param verifiedOnly only evidence that was checked and holds counts
 * @param evidence the weakest evidence that counts
 * @param assessment only credentials with one of these kinds of assessment count; empty: any
 * @param registries only credentials whose issuer one of these registries knows, by name, as their check found; empty: any
 * @param maxAgeMonths only evidence that is at most so many months old on the day; see {@code since}
 * @param since only evidence of that day or later: of an award, or of a skill's last use. Work that has not ended counts; what has no date does not, since
 *     unknown is not the same as recent
 * @param region only people there, ISO 3166-2 or -1; none: anywhere
 * @param limit how many results at most
 * @param weights the numbers that the score depends on
 * @param asOf the day for which to answer; none: today (UTC)
 * @param record whether to keep a decision record of the answer
 */
public record CandidateRequest(
        List<Wanted> requirements,
        Optional<String> role,
        Optional<String> job,
        boolean verifiedOnly,
        Optional<EvidenceKind> evidence,
        List<AssessmentKind> assessment,
        List<String> registries,
        Optional<Integer> maxAgeMonths,
        Optional<LocalDate> since,
        Optional<String> region,
        int limit,
        Weights weights,
        Optional<LocalDate> asOf,
        boolean record) {
    /** Most skills in one search. */
    public static final int MAX_REQUIREMENTS = 200;

    public CandidateRequest {
        requirements = Check.list("requirements", requirements);
        if (requirements.size() > MAX_REQUIREMENTS) {
            throw new InvalidField("requirements", "must not have more than " + MAX_REQUIREMENTS + " entries");
        }
        role = Check.text("role", role);
        job = Check.text("job", job);
        evidence = Check.optional(evidence);
        assessment = Check.distinct("assessment", assessment, a -> a);
        registries = Check.distinct("registries", registries, r -> r);
        maxAgeMonths = Check.range("maxAgeMonths", maxAgeMonths, 0, 1_200);
        since = Check.optional(since);
        region = Check.text("region", region);
        Check.range("limit", limit, 1, RecommendationRequest.MAX_LIMIT);
        asOf = Check.optional(asOf);
        if (requirements.isEmpty() && role.isEmpty() && job.isEmpty()) {
            throw new InvalidField("requirements", "or role or job is required");
        }
    }

    /** As read from JSON. */
    @JsonCreator
    public static CandidateRequest of(
            List<Wanted> requirements,
            Optional<String> role,
            Optional<String> job,
            Optional<Boolean> verifiedOnly,
            Optional<EvidenceKind> evidence,
            List<AssessmentKind> assessment,
            List<String> registries,
            Optional<Integer> maxAgeMonths,
            Optional<LocalDate> since,
            Optional<String> region,
            Optional<Integer> limit,
            Optional<Weights> weights,
            Optional<LocalDate> asOf,
            Optional<Boolean> record) {
        return new CandidateRequest(
                requirements,
                role,
                job,
                Check.optional(verifiedOnly).orElse(false),
                evidence,
                assessment,
                registries,
                maxAgeMonths,
                since,
                region,
                Check.optional(limit).orElse(RecommendationRequest.DEFAULT_LIMIT),
                Check.optional(weights).orElse(Weights.DEFAULT),
                asOf,
                Check.optional(record).orElse(false));
    }

    /** The same question for that day. */
    public CandidateRequest asOf(LocalDate day) {
        return new CandidateRequest(
                requirements,
                role,
                job,
                verifiedOnly,
                evidence,
                assessment,
                registries,
                maxAgeMonths,
                since,
                region,
                limit,
                weights,
                Optional.of(day),
                record);
    }

    /** For these skills, with defaults for the rest. */
    public static CandidateRequest skills(List<String> names) {
        return of(
                names.stream().map(Wanted::skill).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * One skill asked for.
     *
     * @param skill its id, an alignment, or any of its names
     * @param level at least this level; foundation when none is given
     * @param importance essential when none is given
     * @param weight that of the importance when none is given
     */
    public record Wanted(
            String skill, Optional<Level> level, Optional<Importance> importance, Optional<Double> weight) {
        public Wanted {
            skill = Check.label("skill", skill);
            level = Check.optional(level);
            importance = Check.optional(importance);
            weight = Check.range("weight", weight, 0.001, 1);
        }

        /** This skill, with defaults for the rest. */
        public static Wanted skill(String name) {
            return new Wanted(name, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
