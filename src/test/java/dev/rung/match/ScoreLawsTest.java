package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Kind;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.person.Profile;
import dev.rung.role.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for every answer, whatever the catalogue and whoever asks. */
class ScoreLawsTest {
    /** What every kind of result has. */
    record Result(String id, double score, List<Reason> reasons) {}

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void reasons_sum_to_the_score_to_the_last_digit(@ForAll long seed) {
        for (List<Result> answer : answers(new World(seed))) {
            for (Result result : answer) {
                assertThat(sum(result.reasons())).as(result.id()).isEqualByComparingTo(printed(result.score()));
                assertThat(result.reasons()).as(result.id()).allMatch(r -> r.contribution() > 0);
            }
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void results_stand_by_score_then_by_id_each_once(@ForAll long seed) {
        for (List<Result> answer : answers(new World(seed))) {
            assertThat(answer)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(Result::score).reversed().thenComparing(Result::id));
            assertThat(answer).extracting(Result::id).doesNotHaveDuplicates();
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_score_is_the_weighted_mean_of_the_strengths(@ForAll long seed) {
        World world = new World(seed);
        Profile profile = withoutText(world.profile());
        for (RoleAdvice advice : world.recommender.roles(world.ask(profile)).results()) {
            Map<String, Double> strengths = new TreeMap<>();
            advice.reasons()
                    .forEach(r ->
                            strengths.put(r.skill().orElseThrow(), r.strength().orElseThrow()));
            Role role = role(world, advice.id());
            double weights =
                    role.requirements().stream().mapToDouble(q -> q.weight()).sum();
            double mean = role.requirements().stream()
                            .mapToDouble(q -> q.weight()
                                    * strengths.getOrDefault(q.skill().value(), 0.0))
                            .sum()
                    / weights;
            // Each part is rounded to a millionth.
            assertThat(advice.score()).isCloseTo(mean, org.assertj.core.api.Assertions.within(1e-5));
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void the_same_question_has_the_same_answer_to_the_byte(@ForAll long seed) {
        World world = new World(seed);
        RecommendationRequest request = world.ask(world.profile());
        Recommender fresh = new Recommender(world.catalogue, World.ENCODER);

        assertThat(Json.write(world.recommender.credentials(request)))
                .isEqualTo(Json.write(fresh.credentials(request)));
        assertThat(Json.write(world.recommender.roles(request))).isEqualTo(Json.write(fresh.roles(request)));
        assertThat(Json.write(world.recommender.jobs(request))).isEqualTo(Json.write(fresh.jobs(request)));
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void an_answer_can_be_made_again_from_what_it_says(@ForAll long seed) throws IOException, InvalidJson {
        World world = new World(seed);
        Profile profile = world.profile().within(world.constraints());
        var answer = world.recommender.credentials(
                RecommendationRequest.about(profile).asOf(World.DAY));
        var told = Json.mapper().readTree(Json.write(answer));

        // Only what the answer itself says, and the profile: another service over the same catalogue with the same
        // model.
        RecommendationRequest again = new RecommendationRequest(
                profile,
                RecommendationRequest.DEFAULT_LIMIT,
                Json.read(told.path("weights"), Weights.class),
                Optional.of(LocalDate.parse(told.path("asOf").textValue())));
        var remade = new Recommender(world.catalogue, World.ENCODER).credentials(again);

        assertThat(Json.write(remade)).isEqualTo(Json.write(answer));
        try (var view = world.catalogue.view()) {
            assertThat(told.path("generation").textValue())
                    .isEqualTo(view.generation().token());
            assertThat(told.path("model").textValue()).isEqualTo(World.ENCODER.name());
        }
        world.catalogue.write(List.of(dev.rung.catalogue.Change.remove(Kind.JOBS, "jobs-1")));
        assertThat(world.recommender.credentials(again).generation()).isNotEqualTo(answer.generation());
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void a_lower_limit_cuts_the_answer_and_changes_nothing_else(@ForAll long seed) {
        World world = new World(seed);
        RecommendationRequest request = world.ask(world.profile());
        List<CredentialAdvice> all = world.recommender.credentials(request).results();
        List<RoleAdvice> roles = world.recommender.roles(request).results();

        assertThat(world.recommender.credentials(request.limit(3)).results())
                .isEqualTo(all.stream().limit(3).toList());
        assertThat(world.recommender.roles(request.limit(3)).results())
                .isEqualTo(roles.stream().limit(3).toList());
    }

    private static List<List<Result>> answers(World world) {
        Profile profile = world.profile().within(world.constraints());
        RecommendationRequest request = world.ask(profile);
        CandidateRequest wanted = CandidateRequest.skills(List.of("weld steel", "s3", "lead a team"));
        return Stream.of(
                        world.recommender.credentials(request).results().stream()
                                .map(r -> new Result(r.id(), r.score(), r.reasons())),
                        world.recommender.roles(request).results().stream()
                                .map(r -> new Result(r.id(), r.score(), r.reasons())),
                        world.recommender.jobs(request).results().stream()
                                .map(r -> new Result(r.id(), r.score(), r.reasons())),
                        world.recommender.candidates(wanted).results().stream()
                                .map(r -> new Result(r.id(), r.score(), r.reasons())))
                .map(Stream::toList)
                .toList();
    }

    private static BigDecimal sum(List<Reason> reasons) {
        return reasons.stream().map(r -> printed(r.contribution())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The number as it is printed, so that what people add up by hand is what is compared. */
    private static BigDecimal printed(double number) {
        return BigDecimal.valueOf(number);
    }

    private static Profile withoutText(Profile profile) {
        return new Profile(
                Optional.empty(),
                profile.skills(),
                profile.credentials(),
                profile.experience(),
                profile.target(),
                profile.constraints());
    }

    private static Role role(World world, String id) {
        return new ArrayList<>(world.all(Kind.ROLES))
                .stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }
}
