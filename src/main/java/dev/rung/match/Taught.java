package dev.rung.match;

import dev.rung.badge.Achievement;
import dev.rung.badge.Achievement.AchievedSkill;
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

/**
 * What a credential, or an achievement that a badge tells of, says its holder can do, as evidence: strong where it tests what it teaches, weaker
 * where one only attends (R2).
 *
 * @param evidence what it is evidence of
 * @param source in words
 * @param lastUsed the month from which it ages
 * @param proof the chain to show; none for what somebody issued to themselves, which proves nothing however well it is signed
 */
record Taught(EvidenceKind evidence, String source, Optional<YearMonth> lastUsed, Optional<Held.Proof> proof) {
    /** What somebody would hold who has just earned the credential, with a copy that can be checked. */
    static List<Held> byEarning(Credential credential) {
        Verdict genuine =
                new Verdict(Finding.VALID, Finding.VALID, Finding.VALID, Finding.UNKNOWN, Optional.empty(), List.of());
        return held(credential, genuine, Optional.empty(), false);
    }

    /**
     * What somebody holds by their copy: a proof if it was verified, a claim if nothing was checked or it is out of date; nothing at all
     * if the check refuted it.
     */
    static List<Held> byHolding(Credential credential, HeldCredential copy, LocalDate asOf) {
        Verdict verdict = copy.verdict().orElse(Verdict.UNCHECKED);
        if (verdict.isRefuted()) return List.of();
        boolean expired = isExpired(verdict, expiry(credential, copy), asOf);
        return held(credential, asOf(verdict, expired), copy.awardedOn(), expired);
    }

    /** What somebody holds by an achievement that their copy tells of: the same, in the badge's own words. */
    static Taught byAchieving(Achievement achievement, HeldCredential copy, LocalDate asOf) {
        Verdict verdict = copy.verdict().orElse(Verdict.UNCHECKED);
        boolean expired = isExpired(verdict, copy.validUntil(), asOf);
        Held.Proof proof = new Held.Proof(
                achievement.title(),
                achievement.title(),
                issuer(achievement, verdict),
                achievement.assessment(),
                asOf(verdict, expired),
                copy.awardedOn());
        boolean own = achievement.evidence() == EvidenceKind.SELF;
        String which = own ? "the self-issued badge " : expired ? "the expired badge " : "the badge ";
        return new Taught(
                expired ? EvidenceKind.SELF : achievement.evidence(),
                which + achievement.title(),
                copy.awardedOn().map(YearMonth::from),
                own ? Optional.empty() : Optional.of(proof));
    }

    /** What this says of one skill. */
    Held held(AchievedSkill skill) {
        return new Held(skill.skill(), skill.level(), evidence, source, skill.confidence(), lastUsed, proof);
    }

    /** The level that an outcome reaches: its own, else that of the credential's EQF level, else intermediate. */
    static Level level(Outcome outcome, Credential credential) {
        return outcome.level()
                .orElseGet(() -> credential.eqf().map(Level::ofEqf).orElse(Level.INTERMEDIATE));
    }

    /** Anybody can call themselves anything, so an issuer that no registry knows is shown with its id. */
    private static Optional<String> issuer(Achievement achievement, Verdict verdict) {
        Optional<String> name = achievement.issuer();
        Optional<String> id = achievement.issuerId();
        if (verdict.issuer() == Finding.VALID || name.isEmpty() || id.isEmpty()) return name.or(() -> id);
        return Optional.of(name.get() + " (" + id.get() + ")");
    }

    /** The last day on which the copy is valid, as it says or as the credential's period of validity makes it. */
    private static Optional<LocalDate> expiry(Credential credential, HeldCredential copy) {
        return copy.validUntil().or(() -> copy.awardedOn()
                .flatMap(day -> credential.validMonths().map(day::plusMonths)));
    }

    private static boolean isExpired(Verdict verdict, Optional<LocalDate> last, LocalDate asOf) {
        return verdict.isOutOfDate() || last.filter(asOf::isAfter).isPresent();
    }

    /** Where nothing was checked there is no finding that could have changed. */
    private static Verdict asOf(Verdict verdict, boolean expired) {
        return expired && !verdict.equals(Verdict.UNCHECKED) ? verdict.expired() : verdict;
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
