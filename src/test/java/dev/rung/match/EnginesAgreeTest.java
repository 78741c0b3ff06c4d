package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.evaluation.GoldenCase;
import dev.rung.evaluation.GoldenCases;
import dev.rung.json.Json;
import dev.rung.pathway.Pathfinder;
import dev.rung.pathway.PathwayRequest;
import dev.rung.pathway.Pathways;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The fast engine gives the answers of the exact one, and gives them again after it was closed and opened. */
class EnginesAgreeTest {
    @TempDir
    static Path folder;

    private static LuceneCatalogue lucene;

    @BeforeAll
    static void fill() {
        StarterForTests.fill(folder);
        lucene = StarterForTests.open(folder);
    }

    @AfterAll
    static void close() {
        lucene.close();
    }

    @TestFactory
    Stream<DynamicTest> on_every_golden_profile() {
        Recommender fast = new Recommender(lucene, StarterForTests.ENCODER);
        Recommender exact = StarterForTests.recommender();
        return requests()
                .map(request -> DynamicTest.dynamicTest(request.id(), () -> {
                    assertThat(answer(fast, request)).isNotEmpty().isEqualTo(answer(exact, request));
                }));
    }

    @Test
    void on_who_has_a_skill() {
        CandidateRequest request = CandidateRequest.skills(List.of("data analysis", "SQL", "project management"));

        assertThat(ids(new Recommender(lucene, StarterForTests.ENCODER), request))
                .isNotEmpty()
                .isEqualTo(ids(StarterForTests.recommender(), request));
    }

    @Test
    void after_closing_and_opening_to_the_byte() {
        List<String> before = bytes(lucene);

        lucene.close();
        lucene = StarterForTests.open(folder);

        assertThat(bytes(lucene)).isEqualTo(before);
    }

    /** A golden question without its expectations. */
    private record Question(String id, GoldenCase.Ask ask, RecommendationRequest request) {}

    private static Stream<Question> requests() {
        List<Question> questions = new ArrayList<>();
        for (GoldenCase golden : GoldenCases.ofStarter().cases()) {
            for (int i = 0; i < golden.requests().size(); i++) {
                GoldenCase.Request request = golden.requests().get(i);
                questions.add(new Question(
                        golden.id() + "/" + i + " " + request.ask(),
                        request.ask(),
                        RecommendationRequest.about(request.profile()).limit(20).asOf(Workshop.DAY)));
            }
        }
        return questions.stream();
    }

    /** Ids, scores and what is opened, in order. */
    private static List<String> answer(Recommender recommender, Question question) {
        return switch (question.ask()) {
            case CREDENTIALS ->
                recommender.credentials(question.request()).results().stream()
                        .map(r -> r.id() + " " + r.score() + " opens " + r.opens())
                        .toList();
            case ROLES ->
                recommender.roles(question.request()).results().stream()
                        .map(r -> r.id() + " " + r.score())
                        .toList();
            case JOBS ->
                recommender.jobs(question.request()).results().stream()
                        .map(r -> r.id() + " " + r.score())
                        .toList();
            case PATHWAYS ->
                ways(recommender, question).results().stream()
                        .map(w -> w.kinds() + w.sentence() + w.steps())
                        .toList();
        };
    }

    private static Pathways ways(Recommender recommender, Question question) {
        return new Pathfinder(recommender)
                .find(PathwayRequest.about(question.request().profile()).asOf(Workshop.DAY));
    }

    private static List<String> ids(Recommender recommender, CandidateRequest request) {
        return recommender.candidates(request).results().stream()
                .map(r -> r.id() + " " + r.score())
                .toList();
    }

    private static List<String> bytes(Catalogue catalogue) {
        Recommender recommender = new Recommender(catalogue, StarterForTests.ENCODER);
        return requests()
                .limit(6)
                .map(q -> switch (q.ask()) {
                    case CREDENTIALS -> recommender.credentials(q.request());
                    case ROLES -> recommender.roles(q.request());
                    case JOBS -> recommender.jobs(q.request());
                    case PATHWAYS -> ways(recommender, q);
                })
                .map(answer -> new String(Json.write(answer), StandardCharsets.UTF_8))
                .toList();
    }
}
