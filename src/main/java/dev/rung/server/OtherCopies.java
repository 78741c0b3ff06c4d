package dev.rung.server;

import dev.rung.privacy.PersonalData;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the other copies of the service beside the same catalogue, every few seconds, whom they have erased, so that this one erases them from its own
 * events and decision records.
 */
final class OtherCopies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OtherCopies.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PersonalData people;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("erased-elsewhere").factory());
    private boolean failed;

    private OtherCopies(PersonalData people) {
        this.people = people;
    }

    /** Begins to listen, at once. */
    static OtherCopies listenedTo(PersonalData people) {
        OtherCopies others = new OtherCopies(people);
        others.clock.scheduleWithFixedDelay(others::listen, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return others;
    }

    private void listen() {
        try {
            int erased = people.eraseWhoeverWasElsewhere();
            if (erased > 0) LOG.info("Erased {} people here who were erased elsewhere", erased);
            failed = false;
        } catch (RuntimeException e) {
            // Once for each time that it breaks: the next attempt comes soon, and the cluster may be away for long.
            if (!failed)
                LOG.error("Whom other copies erased is not known at the moment; it is asked again and again", e);
            failed = true;
        }
    }

    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("It is still being asked whom other copies erased");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
