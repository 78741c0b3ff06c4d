package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.match.Recommender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The evaluation of pathways, on the starter catalogue. */
class PathwayEvaluationTest {
    @TempDir
    Path folder;

    @Test
    void as_good_as_trying_everything_with_a_thousandth_of_the_plans() {
        StarterForTests.fill(folder);
        List<Integer> told = new ArrayList<>();
        PathwayEvaluation.Report report;
        try (LuceneCatalogue catalogue = StarterForTests.open(folder);
                CatalogueView view = catalogue.view()) {
            report = new PathwayEvaluation(new Recommender(catalogue, StarterForTests.ENCODER), view, 7)
                    .run(3, told::add);
        }

        assertThat(told).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(report.small().equal()).isEqualTo(3);
        assertThat(report.small().exact()).isEqualTo(3);
        assertThat(report.small().sets()).isEqualTo(3 * 166_751L);
        assertThat(report.small().fewerAtLeast()).isGreaterThan(1_000);
        assertThat(report.large().ways()).isPositive();
    }
}
