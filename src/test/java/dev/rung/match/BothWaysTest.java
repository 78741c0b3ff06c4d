package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Reach;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import dev.rung.role.Importance;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** The gap to a target, what a role lacks for the person, and the way over from one role into another. */
class BothWaysTest {
    @Test
    void the_gap_says_of_each_requirement_whether_it_is_held() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.ROLES, """
                {"id":"fitter","title":"fitter","requirements":[{"skill":"weld"},{"skill":"solder"},{"skill":"sql","importance":"optional"},{"skill":"bake"}]}
                """);

        Gap gap = workshop.recommender.credentials(Workshop.asked("""
                        {"skills":[{"skill":"weld"}],"target":{"role":"fitter"}}""")).gap().orElseThrow();

        assertThat(gap.requirements())
                .extracting(p -> p.skill() + " " + p.state())
                .containsExactly("bake MISSING", "sql MISSING", "solder PARTLY", "weld HELD");
        assertThat(gap.requirements().get(2).heldByLabel()).hasValue("weld");
        assertThat(gap.requirements().get(2).relation()).hasValue("related");
        assertThat(gap.met()).isEqualTo(1);
        assertThat(gap.of()).isEqualTo(3);
    }

    @Test
    void without_a_target_there_is_no_gap() {
        assertThat(new Workshop().recommender.roles(Workshop.asked("{}")).gap()).isEmpty();
    }

    @Test
    void a_role_lacks_what_it_does_not_use() {
        Workshop workshop = new Workshop();

        RoleAdvice welder = workshop.recommender.roles(Workshop.asked("""
                        {"skills":[{"skill":"weld"},{"skill":"sql","evidence":"work"}],"text":"I want to learn pastry"}""")).results().stream()
                .filter(r -> r.id().equals("welder"))
                .findFirst()
                .orElseThrow();

        assertThat(welder.lacks())
                .containsExactly(new Unused("bake", "bake pastries", 0, true), new Unused("sql", "SQL", 0.7, false));
    }

    @Test
    void a_move_leaves_the_old_role_behind_and_names_the_way_over() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.ROLES, """
                {"id":"fitter","title":"fitter","requirements":[{"skill":"weld"},{"skill":"bake"}]}
                """);
        workshop.put(Kind.CREDENTIALS, """
                {"id":"bake-long","title":"Long","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"bake"}],"assessment":["exam"],"workload":{"hours":90}}
                {"id":"bake-short","title":"Short","issuer":{"id":"i","name":"I"},"outcomes":[{"skill":"bake"}],"assessment":["exam"],"workload":{"hours":30}}
                """);

        List<RoleAdvice> moves = workshop.recommender.roles(Workshop.asked("""
                        {"from":"Welder"}""")).results();

        assertThat(moves).extracting(RoleAdvice::id).containsExactly("fitter");
        Bridge bridge = moves.getFirst().bridge().orElseThrow();
        assertThat(bridge.carriesOver()).containsExactly("weld");
        assertThat(bridge.credentials()).extracting(Bridge.Plank::id).containsExactly("bake-short");
        assertThat(bridge.reached()).isTrue();
        assertThat(bridge.met()).isEqualTo(2);
    }

    @Test
    void a_role_to_come_from_that_is_not_there_is_noted() {
        assertThat(new Workshop()
                        .recommender
                        .roles(Workshop.asked("""
                                {"from":"no such trade at all"}"""))
                        .understood()
                        .notes())
                .extracting(Understanding.Note::at)
                .containsExactly("/from");
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void whoever_has_crossed_a_bridge_stands_where_it_says(@ForAll long seed) {
        World world = new World(seed);
        Profile profile = world.profile().within(world.constraints());
        RecommendationRequest request = new RecommendationRequest(
                profile, 5, Weights.DEFAULT, Optional.of(World.DAY), 0, Optional.empty(), true);

        for (RoleAdvice role : world.recommender.roles(request).results()) {
            Bridge bridge = role.bridge().orElseThrow();
            Profile then = profile;
            for (Bridge.Plank plank : bridge.credentials()) then = World.holding(then, plank.id());
            Gap gap = world.recommender
                    .roles(world.ask(then.towards(Target.role(role.id()))))
                    .gap()
                    .orElseThrow();
            long essential = gap.requirements().stream()
                    .filter(p -> p.importance() == Importance.ESSENTIAL)
                    .count();
            assertThat(gap.score()).isEqualTo(bridge.score());
            assertThat(gap.met()).isEqualTo(bridge.met());
            assertThat(bridge.of()).isEqualTo(Math.toIntExact(essential));
            assertThat(bridge.reached())
                    .isEqualTo(essential > 0 && bridge.met() >= Reach.needed((int) essential, Weights.DEFAULT.reach()));
        }
    }
}
