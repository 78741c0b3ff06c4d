package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.rung.person.Constraints;
import dev.rung.person.Experience;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import dev.rung.skill.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A question about one profile. In JSON the fields of the profile stand beside those of the request.
 *
 * @param profile who asks
 * @param limit how many results at most, 1 to {@value #MAX_LIMIT}
 * @param weights the numbers that the score depends on
 * @param asOf the day for which to answer; none: today (UTC)
 * @param changes how many {@linkplain Change changes} to look for, for each result and for the answer, 0 to {@value Change#MOST}
 * @param from for roles: the role from which to move on, by id or title; what it asks for counts as held
 * @param bridge for roles: show the way over into each; with {@code from}, it always is
 */
public record RecommendationRequest(
        Profile profile,
        int limit,
        Weights weights,
        Optional<LocalDate> asOf,
        int changes,
        Optional<String> from,
        boolean bridge) {
    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 10;

    public RecommendationRequest {
        Check.present("profile", profile);
        Check.range("limit", limit, 1, MAX_LIMIT);
        Check.present("weights", weights);
        asOf = Check.optional(asOf);
        Check.range("changes", changes, 0, Change.MOST);
        from = Check.text("from", from);
    }

    /** Without changes and bridges. */
    public RecommendationRequest(Profile profile, int limit, Weights weights, Optional<LocalDate> asOf) {
        this(profile, limit, weights, asOf, 0, Optional.empty(), false);
    }

    /** About this profile, with defaults for the rest. */
    public static RecommendationRequest about(Profile profile) {
        return new RecommendationRequest(profile, DEFAULT_LIMIT, Weights.DEFAULT, Optional.empty());
    }

    /** As read from JSON. */
    @JsonCreator
    public static RecommendationRequest of(
            Optional<String> text,
            List<HeldSkill> skills,
            List<HeldCredential> credentials,
            List<Experience> experience,
            Optional<Target> target,
            Constraints constraints,
            Optional<Integer> limit,
            Optional<Weights> weights,
            Optional<LocalDate> asOf,
            Optional<Integer> changes,
            Optional<String> from,
            Optional<Boolean> bridge) {
        return new RecommendationRequest(
                new Profile(text, skills, credentials, experience, target, constraints),
                Check.optional(limit).orElse(DEFAULT_LIMIT),
                Check.optional(weights).orElse(Weights.DEFAULT),
                asOf,
                Check.optional(changes).orElse(0),
                from,
                Check.optional(bridge).orElse(false));
    }

    /** The same question about another profile. */
    public RecommendationRequest with(Profile other) {
        return new RecommendationRequest(other, limit, weights, asOf, changes, from, bridge);
    }

    /** With so many changes for each result. */
    public RecommendationRequest changes(int most) {
        return new RecommendationRequest(profile, limit, weights, asOf, most, from, bridge);
    }

    public RecommendationRequest limit(int other) {
        return new RecommendationRequest(profile, other, weights, asOf, changes, from, bridge);
    }

    /** For roles to move to from another. */
    public RecommendationRequest from(String role) {
        return new RecommendationRequest(profile, limit, weights, asOf, changes, Optional.of(role), bridge);
    }

    public RecommendationRequest asOf(LocalDate day) {
        return new RecommendationRequest(profile, limit, weights, Optional.of(day), changes, from, bridge);
    }
}
