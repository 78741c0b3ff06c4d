package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import dev.rung.credential.Money;
import dev.rung.match.GroupRequest.Cover;
import dev.rung.match.GroupRequest.Least;
import dev.rung.match.GroupRequest.Member;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.InvalidField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** A plan for a team is the cheapest there is, and does what it says when its credentials are held. */
class GroupTest {
    private static final Target WELDER = Target.role("welder");

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void no_plan_takes_less(@ForAll long seed) {
        World world = new World(seed);
        List<Role> roles = world.all(Kind.ROLES).stream()
                .filter(r -> r.requirements().stream().anyMatch(Requirement::isEssential))
                .toList();
        if (roles.isEmpty()) return;
        Role role = world.any(roles);
        List<Member> members =
                List.of(new Member("a", world.profile().within(world.constraints())), new Member("b", world.profile()));
        for (Cover cover : Cover.values()) {
            GroupPlan plan = world.recommender.group(new GroupRequest(
                    members,
                    Target.role(role.id()),
                    cover,
                    Least.HOURS,
                    Optional.empty(),
                    Weights.DEFAULT,
                    Optional.of(World.DAY)));

            List<Set<Need>> met = new ArrayList<>();
            double cheapest = 0;
            for (Member member : members) met.add(met(world, role, member.profile()));
            if (cover == Cover.EACH) {
                for (int m = 0; m < members.size(); m++) {
                    cheapest += cheapest(options(world, role, members.subList(m, m + 1)), met.get(m), plan.needed());
                }
            } else {
                Set<Need> team = new HashSet<>();
                met.forEach(team::addAll);
                cheapest = cheapest(options(world, role, members), team, plan.needed());
            }
            assertThat(plan.exact()).isTrue();
            assertThat(plan.amount()).as("%s %s", role.id(), cover).isEqualTo(cheapest);
            assertThat(plan.bound()).isEqualTo(plan.amount());
            assertThat(plan.hours()).hasValue(plan.amount());
            for (int m = 0; m < members.size(); m++) {
                GroupPlan.Part part = plan.members().get(m);
                Profile then = members.get(m).profile();
                for (GroupPlan.Course course : part.credentials()) then = World.holding(then, course.id());
                assertThat(part.was()).isEqualTo(met.get(m).size());
                assertThat(met(world, role, then)).hasSize(part.met());
            }
        }
    }

    /** The essential requirements of a role that somebody meets, told by the answer about roles. */
    private static Set<Need> met(World world, Role role, Profile profile) {
        Gap gap = world.recommender
                .roles(world.ask(profile.towards(Target.role(role.id()))))
                .gap()
                .orElseThrow();
        Map<String, Gap.Part> parts =
                gap.requirements().stream().collect(Collectors.toMap(Gap.Part::skill, Function.identity()));
        return role.requirements().stream()
                .filter(Requirement::isEssential)
                .filter(r -> parts.get(r.skill().value()).state() == Gap.State.HELD)
                .map(Need::of)
                .collect(Collectors.toSet());
    }

    /** What each credential that some member may take would newly meet, with its hours. */
    private static List<Map.Entry<Set<Need>, Double>> options(World world, Role role, List<Member> members) {
        List<Map.Entry<Set<Need>, Double>> options = new ArrayList<>();
        for (Credential credential : world.all(Kind.CREDENTIALS)) {
            if (credential.workload().hours().isEmpty()) continue;
            boolean open = members.stream().anyMatch(m -> isOpen(world, credential, m.profile()));
            Set<Need> meets = open ? met(world, role, World.holding(Profile.EMPTY, credential.id())) : Set.of();
            if (!meets.isEmpty())
                options.add(Map.entry(meets, credential.workload().hours().get()));
        }
        return options;
    }

    private static boolean isOpen(World world, Credential credential, Profile profile) {
        Understanding understood = world.recommender.understand(profile);
        return !understood.heldCredentials().contains(credential.id())
                && understood.heldCredentials().containsAll(credential.entry().credentials())
                && Admission.together(Admission.credentials(profile.constraints()))
                        .admits(dev.rung.catalogue.Facts.of(credential));
    }

