package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.formats.StarterCatalogue;
import dev.rung.match.Recommender;
import java.io.IOException;
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
    @TempDir
    static Path lexical;

    @TempDir
    static Path trained;

    private static LuceneCatalogue withoutModel;
    private static LuceneCatalogue withModel;
    private static TrainedEncoder model;

    @BeforeAll
    static void fill() throws IOException {
        StarterForTests.fill(lexical);
        withoutModel = StarterForTests.open(lexical);
        model = TrainedEncoder.read(Path.of("models/skills"));
        withModel = LuceneCatalogue.open(trained, model, Recommender.candidateReader(model));
        withModel.write(StarterCatalogue.builtIn().changes(model));
    }

    @AfterAll
    static void close() {
        withoutModel.close();
        withModel.close();
    }

    @TestFactory
    Stream<DynamicTest> a_sensible_adviser_would_agree() {
        return Stream.concat(
                tests("with its model", new Recommender(withModel, model)),
                tests("without a model", new Recommender(withoutModel, StarterForTests.ENCODER)));
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
