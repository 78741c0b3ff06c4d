package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A catalogue whose readers can be made to wait, so that a test can look at a server with a request under way. */
final class StoppableCatalogue implements Catalogue {
    private final Catalogue real;
    private final AtomicInteger toHold = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch arrival = new CountDownLatch(0);

    StoppableCatalogue(Catalogue real) {
        this.real = real;
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
        if (toHold.getAndUpdate(n -> Math.max(0, n - 1)) == 0) return real.view();
        arrival.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return real.view();
    }

    @Override
    public void write(List<Change> changes) {
        real.write(changes);
    }

    @Override
    public boolean isOutdated() {
        return real.isOutdated();
    }

    @Override
    public Rebuild rebuild() {
        return real.rebuild();
    }

    @Override
    public void purge() {
        real.purge();
    }

    @Override
    public void close() {
        real.close();
    }
}
