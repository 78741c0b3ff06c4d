package dev.rung.pathway;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.rung.credential.Money;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Weights;
import dev.rung.person.Constraints;
import dev.rung.person.Experience;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A question about the way ahead. In JSON the fields of the profile stand beside those of the request. The constraints' {@code maxHours} and
 * {@code maxCost} are for all steps together.
 *
 * @param profile who asks; without a target, or with {@code {"most": "jobs"}}, whatever brings most jobs within reach
 * @param steps at most so many credentials, 1 to 8
 * @param start the first day of learning; none: the day of the answer
 * @param finishBy the last day on which a step may end; needs hours a week
 * @param currency of the plan; none: that of {@code maxCost}, else the one that most credentials are priced in
 * @param rates what one unit of another currency is worth in that of the plan; prices in currencies without a rate cannot be added up
 * @param weights the numbers that being met and being within reach depend on
 * @param asOf the day for which to answer; none: today (UTC)
 */
public record PathwayRequest(
        Profile profile,
        int steps,
        Optional<LocalDate> start,
        Optional<LocalDate> finishBy,
        Optional<String> currency,
        Map<String, Double> rates,
        Weights weights,
        Optional<LocalDate> asOf) {
    public static final int DEFAULT_STEPS = 4;

    public PathwayRequest {
        Check.present("profile", profile);
        Check.range("steps", steps, 1, Budget.MOST_STEPS);
        start = Check.optional(start);
        finishBy = Check.optional(finishBy);
        currency = Check.text("currency", currency);
        currency.ifPresent(c -> Money.checkCurrency("currency", c));
        rates = rates == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(rates));
        rates.forEach((from, rate) -> {
            Money.checkCurrency("rates/" + from, from);
            Check.range("rates/" + from, Check.present("rates/" + from, rate), 1e-6, 1e6);
        });
        Check.present("weights", weights);
        asOf = Check.optional(asOf);
        if (finishBy.isPresent() && profile.constraints().hoursPerWeek().isEmpty()) {
            throw new InvalidField("finishBy", "needs constraints/hoursPerWeek, or no step has an end");
        }
        Optional<String> limit = profile.constraints().maxCost().map(m -> m.currency());
        if (currency.isPresent() && limit.isPresent() && !currency.equals(limit)) {
            throw new InvalidField("currency", "must be that of constraints/maxCost, " + limit.get());
        }
    }

    /** About this profile, with defaults for the rest. */
    public static PathwayRequest about(Profile profile) {
        return new PathwayRequest(
                profile,
                DEFAULT_STEPS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Weights.DEFAULT,
                Optional.empty());
    }

    /** As read from JSON. */
    @JsonCreator
    public static PathwayRequest of(
            Optional<String> text,
            List<HeldSkill> skills,
            List<HeldCredential> credentials,
            List<Experience> experience,
            Optional<Target> target,
            Constraints constraints,
            Optional<Integer> steps,
            Optional<LocalDate> start,
            Optional<LocalDate> finishBy,
            Optional<String> currency,
            Map<String, Double> rates,
            Optional<Weights> weights,
            Optional<LocalDate> asOf) {
        return new PathwayRequest(
                new Profile(text, skills, credentials, experience, target, constraints),
                Check.optional(steps).orElse(DEFAULT_STEPS),
                start,
                finishBy,
                currency,
                rates,
                Check.optional(weights).orElse(Weights.DEFAULT),
                asOf);
    }

    public PathwayRequest about(Profile other, int otherSteps) {
        return new PathwayRequest(other, otherSteps, start, finishBy, currency, rates, weights, asOf);
    }

    public PathwayRequest from(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new PathwayRequest(profile, steps, first, last, currency, rates, weights, asOf);
    }

    public PathwayRequest asOf(LocalDate day) {
        return new PathwayRequest(profile, steps, start, finishBy, currency, rates, weights, Optional.of(day));
    }

    public PathwayRequest in(Optional<String> other, Map<String, Double> otherRates) {
        return new PathwayRequest(profile, steps, start, finishBy, other, otherRates, weights, asOf);
    }

    /** The same profile and weights, as a question about the next step. */
    RecommendationRequest nextStep() {
        return new RecommendationRequest(profile, RecommendationRequest.DEFAULT_LIMIT, weights, asOf);
    }
}
