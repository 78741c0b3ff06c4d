package dev.rung.formats;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a stream, as bytes, so that one that is ill-formed or far too long spoils itself alone. Lines end with LF or CRLF; a UTF-8
 * byte order mark is dropped.
 *
 * <p>Never holds more than one line, of {@link #MAX_LENGTH} bytes if nothing else is said. Not safe for use by several threads.
 */
final class Lines implements Closeable {
    /** Longest line, in bytes. The longest of the real vacancies that Rung was tried on has 5,671. */
    static final int MAX_LENGTH = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int end;
    private long number;

    Lines(InputStream in) {
        this(in, MAX_LENGTH);
    }

    /** With longer lines, where what is read was written by Rung. */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    int longest() {
        return longest;
    }

    /**
     * One line without its end.
     *
     * @param number from 1
     * @param bytes as they stand; the beginning of a longer line
     * @param tooLong whether there were more
     */
    record Line(long number, byte[] bytes, boolean tooLong) {
        /** The line's text; none if it is not well-formed UTF-8. */
        Optional<String> text() {
            return utf8(bytes);
        }

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') return false;
            }
            return true;
        }
    }

    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The number of the line that {@link #next} gave last, or failed to read. */
    long number() {
        return number;
    }

    /** The next line; none at the end. */
    Optional<Line> next() throws IOException {
        if (!more()) return Optional.empty();
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && more()) {
            int from = position;
            while (position < end && buffer[position] != '\n') position++;
            int room = longest - line.size();
            line.write(buffer, from, Math.min(room, position - from));
            tooLong |= position - from > room;
            ended = position < end;
            if (ended) position++;
        }
        byte[] bytes = line.toByteArray();
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\r' && !tooLong) length--;
        int start = number == 1 ? byteOrderMark(bytes) : 0;
        return Optional.of(
                new Line(number, java.util.Arrays.copyOfRange(bytes, start, Math.max(start, length)), tooLong));
    }

    private static int byteOrderMark(byte[] bytes) throws NotText {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) return 3;
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
            throw new NotText("is UTF-16; save it as UTF-8 and import it again");
        }
        return 0;
    }

    static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) return false;
        }
        return true;
    }

    private boolean more() throws IOException {
        if (position < end) return true;
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A file as a whole cannot be read as text. */
    static final class NotText extends IOException {
        private static final long serialVersionUID = 1L;

        NotText(String message) {
            super(message);
        }
    }
}
