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
 * @param openBadge the signed document, as JSON; a token stands in its envelope (VC Data Model 2.0, section 4.13)
 * @param awardedOn the day of the award
 * @param validUntil the last day of validity, if it expires
 * @param verdict what a check found; none: a bare claim
 * @param digest of the document, which tells one copy from another
 * @param title what the document calls it; where it is given the document may be withheld
 */
public record HeldCredential(
        Optional<String> id,
        Optional<Map<String, Object>> openBadge,
        Optional<LocalDate> awardedOn,
        Optional<LocalDate> validUntil,
        Optional<Verdict> verdict,
        Optional<String> digest,
        Optional<String> title) {
    public HeldCredential {
        id = Check.text("id", id);
        openBadge = Check.optional(openBadge);
        awardedOn = Check.optional(awardedOn);
        validUntil = Check.optional(validUntil);
        verdict = Check.optional(verdict);
        digest = Check.optional(digest).map(d -> Check.id("digest", d));
        title = Check.text("title", title).map(t -> Check.label("title", t));
        if (id.isEmpty() && openBadge.isEmpty() && title.isEmpty()) {
            throw new InvalidField("id", "or openBadge is required");
        }
    }

    /** A copy of which no digest was made. */
    public HeldCredential(
            Optional<String> id,
            Optional<Map<String, Object>> openBadge,
            Optional<LocalDate> awardedOn,
            Optional<LocalDate> validUntil,
            Optional<Verdict> verdict) {
        this(id, openBadge, awardedOn, validUntil, verdict, Optional.empty(), Optional.empty());
    }

    /** A bare claim: {@code HeldCredential.claimed("food-hygiene-2")}. */
    public static HeldCredential claimed(String id) {
        return new HeldCredential(
                Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same copy after another check. */
    public HeldCredential judged(Verdict other) {
        return new HeldCredential(id, openBadge, awardedOn, validUntil, Optional.of(other), digest, title);
    }

    /** The same copy without its document, which may say more about its holder than others need to know. */
    HeldCredential withoutDocument() {
        if (openBadge.isEmpty()) return this;
        Optional<String> name = id.isPresent() ? title : title.or(() -> Optional.of("untitled credential"));
        return new HeldCredential(id, Optional.empty(), awardedOn, validUntil, verdict, digest, name);
    }
}
