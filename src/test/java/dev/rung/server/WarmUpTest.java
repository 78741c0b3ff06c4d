package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.match.Recommender;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a catalogue is asked before anybody else asks it. */
class WarmUpTest {
    private final Catalogue starter = StarterForTests.catalogue();
    private final Recommender recommender = new Recommender(starter, StarterForTests.ENCODER);

    @ParameterizedTest
    @CsvSource({"0, 0", "3000, 0", "19999, 0", "20000, 20", "90500, 90", "227000, 200", "50000000, 200"})
    void aQuestionForEveryThousandJobsOfALargeCatalogue(long jobs, int rounds) {
        assertThat(WarmUp.rounds(jobs)).isEqualTo(rounds);
    }

    @Test
    void aSmallCatalogueIsReadyAtOnce() {
        assertThat(new WarmUp(starter, recommender, () -> 0).run()).isZero();
    }

    @Test
    void asksAsManyRoundsAsItIsTold() {
        try (CatalogueView view = starter.view()) {
            assertThat(new WarmUp(starter, recommender, () -> 0).ask(view, 3)).isEqualTo(3);
        }
    }

    @Test
    void endsWhenTimeIsUp() {
        AtomicLong seconds = new AtomicLong();
        try (CatalogueView view = starter.view()) {
            int asked = new WarmUp(starter, recommender, () -> seconds.addAndGet(6) * 1_000_000_000L).ask(view, 50);
            assertThat(asked).isEqualTo(1);
        }
    }
}
