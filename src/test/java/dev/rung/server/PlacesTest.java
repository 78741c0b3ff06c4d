package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits for a place and who gets it, with a clock that the tests set. */
class PlacesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicLong now = new AtomicLong(1_000_000_000_000L);
    private final List<Places.Full> sentAway = new CopyOnWriteArrayList<>();
    private final List<String> worked = new CopyOnWriteArrayList<>();
    private final Places places = new Places(1, 5, PATIENCE, sentAway::add, now::get);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> callers = new ArrayList<>();

    @AfterEach
    void stop() {
        end.countDown();
        places.close();
    }

    private void begin(String name, Places.Work work) {
        callers.add(Thread.ofVirtual().start(() -> {
            try {
                places.work(PATIENCE, () -> {
                    work.run();
                    worked.add(name);
                });
            } catch (Refusal e) {
                assertThat(e.problem().status()).isEqualTo(503);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    /** One that works until it may end. */
    private void occupy() {
        begin("first", end::await);
        while (places.busy() < 1) Thread.onSpinWait();
    }

    private void queue(String name) {
        int before = places.queued();
        begin(name, () -> {});
        while (places.queued() == before) Thread.onSpinWait();
    }

    private void letAllEnd() throws InterruptedException {
        end.countDown();
        for (Thread caller : callers) caller.join();
    }

    @Test
    void aQueueThatHasJustFormedIsABurstAndServedInOrder() throws Exception {
        occupy();
        for (String name : List.of("a", "b", "c")) queue(name);
        now.addAndGet(Duration.ofSeconds(12).toNanos());
        letAllEnd();

        assertThat(worked).containsExactly("first", "a", "b", "c");
        assertThat(sentAway).isEmpty();
    }

    /** Somebody in the queue who works until told to end. */
    private void queueBusy(String name, Semaphore mayEnd) {
        int before = places.queued();
        begin(name, mayEnd::acquire);
        while (places.queued() == before) Thread.onSpinWait();
    }

    /** Lets the one at work end, and returns when the next one is at it. */
    private void next(Semaphore mayEnd, int queued) {
        mayEnd.release();
        while (places.queued() != queued || places.busy() == 0) Thread.onSpinWait();
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    /** A queue that was looked at twice and in which one waits no shorter than before: with "d" and "e" in it, who came just now. */
    private void letStand(Semaphore mayEnd) {
        begin("first", mayEnd::acquire);
        while (places.busy() < 1) Thread.onSpinWait();
        for (String name : List.of("a", "b", "c")) queueBusy(name, mayEnd);
        pass(13);
        next(mayEnd, 2);
        pass(13);
        queueBusy("d", mayEnd);
        queueBusy("e", mayEnd);
        next(mayEnd, 1);
    }

    @Test
    void inAQueueThatStandsOnlyThoseWhoCameJustNowAreServed() throws Exception {
        Semaphore mayEnd = new Semaphore(0);
        letStand(mayEnd);
        mayEnd.release(5);
        letAllEnd();

        assertThat(worked).containsExactly("first", "a", "d", "e");
        assertThat(sentAway).containsExactly(Places.Full.PATIENCE, Places.Full.PATIENCE);
    }

    @Test
    void whoeverComesToAQueueThatStandsAndWouldWaitTooLongIsRefusedOnTheSpot() throws Exception {
        Semaphore mayEnd = new Semaphore(0);
        letStand(mayEnd);
        places.checkRoom();
        pass(2);

        assertThatThrownBy(places::checkRoom).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> places.work(PATIENCE, () -> {})).isInstanceOf(Refusal.class);
        assertThat(places.queued()).isEqualTo(1);
        mayEnd.release(5);
        letAllEnd();
        assertThat(worked).containsExactly("first", "a", "d", "e");
        // Those whose turn does not come say so in their own time.
        assertThat(sentAway)
                .containsExactlyInAnyOrder(
                        Places.Full.PATIENCE, Places.Full.PATIENCE, Places.Full.QUEUE, Places.Full.QUEUE);
    }

    @Test
    void aQueueThatStandsIsNoLongerThanWhatIsServedInTime() throws Exception {
        Semaphore mayEnd = new Semaphore(0);
        letStand(mayEnd);
        queueBusy("f", mayEnd);

        assertThatThrownBy(places::checkRoom).isInstanceOf(Refusal.class);
        mayEnd.release(6);
        letAllEnd();
        assertThat(worked).containsExactly("first", "a", "d", "e", "f");
    }

    @Test
    void aQueueThatShrinksIsLeftAloneHoweverLongTheyWaited() throws Exception {
        Semaphore mayEnd = new Semaphore(0);
        begin("first", mayEnd::acquire);
        while (places.busy() < 1) Thread.onSpinWait();
        queueBusy("a", mayEnd);
        pass(20);
        for (String name : List.of("b", "c", "d")) queueBusy(name, mayEnd);
        next(mayEnd, 3);
        pass(13);
        next(mayEnd, 2);
        mayEnd.release(5);
        letAllEnd();

        assertThat(worked).containsExactly("first", "a", "b", "c", "d");
        assertThat(sentAway).isEmpty();
    }

    @Test
    void aQueueThatEmptiedOnceMayFormAnew() throws Exception {
        Semaphore mayEnd = new Semaphore(0);
        letStand(mayEnd);
        mayEnd.release(5);
        letAllEnd();
        CountDownLatch again = new CountDownLatch(1);
        begin("second", again::await);
        while (places.busy() < 1) Thread.onSpinWait();
        queue("f");
        pass(11);
        places.checkRoom();
        again.countDown();
        letAllEnd();

        assertThat(worked).endsWith("second", "f");
        assertThat(sentAway).hasSize(2);
    }

    @Test
    void pastAFullQueueOneIsSentAwayAtOnce() throws Exception {
        occupy();
        for (String name : List.of("a", "b", "c", "d", "e")) queue(name);

        assertThatThrownBy(places::checkRoom).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> places.work(PATIENCE, () -> {})).isInstanceOf(Refusal.class);
        assertThat(sentAway).containsExactly(Places.Full.QUEUE, Places.Full.QUEUE);
        letAllEnd();
        assertThat(worked).containsExactly("first", "a", "b", "c", "d", "e");
    }

    @Test
    void whoGaveUpLeavesNoGap() throws Exception {
        occupy();
        assertThatThrownBy(() -> places.work(Duration.ZERO, () -> {})).isInstanceOf(Refusal.class);
        queue("a");
        letAllEnd();

        assertThat(worked).containsExactly("first", "a");
        assertThat(places.queued()).isZero();
        assertThat(places.busy()).isZero();
    }

    @Test
    void neverMoreAtOnceThanPlacesAndNobodyIsForgotten() throws Exception {
        Places few = new Places(3, 1_000, PATIENCE, sentAway::add);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Thread> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(Thread.ofVirtual().start(() -> {
                try {
                    few.work(PATIENCE, () -> {
                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        Thread.yield();
                        atOnce.decrementAndGet();
                        done.incrementAndGet();
                    });
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread each : many) each.join();

        assertThat(done.get()).isEqualTo(500);
        assertThat(most.get()).isLessThanOrEqualTo(3);
        assertThat(few.busy()).isZero();
        few.close();
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
