package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
import dev.rung.credential.Credential;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Finding;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import dev.rung.person.Verdict;
import dev.rung.role.Requirement;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds small changes of a profile that could better a match: use a skill again, raise its level, prove it, learn it. Whether they do, {@link Trials} finds
 * out.
 */
final class Edits {
    private static final int USE_AGAIN = 1;
    private static final int RAISE = 5;
    private static final int PROVE = 10;
    private static final int LEARN = 20;
    private static final int LOOKED_AT = 8;
    private static final int PROOFS_LOOKED_AT = 20;
    private static final int MOST_TOGETHER = 4;
    /** A copy whose signature and dates hold, as whoever has just earned the credential gets. */
    static final Verdict GENUINE =
            new Verdict(Finding.VALID, Finding.VALID, Finding.VALID, Finding.UNKNOWN, Optional.empty(), List.of());

    private final Session session;
    private final Understanding understood;
    private final Filter admitted;
    private final Map<SkillId, List<Credential>> proofs = new HashMap<>();

    Edits(Session session, Understanding understood, Profile profile) {
        this.session = session;
        this.understood = understood;
        this.admitted = Admission.together(Admission.credentials(profile.constraints()));
    }

    /** One edit for each of the requirements that lose most. */
    List<Edit> bettering(Match match) {
        List<Edit> edits = new ArrayList<>();
        match.open().stream().limit(LOOKED_AT).forEach(term -> edits.add(smallest(term)));
        return edits;
    }

    /**
     * One edit with as many essential requirements as are lacking, the least demanding of them; none if a single one is enough, or too many are lacking.
     *
     * @param lacking how many more must be met
     */
    Optional<Edit> reaching(Match match, int lacking) {
        if (lacking < 2 || lacking > MOST_TOGETHER) return Optional.empty();
        List<Edit> each = match.open().stream()
                .filter(t -> t.requirement().isEssential()
                        && t.strength() < session.weights().met())
                .map(this::held)
                .sorted(Comparator.comparingInt(Edit::size))
                .limit(lacking)
                .toList();
        return each.size() < lacking ? Optional.empty() : Optional.of(Edit.together("reach", each));
    }

    /** To hold a skill, by one's own word. */
    Edit learning(SkillId skill, Level level) {
        return Edit.skill(
                "skill",
                LEARN + level.ordinal(),
                "learn " + Words.quoted(session.view().taxonomy().label(skill)) + " to "
                        + level.name().toLowerCase(java.util.Locale.ROOT) + " level",
                new HeldSkill(skill.value(), Optional.of(level), Optional.of(EvidenceKind.SELF), Optional.empty()));
    }

    private Edit smallest(Match.Term term) {
        if (term.answer().isEmpty()) return held(term);
        Held held = term.answer().get().held();
        Requirement requirement = term.requirement();
        boolean same = term.answer().get().relation() == Similarities.Relation.SAME;
        if (!same || held.level().stepsBelow(requirement.level()) > 0) return held(term);
        YearMonth month = YearMonth.from(session.asOf());
        if (!held.isVerified() || held.lastUsed().isEmpty()) return proving(requirement);
        return Edit.skill(
                "recent",
                USE_AGAIN,
                text(term),
                new HeldSkill(
                        requirement.skill().value(),
                        Optional.of(held.level()),
                        Optional.of(claimable(held)),
                        Optional.of(month)));
    }

    /** The skill itself, at the level asked. */
    private Edit held(Match.Term term) {
        Requirement requirement = term.requirement();
        Optional<Held> held = term.answer()
                .filter(a -> a.relation() == Similarities.Relation.SAME)
                .map(Answer::held);
        int steps = held.map(h -> h.level().stepsBelow(requirement.level())).orElse(0);
        return Edit.skill(
                steps > 0 ? "level" : "skill",
                steps > 0 ? RAISE + steps : LEARN + requirement.level().ordinal(),
                text(term),
                new HeldSkill(
                        requirement.skill().value(),
                        Optional.of(requirement.level()),
                        Optional.of(held.map(Edits::claimable).orElse(EvidenceKind.SELF)),
                        Optional.empty()));
    }

    /** By a credential that tests it, within the profile's limits; the shortest there is. Else by an assessment that the catalogue does not know. */
    private Edit proving(Requirement requirement) {
        String label = Words.quoted(session.view().taxonomy().label(requirement.skill()));
        Optional<Credential> proof = proofs.computeIfAbsent(requirement.skill(), this::proofs).stream()
                .filter(c -> c.outcomes().stream()
                        .anyMatch(o ->
                                o.skill().filter(requirement.skill()::equals).isPresent()
                                        && Taught.level(o, c).compareTo(requirement.level()) >= 0))
                .findFirst();
        if (proof.isPresent()) {
            return Edit.credential(
                    PROVE,
                    "prove " + label + " by earning " + Words.quoted(proof.get().title()),
                    earned(proof.get()));
        }
        return Edit.skill(
                "proof",
                PROVE,
                "have " + label + " assessed",
                new HeldSkill(
                        requirement.skill().value(),
                        Optional.of(requirement.level()),
                        Optional.of(EvidenceKind.ASSESSED),
                        Optional.of(YearMonth.from(session.asOf()))));
    }

    /** A copy of a credential that was earned on the day of the answer. */
    private HeldCredential earned(Credential credential) {
        return new HeldCredential(
                Optional.of(credential.id()),
                Optional.empty(),
                Optional.of(session.asOf()),
                Optional.empty(),
                Optional.of(GENUINE));
    }

    private List<Credential> proofs(SkillId skill) {
        Filter tested = admitted.and(Filter.in("assessed", "true")).and(Filter.in("skill", skill.value()));
        List<String> ids = session
                .view()
                .rankBySkills(Kind.CREDENTIALS, List.of(Map.of(skill, 1.0)), false, tested, PROOFS_LOOKED_AT)
                .stream()
                .map(Ranked::id)
                .toList();
        return session.view().find(Kind.CREDENTIALS, ids).stream()
                .filter(c -> !understood.heldCredentials().contains(c.id())
                        && understood.heldCredentials().containsAll(c.entry().credentials()))
                .sorted(Comparator.comparingDouble(
                                (Credential c) -> c.workload().hours().orElse(Double.MAX_VALUE))
                        .thenComparing(Credential::id))
                .toList();
    }

    private String text(Match.Term term) {
        return Match.change(term.requirement(), term.answer(), session.view().taxonomy());
    }

    /** What one can say of oneself: whether a credential stands behind it is another matter. */
    private static EvidenceKind claimable(Held held) {
        return held.evidence().compareTo(EvidenceKind.ENDORSED) <= 0 ? held.evidence() : EvidenceKind.SELF;
    }
}
