package dev.rung.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.trust.part.Moments;
import dev.rung.trust.part.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a credential is within its period of validity. Both versions' names are read, whichever version it says it is:
 * {@code validFrom}, {@code issuanceDate} or {@code issuedOn}; {@code validUntil}, {@code expirationDate} or {@code expires}; and a
 * token's {@code nbf} and {@code exp}. Where several are given all of them hold.
 */
final class Dates {
    private static final String VERSION_1 = "https://www.w3.org/2018/credentials/v1";

    private Dates() {}

    static Part check(Presented document, Instant at) {
        ObjectNode credential = document.credential();
        Optional<Instant> from = Optional.empty();
        Optional<Instant> until = Optional.empty();
        try {
            for (String name : List.of("validFrom", "issuanceDate", "issuedOn")) {
                from = latest(from, moment(credential, name));
            }
            for (String name : List.of("validUntil", "expirationDate", "expires")) {
                until = earliest(until, moment(credential, name));
            }
            if (document.token().isPresent()) {
                ObjectNode claims = document.token().get().payload();
                from = latest(from, seconds(claims, "nbf"));
                until = earliest(until, seconds(claims, "exp"));
            }
        } catch (Unreadable e) {
            return Part.unknown(Part.DATES, e.code(), e.sentence());
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            return Part.invalid(
                    Part.DATES,
                    "dates_contradict",
                    "It ends at " + until.get() + " before it begins at " + from.get() + ".");
        }
        if (from.isPresent() && at.isBefore(from.get())) {
            return Part.invalid(Part.DATES, "not_yet_valid", "It is valid only from " + from.get() + ".");
        }
        if (until.isPresent() && at.isAfter(until.get())) {
            return Part.invalid(Part.DATES, "expired", "It expired at " + until.get() + ".");
        }
        if (from.isEmpty() && mustSaySince(document)) {
            return Part.unknown(Part.DATES, "no_issue_date", "It does not say since when it is valid, which it must.");
        }
        return Part.valid(
                Part.DATES,
                "in_date",
                until.map(end -> "Valid until " + end + ".").orElse("It has no end date."));
    }

    /** Only version 2.0 leaves the start open; 1.1 and Open Badges 2.0 demand one. */
    private static boolean mustSaySince(Presented document) {
        JsonNode context = document.credential().path("@context");
        String first = context.isArray() ? context.path(0).asText() : context.asText();
        return first.equals(VERSION_1) || CredentialKind.of(document.credential()) == CredentialKind.OPEN_BADGE_2;
    }

    private static Optional<Instant> moment(ObjectNode credential, String name) throws Unreadable {
        JsonNode value = credential.path(name);
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        boolean badge2 = name.equals("issuedOn") || name.equals("expires");
        Optional<Instant> moment = !value.isTextual()
                ? Optional.empty()
                : badge2 ? Moments.readLoosely(value.textValue()) : Moments.read(value.textValue());
        if (moment.isEmpty())
            throw new Unreadable("date_malformed", "Its " + name + " is no date and time: " + value + ".");
        return moment;
    }

    private static Optional<Instant> seconds(ObjectNode claims, String name) throws Unreadable {
        JsonNode value = claims.path(name);
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        double seconds = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(Math.abs(seconds) < 1e11))
            throw new Unreadable("date_malformed", "The token's " + name + " is no number of seconds.");
        return Optional.of(Instant.ofEpochMilli((long) (seconds * 1000)));
    }

    private static Optional<Instant> latest(Optional<Instant> a, Optional<Instant> b) {
        return a.isEmpty() || (b.isPresent() && b.get().isAfter(a.get())) ? b : a;
    }

    private static Optional<Instant> earliest(Optional<Instant> a, Optional<Instant> b) {
        return a.isEmpty() || (b.isPresent() && b.get().isBefore(a.get())) ? b : a;
    }
}
