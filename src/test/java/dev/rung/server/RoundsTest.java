package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Change;
import dev.rung.json.Recent;
import dev.rung.trust.TrustSettings;
import dev.rung.wallet.Round;
import dev.rung.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials are checked again by themselves. */
class RoundsTest {
    @Test
    void roundAfterRoundAlsoAfterOneThatFailed() throws Exception {
        CountDownLatch rounds = new CountDownLatch(3);
        AtomicInteger number = new AtomicInteger();
        Recent<Round> past = Round.inMemory();
        try (Catalogue catalogue = Running.filled()) {
            Wallet wallet = new Wallet(catalogue, () -> {
                rounds.countDown();
                if (number.incrementAndGet() == 1) throw new IllegalStateException("a round that fails");
                return TrustSettings.OFFLINE;
            });
            try (Rounds every = Rounds.every(Duration.ofMillis(1), wallet, past, new Metrics(catalogue))) {
                assertThat(rounds.await(60, TimeUnit.SECONDS)).isTrue();
            }
            // The first round failed, the second did not.
            assertThat(past.all()).isNotEmpty().hasSizeLessThan(number.get());
            assertThat(past.all().getLast().found().checked()).isPositive();
            int before = number.get();
            // The third round began after the second had ended, so what the second found is there.
            assertThat(wallet.recheck("cand-1", Optional.empty()).getFirst().was())
                    .isFalse();
            assertThat(number.get()).isEqualTo(before + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H, ,                     PT1M", // never: soon after the start
        "PT24H, 2026-11-20T12:00:00Z, PT1M", // long due
        "PT24H, 2026-11-22T13:00:00Z, PT1H", // what is left of the day
        "PT24H, 2026-11-22T12:00:30Z, PT1M",
        "PT24H, 2030-01-01T00:00:00Z, PT24H", // the clock was wrong
        "PT10S, ,                     PT10S"
    })
    void theFirstRoundComesWhenItIsDueButNotAtOnce(Duration interval, @Nullable Instant last, Duration wait) {
        assertThat(Rounds.untilFirst(interval, Optional.ofNullable(last), Instant.parse("2026-11-23T12:00:00Z")))
                .isEqualTo(wait);
    }

    @Test
    void aServerChecksAgainByItself() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        try (Running rung = Running.over(
                new WrittenCatalogue(Running.filled(), written), c -> c.withRecheck(Duration.ofMillis(1)))) {
            assertThat(written.await(60, TimeUnit.SECONDS)).isTrue();

            assertThat(rung.get("/v1/candidates/cand-1")
                            .json()
                            .at("/profile/credentials/0/verdict/signature")
                            .textValue())
                    .isEqualTo("unknown");
        }
    }

    /** Tells when something has been written. */
    private static final class WrittenCatalogue extends ForwardingCatalogue {
        private final CountDownLatch written;

        WrittenCatalogue(Catalogue real, CountDownLatch written) {
            super(real);
            this.written = written;
        }

        @Override
        public void write(List<Change> changes) {
            super.write(changes);
            written.countDown();
        }
    }
}
