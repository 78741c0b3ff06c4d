package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long one waits for a place, with a clock that the tests set. */
class PlacesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicLong now = new AtomicLong(1_000_000_000_000L);
    private final Places places = new Places(1, 5, PATIENCE, why -> {}, now::get);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        places.close();
    }

    private void begin() {
        Thread.ofVirtual().start(() -> {
            try {
                places.work(PATIENCE, end::await);
            } catch (Refusal e) {
                assertThat(e.problem().status()).as("closed meanwhile").isEqualTo(503);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void fill(int inQueue) {
        begin();
        while (places.busy() < 1) Thread.onSpinWait();
        for (int i = 0; i < inQueue; i++) begin();
        while (places.queued() < inQueue) Thread.onSpinWait();
    }

    @Test
    void aQueueThatHasJustFormedIsABurst() {
        fill(3);
        now.addAndGet(Duration.ofSeconds(11).toNanos());

        assertThat(places.patience()).isEqualTo(PATIENCE);
    }

    @Test
    void aQueueThatStandsIsShortened() {
        fill(3);
        now.addAndGet(Duration.ofSeconds(13).toNanos());

        assertThat(places.patience()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void placesThatAreTakenWithoutAQueueAreNoOverload() {
        fill(0);
        now.addAndGet(Duration.ofDays(1).toNanos());

        assertThat(places.patience()).isEqualTo(PATIENCE);
    }

    @Test
    void aQueueThatEmptiedOnceMayFormAnew() throws Exception {
        fill(3);
        now.addAndGet(Duration.ofSeconds(13).toNanos());
        end.countDown();
        while (places.queued() > 0) Thread.onSpinWait();

        places.work(PATIENCE, () -> {});

        assertThat(places.patience()).isEqualTo(PATIENCE);
    }

    @Test
    void whatTheWorkThrowsReachesTheCallerAndThePlaceIsFree() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> places.work(Duration.ZERO, () -> {
                        throw new IOException("no");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no");
            assertThatThrownBy(() -> places.work(Duration.ZERO, () -> {
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
        }
        places.work(Duration.ZERO, () -> {});
    }

    @Test
    void whatClosesTakesNoMoreWork() {
        places.close();

        assertThatThrownBy(() -> places.work(PATIENCE, () -> {})).isInstanceOf(Refusal.class);
        assertThat(places.busy()).isZero();
    }
}
