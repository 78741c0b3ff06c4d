package dev.rung.person;

import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One person's copy of a credential: an Open Badge or other verifiable credential, or a bare claim.
 *
 * @param id of the credential in the catalogue, or its title
 * @param openBadge the signed document, as JSON
 * @param awardedOn the day of the award
 * @param validUntil the last day of validity, if it expires
 * @param verdict what a check found; none: a bare claim
 */
public record HeldCredential(
        Optional<String> id,
        Optional<Map<String, Object>> openBadge,
        Optional<LocalDate> awardedOn,
        Optional<LocalDate> validUntil,
        Optional<Verdict> verdict) {
    public HeldCredential {
        id = Check.text("id", id);
        openBadge = Check.optional(openBadge);
        awardedOn = Check.optional(awardedOn);
        validUntil = Check.optional(validUntil);
        verdict = Check.optional(verdict);
        if (id.isEmpty() && openBadge.isEmpty()) throw new InvalidField("id", "or openBadge is required");
    }

    /** A bare claim: {@code HeldCredential.claimed("food-hygiene-2")}. */
    public static HeldCredential claimed(String id) {
        return new HeldCredential(
                Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
