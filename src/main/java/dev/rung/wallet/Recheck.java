package dev.rung.wallet;

import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import dev.rung.person.Verdict.Because;
import dev.rung.trust.part.Part;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a later check makes of an earlier verdict, part by part:
 *
 * <ul>
 *   <li>what the later check found, counts;
 *   <li>where it could not tell and the earlier one found the part <em>valid</em>, the part is unknown, with the reason {@value
 *       #NOT_RECHECKED} and the day of the earlier check: an old “valid” is never passed on as one of today;
 *   <li>where it could not tell and the earlier one found the part <em>invalid</em>, it stays so, with the same reason: a list that is
 *       not at hand today does not undo a revocation.
 * </ul>
 */
final class Recheck {
    /** The code of the reason that a part could not be checked again. */
    static final String NOT_RECHECKED = "not_rechecked";

    private static final String NOT_AGAIN = "It could not be checked again; it was last found ";
    private static final String NO_DOCUMENT = "no_document";

    private final Verdict before;
    private final Verdict now;
    private final List<Because> reasons;

    private Recheck(Verdict before, Verdict now) {
        this.before = before;
        this.now = now;
        this.reasons = new ArrayList<>(now.reasons());
    }

    static Verdict of(Verdict before, Verdict now) {
        return new Recheck(before, now).merged();
    }

    /** What can be said of a copy whose verdict was stated, without a document that could be checked. */
    static Verdict withoutDocument(Instant at) {
        return new Verdict(
                Finding.UNKNOWN,
                Finding.UNKNOWN,
                Finding.UNKNOWN,
                Finding.UNKNOWN,
                Optional.of(at),
                List.of(new Because(
                        Part.SIGNATURE,
                        NO_DOCUMENT,
                        "The document itself is not held here, so nothing can be checked.")));
    }

    private Verdict merged() {
        Finding signature = part(Part.SIGNATURE, before.signature(), now.signature());
        Finding dates = part(Part.DATES, before.dates(), now.dates());
        Finding status = part(Part.STATUS, before.status(), now.status());
        Finding issuer = part(Part.ISSUER, before.issuer(), now.issuer());
        Verdict merged = new Verdict(
                signature, dates, status, issuer, now.checkedAt(), reasons, now.subject(), Optional.empty());
        if (merged.isVerified() || merged.isRefuted()) return merged;
        Optional<Instant> last = before.isVerified() ? before.checkedAt() : before.lastVerifiedAt();
        return new Verdict(signature, dates, status, issuer, now.checkedAt(), reasons, now.subject(), last);
    }

    private Finding part(String name, Finding earlier, Finding later) {
        if (later != Finding.UNKNOWN) return later;
        if (earlier == Finding.INVALID) {
            before.reasons().stream()
                    .filter(r -> r.part().equals(name) && !reasons.contains(r))
                    .forEach(reasons::add);
        }
        if (earlier != Finding.UNKNOWN) {
            boolean told = reasons.stream()
                    .anyMatch(r -> r.part().equals(name) && r.code().equals(NOT_RECHECKED));
            if (!told) reasons.add(new Because(name, NOT_RECHECKED, sentence(earlier)));
        } else {
            before.reasons().stream()
                    .filter(r -> r.part().equals(name) && r.code().equals(NOT_RECHECKED))
                    .forEach(reasons::add);
        }
        return earlier == Finding.INVALID ? Finding.INVALID : Finding.UNKNOWN;
    }

    private String sentence(Finding earlier) {
        String found = earlier == Finding.VALID ? "valid" : "invalid";
        boolean stated = reasons.stream().anyMatch(r -> r.code().equals(NO_DOCUMENT));
        String who = stated ? "It cannot be checked here; the record states that it was found " : NOT_AGAIN;
        return who + found
                + before.checkedAt()
                        .map(at -> " on " + at.atOffset(ZoneOffset.UTC).toLocalDate())
                        .orElse("")
                + ".";
    }
}
