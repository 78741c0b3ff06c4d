package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Finding;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import dev.rung.person.Verdict;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** More evidence never counts less; what a credential opens is what one finds open who has earned it. */
class ProofLawsTest {
    static final Verdict GENUINE =
            new Verdict(Finding.VALID, Finding.VALID, Finding.VALID, Finding.VALID, Optional.empty(), List.of());

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void another_skill_lowers_no_score(@ForAll long seed) {
        World world = new World(seed);
        Profile profile = world.profile();

        assertNothingFell(world, profile, with(profile, world.heldSkill()));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void another_verified_credential_lowers_no_score(@ForAll long seed) {
        World world = new World(seed);
        Profile profile = world.profile();
        Credential credential = world.any(world.all(Kind.CREDENTIALS));

        assertNothingFell(world, profile, World.holding(profile, credential.id()));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void better_evidence_for_the_same_skill_lowers_no_score(@ForAll long seed) {
        World world = new World(seed);
        Profile plain = world.profile();
        HeldSkill skill = world.heldSkill();
        List<Profile> byEvidence = Stream.of(EvidenceKind.values())
                .map(kind ->
                        with(plain, new HeldSkill(skill.skill(), skill.level(), Optional.of(kind), skill.lastUsed())))
                .toList();

        for (int i = 1; i < byEvidence.size(); i++) {
            assertNothingFell(world, byEvidence.get(i - 1), byEvidence.get(i));
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void a_skill_used_longer_ago_raises_no_score(@ForAll long seed) {
        World world = new World(seed);
        Profile plain = world.profile();
        HeldSkill skill = world.heldSkill();
        YearMonth now = YearMonth.from(World.DAY);
        List<Profile> fromOldest = Stream.of(now.minusYears(30), now.minusYears(4), now.minusMonths(1), now)
                .map(last ->
                        with(plain, new HeldSkill(skill.skill(), skill.level(), skill.evidence(), Optional.of(last))))
                .toList();

        for (int i = 1; i < fromOldest.size(); i++) {
            assertNothingFell(world, fromOldest.get(i - 1), fromOldest.get(i));
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void what_a_credential_opens_is_what_is_open_to_its_holder_and_was_not_before(@ForAll long seed) {
        World world = new World(seed);
        Profile profile = world.profile().within(world.constraints());
        long now = reachable(world, profile);

        for (CredentialAdvice advice :
                world.recommender.credentials(world.ask(profile)).results()) {
            assertThat(advice.opens())
                    .as(advice.id())
                    .isEqualTo(reachable(world, World.holding(profile, advice.id())) - now);
        }
    }

    /** Every job is in the answer to which anything the person holds speaks, so counting the answer counts all jobs within reach. */
    private static long reachable(World world, Profile profile) {
        return world.recommender.jobs(world.ask(profile)).results().stream()
                .filter(JobAdvice::reachable)
                .count();
    }

    private static void assertNothingFell(World world, Profile less, Profile more) {
        Map<String, Double> then = new HashMap<>();
        world.recommender.roles(world.ask(more)).results().forEach(r -> then.put(r.id(), r.score()));
        world.recommender.jobs(world.ask(more)).results().forEach(j -> then.put(j.id(), j.score()));

        for (RoleAdvice role : world.recommender.roles(world.ask(less)).results()) {
            assertThat(then.getOrDefault(role.id(), 0.0)).as(role.id()).isGreaterThanOrEqualTo(role.score());
        }
        for (JobAdvice job : world.recommender.jobs(world.ask(less)).results()) {
            assertThat(then.getOrDefault(job.id(), 0.0)).as(job.id()).isGreaterThanOrEqualTo(job.score());
        }
    }

    private static Profile with(Profile profile, HeldSkill skill) {
        List<HeldSkill> skills = new ArrayList<>(profile.skills());
        skills.add(skill);
        return new Profile(
                profile.text(),
                skills,
                profile.credentials(),
                profile.experience(),
                profile.target(),
                profile.constraints());
    }
}
