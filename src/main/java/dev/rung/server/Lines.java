package dev.rung.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream into lines of bytes, never holding more than one. Not safe for use by several threads. */
final class Lines {
    private static final int BUFFER = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private long number;

    /** @param longest how many bytes of one line are kept */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * One line without its end.
     *
     * @param number counted from 1
     * @param bytes what stands there, or the beginning of it
     * @param isTooLong whether there was more than is kept
     */
    record Line(long number, byte[] bytes, boolean isTooLong) {
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') return false;
            }
            return !isTooLong;
        }
    }

    /** The next line; none at the end of the stream. */
    Optional<Line> next() throws IOException {
        if (!hasMore()) return Optional.empty();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && hasMore()) {
            int from = position;
            while (position < end && buffer[position] != '\n') position++;
            int kept = Math.min(position - from, longest - line.size());
            line.write(buffer, from, kept);
            tooLong |= kept < position - from;
            ended = position < end;
            if (ended) position++;
        }
        number++;
        byte[] bytes = line.toByteArray();
        boolean marked = number == 1 && Arrays.mismatch(BYTE_ORDER_MARK, bytes) == BYTE_ORDER_MARK.length;
        return Optional.of(new Line(
                number, marked ? Arrays.copyOfRange(bytes, BYTE_ORDER_MARK.length, bytes.length) : bytes, tooLong));
    }

    private boolean hasMore() throws IOException {
        if (position < end) return true;
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
