package dev.rung.match;

import dev.rung.credential.AssessmentKind;
import dev.rung.credential.Credential;
import dev.rung.credential.Outcome;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Finding;
import dev.rung.person.HeldCredential;
import dev.rung.person.Verdict;
import dev.rung.skill.Level;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a credential says its holder can do, as evidence: strong where it tests what it teaches, weaker where one only attends (R2). */
final class Taught {
    private Taught() {}

    /** What somebody would hold who has just earned the credential, with a copy that can be checked. */
    static List<Held> byEarning(Credential credential) {
        Verdict genuine = new Verdict(
                Finding.VALID, Finding.VALID, Finding.UNKNOWN, Finding.UNKNOWN, Optional.empty(), List.of());
        return held(credential, genuine, Optional.empty(), false);
    }

    /**
     * What somebody holds by their copy: a proof if it was verified, a claim if nothing was checked or it is out of date; nothing at all
     * if the check refuted it.
     */
    static List<Held> byHolding(Credential credential, HeldCredential copy, LocalDate asOf) {
        Verdict verdict = copy.verdict().orElse(Verdict.UNCHECKED);
        if (verdict.isRefuted()) return List.of();
        boolean expired = verdict.isOutOfDate()
                || expiry(credential, copy).filter(asOf::isAfter).isPresent();
        // Where nothing was checked there is no finding that could have changed.
        boolean outdated = expired && !verdict.equals(Verdict.UNCHECKED);
        return held(credential, outdated ? verdict.expired() : verdict, copy.awardedOn(), expired);
    }

    /** The level that an outcome reaches: its own, else that of the credential's EQF level, else intermediate. */
    static Level level(Outcome outcome, Credential credential) {
        return outcome.level()
                .orElseGet(() -> credential.eqf().map(Level::ofEqf).orElse(Level.INTERMEDIATE));
    }

    /** The last day on which the copy is valid, as it says or as the credential's period of validity makes it. */
    private static Optional<LocalDate> expiry(Credential credential, HeldCredential copy) {
        return copy.validUntil().or(() -> copy.awardedOn()
                .flatMap(day -> credential.validMonths().map(day::plusMonths)));
    }

    private static List<Held> held(
            Credential credential, Verdict verdict, Optional<LocalDate> awardedOn, boolean expired) {
        EvidenceKind evidence =
                expired ? EvidenceKind.SELF : credential.isAssessed() ? EvidenceKind.ASSESSED : EvidenceKind.ATTENDED;
        Held.Proof proof = new Held.Proof(
                credential.id(),
                credential.title(),
                Optional.of(credential.issuer().name()),
                credential.assessment().stream()
                        .filter(a -> a != AssessmentKind.NONE)
                        .toList(),
                verdict,
                awardedOn);
        String source = (expired ? "the expired credential " : "the credential ") + credential.title();
        List<Held> held = new ArrayList<>();
        for (Outcome outcome : credential.outcomes()) {
            outcome.skill()
                    .ifPresent(skill -> held.add(new Held(
                            skill,
                            level(outcome, credential),
                            evidence,
                            source,
                            outcome.confidence().orElse(1.0),
                            awardedOn.map(YearMonth::from),
                            Optional.of(proof))));
        }
        return held;
    }
}
