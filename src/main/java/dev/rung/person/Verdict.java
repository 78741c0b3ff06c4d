package dev.rung.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.rung.skill.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a check of one held credential found, part by part.
 *
 * @param signature does the proof match the content and the issuer's key
 * @param dates is it within its period of validity
 * @param status is it neither revoked nor suspended
 * @param issuer does a registry that the operator chose know the issuer; an unknown issuer does not make a credential false
 * @param checkedAt when the check was made
 * @param reasons why each part is what it is
 * @param subject is it about the person who holds it; none: nobody asked
 * @param lastVerifiedAt when a check last found it verified, where the last one could not tell
 */
public record Verdict(
        Finding signature,
        Finding dates,
        Finding status,
        Finding issuer,
        Optional<Instant> checkedAt,
        List<Because> reasons,
        Optional<Finding> subject,
        Optional<Instant> lastVerifiedAt) {
    /** Nothing has been checked. */
    public static final Verdict UNCHECKED = new Verdict(
            Finding.UNKNOWN, Finding.UNKNOWN, Finding.UNKNOWN, Finding.UNKNOWN, Optional.empty(), List.of());

    /** The code of the reason that the key which signed is not shown to be the issuer's. */
    public static final String SIGNER_NOT_TIED = "signer_not_tied";

    /** The code of the reason that a document names no status list, so that there is none to look at. */
    public static final String NO_STATUS = "no_status";

    /** The code of the reason that a registry knows the issuer; the reason says which one. */
    public static final String ISSUER_KNOWN = "issuer_known";

    public Verdict {
        Check.present("signature", signature);
        Check.present("dates", dates);
        Check.present("status", status);
        Check.present("issuer", issuer);
        checkedAt = Check.optional(checkedAt);
        reasons = Check.list("reasons", reasons);
        subject = Check.optional(subject);
        lastVerifiedAt = Check.optional(lastVerifiedAt);
    }

    /** Of a document of which nobody asked whom it is about. */
    public Verdict(
            Finding signature,
            Finding dates,
            Finding status,
            Finding issuer,
            Optional<Instant> checkedAt,
            List<Because> reasons) {
        this(signature, dates, status, issuer, checkedAt, reasons, Optional.empty(), Optional.empty());
    }

    /**
     * Whether the credential counts as verified: its signature and dates were checked and hold, and nothing else was found
     * against it. An issuer that no registry knows, or a document that names no status list, does not stand in the way; a status list that is
     * named and could not be had does, since a revoked credential would look the same; a signature by somebody who is not shown to be the issuer does, since anyone can sign in another's name with a key of their own; and so does a
     * document that is not shown to be about the person who holds it, since anyone can hand in another's badge.
     */
    public boolean isVerified() {
        return signature == Finding.VALID
                && dates == Finding.VALID
                && (status == Finding.VALID || status == Finding.UNKNOWN && isCoded(NO_STATUS))
                && issuer != Finding.INVALID
                && subject.orElse(Finding.VALID) == Finding.VALID
                && !isCoded(SIGNER_NOT_TIED);
    }

    private boolean isCoded(String code) {
        return reasons.stream().anyMatch(reason -> reason.code().equals(code));
    }

    /** Whether the credential was found to be false or withdrawn, so that it counts for nothing. */
    public boolean isRefuted() {
        return signature == Finding.INVALID
                || status == Finding.INVALID
                || issuer == Finding.INVALID
                || subject.filter(s -> s == Finding.INVALID).isPresent();
    }

    /** Whether it is genuine as far as is known but outside its period of validity: a claim again, no longer a proof. */
    public boolean isOutOfDate() {
        return !isRefuted() && dates == Finding.INVALID;
    }

    /** The same findings on a day after the period of validity has ended, which a check made earlier could not see. */
    public Verdict expired() {
        if (dates == Finding.INVALID) return this;
        List<Because> more = new ArrayList<>(reasons);
        more.removeIf(r -> r.part().equals("dates"));
        more.add(new Because("dates", "expired", "The period of validity has ended since the credential was checked."));
        return new Verdict(signature, Finding.INVALID, status, issuer, checkedAt, more, subject, lastVerifiedAt);
    }

    /** The registries that know the issuer, by name; none where the issuer was not found valid. */
    public List<String> registries() {
        if (issuer != Finding.VALID) return List.of();
        return reasons.stream()
                .filter(r -> r.code().equals(ISSUER_KNOWN))
                .flatMap(r -> r.by().stream())
                .distinct()
                .toList();
    }

    /**
     * Why one part of a verdict is what it is.
     *
     * @param part {@code signature}, {@code dates}, {@code status}, {@code issuer} or {@code subject}
     * @param code for machines, in snake case
     * @param message for people, one sentence
     * @param by who says so, where that matters: the name of a registry
     */
    public record Because(String part, String code, String message, Optional<String> by) {
        @JsonCreator
        public Because {
            part = Check.id("part", part);
            code = Check.id("code", code);
            message = Check.label("message", message);
            by = Check.text("by", by);
        }

        public Because(String part, String code, String message) {
            this(part, code, message, Optional.empty());
        }
    }
}