    /** By trying out which needs can be covered at which least price: one credential after the other. */
    private static double cheapest(List<Map.Entry<Set<Need>, Double>> options, Set<Need> met, int needed) {
        Map<Set<Need>, Double> least = new java.util.HashMap<>();
        least.put(met, 0.0);
        for (Map.Entry<Set<Need>, Double> option : options) {
            for (Map.Entry<Set<Need>, Double> each : List.copyOf(least.entrySet())) {
                Set<Need> then = new HashSet<>(each.getKey());
                then.addAll(option.getKey());
                least.merge(then, each.getValue() + option.getValue(), Math::min);
            }
        }
        int most = least.keySet().stream().mapToInt(Set::size).max().orElse(0);
        return least.entrySet().stream()
                .filter(e -> e.getKey().size() >= Math.min(most, needed))
                .mapToDouble(Map.Entry::getValue)
                .min()
                .orElseThrow();
    }

    @Test
    void each_learns_or_one_for_all() {
        Workshop workshop = workshop();
        List<Member> members = List.of(new Member("A", Profile.EMPTY), new Member("B", Profile.EMPTY));

        GroupPlan each = workshop.recommender.group(request(members, Cover.EACH));
        GroupPlan jointly = workshop.recommender.group(request(members, Cover.JOINTLY));

        assertThat(each.reached()).isTrue();
        assertThat(each.cost()).hasValue(new Money(400, "EUR"));
        assertThat(each.members()).allMatch(p -> p.credentials().getFirst().id().equals("weld-cheap"));
        assertThat(jointly.cost()).hasValue(new Money(200, "EUR"));
        assertThat(jointly.team()).hasValue(new GroupPlan.Team(0, 1));
        assertThat(jointly.members().get(0).credentials().getFirst().answers()).containsExactly("weld");
        assertThat(jointly.members().get(1).credentials()).isEmpty();
        assertThat(jointly.setAside()).containsEntry("cost", 3L);
    }

    @Test
    void a_limit_of_one_member_keeps_to_that_member() {
        Workshop workshop = workshop();
        Profile online = Workshop.asked("""
                {"constraints":{"modes":["online"]}}""").profile();

        GroupPlan plan = workshop.recommender.group(
                request(List.of(new Member("A", online), new Member("B", Profile.EMPTY)), Cover.EACH));

        assertThat(plan.reached()).isFalse();
        assertThat(plan.members()).extracting(GroupPlan.Part::reached).containsExactly(false, true);
    }

    @Test
    void a_target_that_is_not_there_is_a_fault_of_the_request() {
        assertThatThrownBy(() -> workshop()
                        .recommender
                        .group(GroupRequest.of(
                                List.of(new Member("A", Profile.EMPTY)),
                                Target.role("no such trade at all"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("target");
    }

    @Test
    void aCurrencyThatIsNoneIsRefusedRatherThanLeavingEveryCredentialWithoutAPrice() {
        assertThatThrownBy(() -> new GroupRequest(
                        List.of(new Member("A", Profile.EMPTY)),
                        WELDER,
                        Cover.EACH,
                        Least.COST,
                        Optional.of("euro"),
                        Weights.DEFAULT,
                        Optional.empty()))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("currency");
    }

    private static GroupRequest request(List<Member> members, Cover cover) {
        return new GroupRequest(
                members, WELDER, cover, Least.COST, Optional.empty(), Weights.DEFAULT, Optional.of(Workshop.DAY));
    }

    private static Workshop workshop() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.CREDENTIALS, """
                {"id":"weld-dear","title":"Dear","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"weld"}],"assessment":["exam"],"offer":{"cost":{"amount":300,"currency":"EUR"}}}
                {"id":"weld-cheap","title":"Cheap","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"weld"}],"assessment":["exam"],"offer":{"cost":{"amount":200,"currency":"EUR"}}}
                {"id":"weld-usd","title":"Elsewhere","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"weld"}],"assessment":["exam"],"offer":{"cost":{"amount":100,"currency":"USD"}}}
                """);
        return workshop;
    }
}
