package dev.rung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whether work gives way, on a clock that only working and waiting move. */
class YieldingTest {
    private static final long MILLI = 1_000_000;

    private final AtomicLong now = new AtomicLong();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private long rested;
    private long freeAfter = Long.MAX_VALUE;
    private final Yielding yielding = new Yielding(now::get, this::park);

    private void park(long nanos) {
        now.addAndGet(nanos);
        rested += nanos;
        if (rested >= freeAfter) wanted.set(false);
    }

    private void work(Yielding.Slices slices, long millis) {
        now.addAndGet(millis * MILLI);
        slices.rest();
    }

    @Test
    void whoeverIsInNobodysWayGoesOn() {
        yielding.to(wanted::get);
        work(yielding.begin(), 100);

        assertThat(rested).isZero();
    }

    @Test
    void untilItIsSaidToWhomWorkGivesWayToNobody() {
        wanted.set(true);
        work(yielding.begin(), 100);

        assertThat(rested).isZero();
    }

    @Test
    void itWaitsUntilTheProcessorsAreFree() {
        yielding.to(wanted::get);
        wanted.set(true);
        freeAfter = 30 * MILLI;
        work(yielding.begin(), 100);

        assertThat(rested).isEqualTo(30 * MILLI);
    }

    @Test
    void howeverBusyItIsAFifthOfTheTimeIsWorkedSoThatItEnds() {
        yielding.to(wanted::get);
        wanted.set(true);
        Yielding.Slices slices = yielding.begin();
        for (int i = 0; i < 10; i++) work(slices, 10);

        assertThat(rested).isEqualTo(400 * MILLI);
        assertThat(now.get()).isEqualTo(500 * MILLI);
    }

    @Test
    void shortSlicesAreAddedUp() {
        yielding.to(wanted::get);
        wanted.set(true);
        Yielding.Slices slices = yielding.begin();
        work(slices, 1);
        assertThat(rested).isZero();
        work(slices, 1);
        assertThat(rested).isEqualTo(8 * MILLI);
    }
}
