package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.formats.StarterCatalogue;
import dev.rung.match.Recommender;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The golden cases on the starter catalogue as it is served: in Lucene, with the model that Rung comes with, and with the encoder that needs no model. */
class GoldenCasesTest {
    private static final SkillEncoder NO_MODEL = new LexicalEncoder();

    @TempDir
    static Path lexical;

    @TempDir
    static Path trained;

    private static LuceneCatalogue withoutModel;
    private static LuceneCatalogue withModel;

    @BeforeAll
    static void fill() {
        StarterForTests.fill(trained);
        withModel = StarterForTests.open(trained);
        withoutModel = LuceneCatalogue.open(lexical, NO_MODEL, Recommender.candidateReader(NO_MODEL));
        withoutModel.write(StarterCatalogue.builtIn().changes(NO_MODEL));
    }

    @AfterAll
    static void close() {
        withoutModel.close();
        withModel.close();
    }

    @TestFactory
    Stream<DynamicTest> a_sensible_adviser_would_agree() {
        return Stream.concat(
                tests("with its model", new Recommender(withModel, StarterForTests.ENCODER)),
                tests("without a model", new Recommender(withoutModel, NO_MODEL)));
    }

    private static Stream<DynamicTest> tests(String with, Recommender recommender) {
        return GoldenCases.ofStarter().cases().stream()
                .map(golden -> DynamicTest.dynamicTest(golden.id() + " " + with + ": " + golden.story(), () -> {
                    GoldenCases.Report report = new GoldenCases(List.of(golden)).run(recommender);
                    assertThat(report.cases())
                            .allSatisfy(r -> assertThat(r.passed()).as(r.why()).isTrue());
                }));
    }

    @Test
    void all_twelve_are_there() {
        assertThat(GoldenCases.ofStarter().cases())
                .extracting(GoldenCase::id)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 12).mapToObj(n -> "G" + n).toList());
    }
}
