package dev.rung.wallet;

import dev.rung.badge.BadgeReader;
import dev.rung.person.Candidate;
import dev.rung.person.HeldCredential;
import dev.rung.person.Identifiers;
import dev.rung.person.Verdict;
import dev.rung.person.Verdict.Because;
import dev.rung.trust.CredentialDocument;
import dev.rung.trust.SubjectCheck;
import dev.rung.trust.Verifier;
import dev.rung.trust.part.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One round of checks, all by the same settings. */
final class Checking {
    private final Verifier verifier;

    Checking(Verifier verifier) {
        this.verifier = verifier;
    }

    /** What is found of a document in the hands of a person. */
    Verdict verdict(CredentialDocument document, Identifiers person) {
        Verdict found = verifier.verify(document.bytes()).verdict();
        Part subject = SubjectCheck.check(document, person);
        List<Because> reasons = new ArrayList<>(found.reasons());
        reasons.addAll(subject.reasons());
        return new Verdict(
                found.signature(),
                found.dates(),
                found.status(),
                found.issuer(),
                found.checkedAt(),
                reasons,
                Optional.of(subject.finding()),
                Optional.empty());
    }

    /** Whether there is a document to check, or a verdict to doubt. */
    static boolean canBeLookedAt(HeldCredential held) {
        return held.openBadge().isPresent()
                || held.verdict().filter(v -> !v.equals(Verdict.UNCHECKED)).isPresent();
    }

    /** The person with everything checked again; each copy that was is added to the list. */
    Candidate again(Candidate candidate, List<Copy> copies) {
        List<HeldCredential> all = new ArrayList<>();
        for (HeldCredential held : candidate.profile().credentials()) {
            if (!canBeLookedAt(held)) {
                all.add(held);
                continue;
            }
            HeldCredential checked = again(held, Wallet.identifiers(candidate));
            boolean was = held.verdict().filter(Verdict::isVerified).isPresent();
            copies.add(new Copy(checked, false, was));
            all.add(checked);
        }
        return candidate.holding(all);
    }

    private HeldCredential again(HeldCredential held, Identifiers person) {
        Verdict before = held.verdict().orElse(Verdict.UNCHECKED);
        Optional<CredentialDocument> document = CredentialDocument.of(held);
        if (document.isEmpty()) return held.judged(Recheck.of(before, Recheck.withoutDocument(verifier.now())));
        Verdict now = verdict(document.get(), person);
        return new HeldCredential(
                held.id(),
                held.openBadge(),
                held.awardedOn().or(() -> BadgeReader.awardedOn(document.get().credential())),
                held.validUntil().or(() -> BadgeReader.validUntil(document.get().credential())),
                Optional.of(Recheck.of(before, now)),
                Optional.of(document.get().digest()),
                held.title().or(() -> BadgeReader.title(document.get())));
    }
}
