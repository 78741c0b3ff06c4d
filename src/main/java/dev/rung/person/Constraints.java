package dev.rung.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.credential.Mode;
import dev.rung.credential.Money;
import dev.rung.skill.Check;
import java.util.List;
import java.util.Optional;

/**
 * What somebody can spend and accept. Each limit that is given is a filter on what is answered; none is a preference.
 *
 * @param hoursPerWeek time for learning; turns hours into weeks
 * @param maxHours most hours for one credential; for a pathway, for all its steps
 * @param maxCost most money for one credential, or for all steps of a pathway; only offers in this currency, and free ones, can be within it
 * @param modes accepted modes of delivery; empty: any
 * @param languages understood languages, ISO 639-1; empty: any
 * @param region where the person is, ISO 3166-2 or -1; jobs there, and remote ones, count
 * @param noFormalEntry only what demands no school or university qualification
 * @param assessedOnly only credentials that test what they teach
 * @param recognisedBy only credentials that this employer or body recognises
 * @param allowUnknown let a credential through whose hours, cost, mode, language or entry conditions are not stated; by default such a
 *     credential does not meet a limit on them, since unknown is not the same as within
 */
public record Constraints(
        Optional<Double> hoursPerWeek,
        Optional<Double> maxHours,
        Optional<Money> maxCost,
        List<Mode> modes,
        List<String> languages,
        Optional<String> region,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean noFormalEntry,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean assessedOnly,
        Optional<String> recognisedBy,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean allowUnknown) {
    /** No limits. */
    public static final Constraints NONE = new Constraints(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            false);

    public Constraints {
        hoursPerWeek = Check.range("hoursPerWeek", hoursPerWeek, 0.1, 168);
        maxHours = Check.range("maxHours", maxHours, 0, 100_000);
        maxCost = Check.optional(maxCost);
        modes = Check.distinct("modes", modes, m -> m);
        languages = Check.distinct("languages", languages, l -> l);
        region = Check.text("region", region);
        recognisedBy = Check.text("recognisedBy", recognisedBy);
    }

    // The same limits but for one.

    public Constraints withHoursPerWeek(Optional<Double> other) {
        return new Constraints(
                other,
                maxHours,
                maxCost,
                modes,
                languages,
                region,
                noFormalEntry,
                assessedOnly,
                recognisedBy,
                allowUnknown);
    }

    public Constraints withMaxHours(Optional<Double> other) {
        return new Constraints(
                hoursPerWeek,
                other,
                maxCost,
                modes,
                languages,
                region,
                noFormalEntry,
                assessedOnly,
                recognisedBy,
                allowUnknown);
    }

    public Constraints withMaxCost(Optional<Money> other) {
        return new Constraints(
                hoursPerWeek,
                maxHours,
                other,
                modes,
                languages,
                region,
                noFormalEntry,
                assessedOnly,
                recognisedBy,
                allowUnknown);
    }

    public Constraints withModes(List<Mode> other) {
        return new Constraints(
                hoursPerWeek,
                maxHours,
                maxCost,
                other,
                languages,
                region,
                noFormalEntry,
                assessedOnly,
                recognisedBy,
                allowUnknown);
    }

    public Constraints withLanguages(List<String> other) {
        return new Constraints(
                hoursPerWeek,
                maxHours,
                maxCost,
                modes,
                other,
                region,
                noFormalEntry,
                assessedOnly,
                recognisedBy,
                allowUnknown);
    }

    public Constraints withRegion(Optional<String> other) {
        return new Constraints(
                hoursPerWeek,
                maxHours,
                maxCost,
                modes,
                languages,
                other,
                noFormalEntry,
                assessedOnly,
                recognisedBy,
                allowUnknown);
    }

    public Constraints withNoFormalEntry(boolean other) {
        return new Constraints(
                hoursPerWeek,
                maxHours,
                maxCost,
                modes,
                languages,
                region,
                other,
                assessedOnly,
                recognisedBy,
                allowUnknown);
    }

    public Constraints withAssessedOnly(boolean other) {
        return new Constraints(
                hoursPerWeek,
                maxHours,
                maxCost,
                modes,
                languages,
                region,
                noFormalEntry,
                other,
                recognisedBy,
                allowUnknown);
    }

    public Constraints withRecognisedBy(Optional<String> other) {
        return new Constraints(
                hoursPerWeek,
                maxHours,
                maxCost,
                modes,
                languages,
                region,
                noFormalEntry,
                assessedOnly,
                other,
                allowUnknown);
    }

    public Constraints withAllowUnknown(boolean other) {
        return new Constraints(
                hoursPerWeek,
                maxHours,
                maxCost,
                modes,
                languages,
                region,
                noFormalEntry,
                assessedOnly,
                recognisedBy,
                other);
    }
}
