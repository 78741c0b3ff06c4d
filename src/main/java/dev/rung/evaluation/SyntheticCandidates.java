package dev.rung.evaluation;

import dev.rung.credential.Credential;
import dev.rung.person.Candidate;
import dev.rung.person.Constraints;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Experience;
import dev.rung.person.Finding;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import dev.rung.person.Verdict;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Level;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Made-up people for load tests, marked as fictitious. Each has worked in a role, names some of what it asks for, and holds up to four credentials, of which about
 * half were checked. Nothing about them is drawn from real people.
 *
 * <p>The same roles, credentials, number and seed give the same people.
 */
public final class SyntheticCandidates {
    /** The day before which everything happened, so that the people do not depend on today. */
    private static final LocalDate LATEST = LocalDate.of(2026, 11, 1);

    private static final List<String> REGIONS = List.of(
            "DE-BY", "DE-BE", "DE-MV", "AT-9", "ES-MD", "ES-EX", "FR-IDF", "NL-NH", "IE-D", "GB-LND", "PL-MZ", "US-NJ");
    private static final int MOST_SKILLS = 8;
    private static final int MOST_CREDENTIALS = 4;
    private static final double NAMED = 0.4;
    private static final double CHECKED = 0.5;
    private static final double REVOKED = 0.02;
    private static final double KNOWN_ISSUER = 0.6;

    private final List<Role> roles;
    private final List<Credential> credentials;
    private final long seed;

    /**
     * @param roles to draw from; those without requirements are left out
     * @param credentials to draw from; may be empty
     * @param seed of all chance
     * @throws IllegalArgumentException if no role has requirements
     */
    public SyntheticCandidates(List<Role> roles, List<Credential> credentials, long seed) {
        this.roles = roles.stream()
                .filter(r -> !r.requirements().isEmpty())
                .sorted(Comparator.comparing(Role::id))
                .toList();
        if (this.roles.isEmpty()) throw new IllegalArgumentException("there is no role with requirements to draw from");
        this.credentials = credentials.stream()
                .sorted(Comparator.comparing(Credential::id))
                .toList();
        this.seed = seed;
    }

    /** The people, made as they are asked for. */
    public Stream<Candidate> stream(long count) {
        return LongStream.range(0, count).mapToObj(this::candidate);
    }

    private Candidate candidate(long n) {
        SplittableRandom chance = new SplittableRandom(seed * 1_000_003 + n);
        Role role = roles.get(chance.nextInt(roles.size()));
        List<HeldSkill> skills = new ArrayList<>();
        for (Requirement requirement : role.requirements()) {
            if (skills.size() < MOST_SKILLS && chance.nextDouble() < NAMED) skills.add(skill(requirement, chance));
        }
        List<HeldCredential> held = new ArrayList<>();
        int most = credentials.isEmpty() ? 0 : chance.nextInt(MOST_CREDENTIALS + 1);
        for (int i = 0; i < most; i++) held.add(held(credentials.get(chance.nextInt(credentials.size())), chance));
        Profile profile = new Profile(
                Optional.empty(),
                skills,
                held,
                List.of(new Experience(role.id(), 6 + chance.nextInt(180), Optional.empty())),
                Optional.empty(),
                living(REGIONS.get(chance.nextInt(REGIONS.size()))));
        return new Candidate("synthetic-" + seed + "-" + n, Optional.of("Synthetic person " + n), true, profile);
    }

    private static HeldSkill skill(Requirement requirement, SplittableRandom chance) {
        return new HeldSkill(
                requirement.skill().value(),
                Optional.of(Level.values()[chance.nextInt(Level.values().length)]),
                Optional.of(chance.nextBoolean() ? EvidenceKind.WORK : EvidenceKind.SELF),
                Optional.of(YearMonth.from(LATEST).minusMonths(chance.nextInt(120))));
    }

    private static HeldCredential held(Credential credential, SplittableRandom chance) {
        LocalDate awarded = LATEST.minusDays(chance.nextInt(3_650));
        Optional<Verdict> verdict = chance.nextDouble() < CHECKED ? Optional.of(verdict(chance)) : Optional.empty();
        return new HeldCredential(
                Optional.of(credential.id()), Optional.empty(), Optional.of(awarded), Optional.empty(), verdict);
    }

    private static Verdict verdict(SplittableRandom chance) {
        boolean isKnown = chance.nextDouble() < KNOWN_ISSUER;
        List<Verdict.Because> reasons = isKnown
                ? List.of(new Verdict.Because(
                        "issuer",
                        Verdict.ISSUER_KNOWN,
                        "A made-up registry knows the issuer.",
                        Optional.of("Synthetic registry " + chance.nextInt(3))))
                : List.of();
        return new Verdict(
                Finding.VALID,
                Finding.VALID,
                chance.nextDouble() < REVOKED ? Finding.INVALID : Finding.VALID,
                isKnown ? Finding.VALID : Finding.UNKNOWN,
                Optional.of(LATEST.atStartOfDay().toInstant(ZoneOffset.UTC)),
                reasons);
    }

    private static Constraints living(String region) {
        return new Constraints(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of("en"),
                Optional.of(region),
                false,
                false,
                Optional.empty(),
                false);
    }
}
