package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A catalogue whose readers can be made to wait, so that a test can look at a server with a request under way. */
final class StoppableCatalogue implements Catalogue {
    private final Catalogue real;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch arrival = new CountDownLatch(0);

    StoppableCatalogue(Catalogue real) {
        this.real = real;
    }

    void hold() {
        arrival = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    /** Returns once a reader waits. */
    void awaitHeld() throws InterruptedException {
        arrival.await();
    }

    void release() {
        gate.countDown();
    }

    @Override
    public CatalogueView view() {
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
