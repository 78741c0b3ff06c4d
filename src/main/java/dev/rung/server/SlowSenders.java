package dev.rung.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose client sends the head of a request a byte now and then. The idle time does not: each byte begins it anew. A body has a time of
 * its own ({@link Arriving}).
 *
 * <p>Each connection is looked at every so often. One that has sent bytes since the last look, and that neither began nor has a request, is looked at
 * once more; if it still has none then, it is closed. So a head has between one and two of these periods, and a head that merely falls on a look is let be.
 */
final class SlowSenders implements Connection.Listener {
    private final Scheduler scheduler;
    private final Duration period;

    /** @param period half the time that the head of a request may take to arrive */
    SlowSenders(Scheduler scheduler, Duration period) {
        this.scheduler = scheduler;
        this.period = period;
    }

    @Override
    public void onOpened(Connection connection) {
        new Watch(connection).next();
    }

    private final class Watch implements Runnable {
        private final Connection connection;
        private long requests;
        private long bytes;
        private boolean suspected;

        Watch(Connection connection) {
            this.connection = connection;
        }

        void next() {
            scheduler.schedule(this, period.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void run() {
            if (!connection.getEndPoint().isOpen()) return;
            long requestsNow = connection.getMessagesIn();
            long bytesNow = connection.getBytesIn();
            boolean isAnswered = requestsNow == connection.getMessagesOut();
            boolean drips = isAnswered && requestsNow == requests && bytesNow > bytes;
            if (drips && suspected) {
                connection.getEndPoint().close(new TimeoutException("the head of a request took too long"));
                return;
            }
            suspected = drips;
            requests = requestsNow;
            bytes = bytesNow;
            next();
        }
    }
}
