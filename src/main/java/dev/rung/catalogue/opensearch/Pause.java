package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.io.InterruptedIOException;

/** A short wait before asking again. */
final class Pause {
    private Pause() {}

    /**
     * @throws InterruptedIOException if the thread is told to stop meanwhile
     */
    static void millis(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the cluster");
        }
    }
}
