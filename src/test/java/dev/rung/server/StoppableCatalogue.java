package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A catalogue whose readers can be made to wait, so that a test can look at a server with a request under way. */
final class StoppableCatalogue extends ForwardingCatalogue {
    private final AtomicInteger toHold = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch arrival = new CountDownLatch(0);

    StoppableCatalogue(Catalogue real) {
        super(real);
    }

    /** Every reader from now on. */
    void hold() {
        hold(Integer.MAX_VALUE, 1);
    }

    /** So many readers, and none that comes after them. */
    void hold(int readers) {
        hold(readers, readers);
    }

    private void hold(int readers, int awaited) {
        arrival = new CountDownLatch(awaited);
        gate = new CountDownLatch(1);
        toHold.set(readers);
    }

    /** Returns once they wait: all of them if their number was said, else one. */
    void awaitHeld() throws InterruptedException {
        arrival.await();
    }

    void release() {
        toHold.set(0);
        gate.countDown();
    }

    @Override
    public CatalogueView view() {
        if (toHold.getAndUpdate(n -> Math.max(0, n - 1)) == 0) return super.view();
        arrival.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return super.view();
    }
}
