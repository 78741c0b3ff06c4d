package dev.rung.server;

import dev.rung.server.Problem.Sort;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body on its way in, which must not be longer than allowed nor take longer than allowed. Past either, reading throws a {@link Refusal}. Not safe
 * for use by several threads.
 */
final class Arriving extends FilterInputStream {
    private final long most;
    private final Duration time;
    private final long start = System.nanoTime();
    private long read;

    Arriving(InputStream in, long most, Duration time) {
        super(in);
        this.most = most;
        this.time = time;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        if (n > 0) read += n;
        if (read > most) throw tooLarge(most);
        if (System.nanoTime() - start > time.toNanos()) {
            throw new Refusal(Sort.TOO_SLOW, "The body took longer than " + time.toSeconds() + " seconds to arrive.");
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        throw new IOException("a body is read, not skipped");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    static Refusal tooLarge(long most) {
        return new Refusal(Sort.TOO_LARGE, "The body must not be larger than " + most + " bytes; send less at once.");
    }
}
