package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.lucene.LuceneCatalogue;
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

/** The golden cases on the starter catalogue as it is served: in Lucene, with the encoder that needs no model. */
class GoldenCasesTest {
    @TempDir
    static Path folder;

    private static LuceneCatalogue catalogue;

    @BeforeAll
    static void fill() {
        StarterForTests.fill(folder);
        catalogue = StarterForTests.open(folder);
    }

    @AfterAll
    static void close() {
        catalogue.close();
    }

    @TestFactory
    Stream<DynamicTest> a_sensible_adviser_would_agree() {
        Recommender recommender = new Recommender(catalogue, StarterForTests.ENCODER);
        return GoldenCases.ofStarter().cases().stream()
                .map(golden -> DynamicTest.dynamicTest(golden.id() + ": " + golden.story(), () -> {
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
