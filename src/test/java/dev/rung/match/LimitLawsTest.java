package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
import dev.rung.credential.AssessmentKind;
import dev.rung.credential.Credential;
import dev.rung.credential.Mode;
import dev.rung.credential.Money;
import dev.rung.person.Constraints;
import dev.rung.person.Profile;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Limits leave out what lies beyond them, and nothing else. What lies within is said here anew, from the words of {@link Constraints}. */
class LimitLawsTest {
    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void what_is_within_the_limits_keeps_its_place_and_score(@ForAll long seed) {
        World world = new World(seed).withJobsAnywhere();
        Profile free = world.profile();
        Profile limited = free.within(world.constraints());

        Map<String, Credential> records = credentials(world);
        assertThat(scored(world, limited))
                .containsExactlyElementsOf(scored(world, free).stream()
                        .filter(r -> isWithin(records.get(r.id()), limited.constraints()))
                        .toList());
    }

    /** What is answered, near-duplicates that stand under another's place among it, best first. */
    private static List<Ranked> scored(World world, Profile profile) {
        return world.recommender.credentials(world.ask(profile)).results().stream()
                .flatMap(r -> Stream.concat(
                        Stream.of(new Ranked(r.id(), r.score())),
                        r.alternatives().stream().map(a -> new Ranked(a.id(), a.score()))))
                .sorted(Ranked.BEST_FIRST)
                .toList();
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void nothing_beyond_the_limits_is_answered_and_nothing_that_teaches_what_is_wanted_is_lost(@ForAll long seed) {
        World world = new World(seed);
        Profile free = world.profile();
        Profile limited = free.within(world.constraints());
        Map<String, Credential> records = credentials(world);

        List<CredentialAdvice> answer =
                world.recommender.credentials(world.ask(limited)).results();

        assertThat(answer).allMatch(r -> isWithin(records.get(r.id()), limited.constraints()));
        // Where the jobs differ by region and language, so does what a credential opens; what it teaches does not.
        assertThat(scored(world, limited))
                .extracting(Ranked::id)
                .containsAll(world.recommender.credentials(world.ask(free)).results().stream()
                        .filter(r -> r.gain() > 0 && isWithin(records.get(r.id()), limited.constraints()))
                        .map(CredentialAdvice::id)
                        .toList());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void what_lifting_a_limit_would_let_in_is_counted(@ForAll long seed) {
        World world = new World(seed);
        Constraints limits = world.constraints();

        Recommendations<CredentialAdvice> answer =
                world.recommender.credentials(world.ask(world.profile().within(limits)));

        List<Credential> all = world.all(Kind.CREDENTIALS);
        long within = all.stream().filter(c -> isWithin(c, limits)).count();
        assertThat(answer.setAside().getOrDefault("constraints", 0L)).isEqualTo(all.size() - within);
        for (Recommendations.Relaxation relaxation : answer.relaxations()) {
            Constraints fewer = without(limits, relaxation.constraint());
            assertThat(relaxation.more())
                    .as(relaxation.constraint())
                    .isEqualTo(all.stream().filter(c -> isWithin(c, fewer)).count() - within)
                    .isPositive();
        }
    }

    private static Map<String, Credential> credentials(World world) {
        return world.all(Kind.CREDENTIALS).stream().collect(Collectors.toMap(Credential::id, Function.identity()));
    }

    private static boolean isWithin(Credential c, Constraints limits) {
        boolean lenient = limits.allowUnknown();
        return limits.maxHours().stream()
                        .allMatch(
                                most -> c.workload().hours().map(h -> h <= most).orElse(lenient))
                && limits.maxCost().stream().allMatch(most -> c.offer()
                        .cost()
                        .map(cost -> isPayable(cost, most))
                        .orElse(lenient))
                && meets(limits.modes(), c.offer().modes(), lenient)
                && meets(limits.languages(), c.offer().languages(), lenient)
                && limits.region().stream().allMatch(region -> isNear(c, region))
                && (!limits.noFormalEntry() || c.entry().formal().map(f -> !f).orElse(lenient))
                && (!limits.assessedOnly()
                        || !c.assessment().isEmpty() && !c.assessment().contains(AssessmentKind.NONE))
                && limits.recognisedBy().stream().allMatch(c.recognisedBy()::contains);
    }

    private static boolean isPayable(Money cost, Money most) {
        return cost.isFree() || cost.currency().equals(most.currency()) && cost.amount() <= most.amount();
    }

    private static <T> boolean meets(List<T> accepted, List<T> offered, boolean lenient) {
        if (accepted.isEmpty()) return true;
        return offered.isEmpty() ? lenient : offered.stream().anyMatch(accepted::contains);
    }

    private static boolean isNear(Credential c, String region) {
        return c.offer().regions().isEmpty()
                || c.offer().modes().contains(Mode.ONLINE)
                || c.offer().regions().stream()
                        .anyMatch(r -> r.equals(region) || contains(r, region) || contains(region, r));
    }

    private static boolean contains(String country, String region) {
        return region.startsWith(country + "-");
    }

    private static Constraints without(Constraints limits, String name) {
        return new Constraints(
                limits.hoursPerWeek(),
                name.equals("maxHours") ? Constraints.NONE.maxHours() : limits.maxHours(),
                name.equals("maxCost") ? Constraints.NONE.maxCost() : limits.maxCost(),
                name.equals("modes") ? List.of() : limits.modes(),
                name.equals("languages") ? List.of() : limits.languages(),
                name.equals("region") ? Constraints.NONE.region() : limits.region(),
                !name.equals("noFormalEntry") && limits.noFormalEntry(),
                !name.equals("assessedOnly") && limits.assessedOnly(),
                name.equals("recognisedBy") ? Constraints.NONE.recognisedBy() : limits.recognisedBy(),
                limits.allowUnknown());
    }
}
