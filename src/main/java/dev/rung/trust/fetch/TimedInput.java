package dev.rung.trust.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** What comes in over a socket, until a moment: a server that sends a byte now and then cannot hold us longer. */
final class TimedInput extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private final long end;

    TimedInput(Socket socket, long end) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        socket.setSoTimeout(GuardedFetch.left(end));
        return in.read();
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        socket.setSoTimeout(GuardedFetch.left(end));
        return in.read(buffer, from, length);
    }
}
