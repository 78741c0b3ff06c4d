package dev.rung.behaviour;

import dev.rung.json.Durable;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The file of an {@link EventLog}: one event a line, in the order of arrival, as {@code checksum SPACE event-as-JSON}, the checksum being CRC-32C of
 * the JSON in eight hexadecimal digits.
 *
 * <pre>4c3b1f0e {"id":"e-17","kind":"completed","person":"p-7f3a","credential":"sql-basics","at":"2026-03-01T10:00:00Z"}</pre>
 *
 * <p>Not safe for use by several threads, but for {@link #force}.
 */
final class EventFile implements Closeable {
    private static final int CHECKSUM = 8;
    private static final int WRITTEN_AT_ONCE = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private boolean isWhole = true;

    private EventFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** A file that was opened, and the events in it. */
    record Contents(EventFile file, List<Event> events) {}

    /**
     * Opens a file, an empty one if there is none. What follows the last whole line is cut off: it was never acknowledged.
     *
     * @throws IOException if it cannot be read, or is damaged before its end; the message says on which line
     */
    static Contents open(Path path) throws IOException {
        Files.deleteIfExists(beside(path));
        boolean isNew = !Files.exists(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (isNew) Durable.keepName(path);
            List<Event> events = new ArrayList<>();
            channel.truncate(read(path, events));
            channel.position(channel.size());
            // What a process wrote before it died may be in memory still; from here on it counts.
            channel.force(false);
            return new Contents(new EventFile(path, channel), events);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Reads every event of a file that another process may be appending to; none if there is no such file. */
    static List<Event> read(Path path) throws IOException {
        List<Event> events = new ArrayList<>();
        if (Files.exists(path)) read(path, events);
        return events;
    }

    /** Reads every event and gives the length of the part that is whole. */
    private static long read(Path path, List<Event> events) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            return read(path, in, events);
        }
    }

    private static long read(Path path, InputStream in, List<Event> events) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long whole = 0;
        long end = 0;
        long number = 1;
        long damaged = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            end++;
            if (b != '\n') {
                line.write(b);
                continue;
            }
            Event event = event(line.toByteArray());
            line.reset();
            if (event == null) {
                if (damaged == 0) damaged = number;
            } else {
                if (damaged > 0) {
                    throw new IOException(
                            path.toAbsolutePath() + " is damaged: line " + damaged
                                    + " does not match its checksum; rung check --repair takes it out and keeps the others; a backup may have it");
                }
                events.add(event);
                whole = end;
            }
            number++;
        }
        return whole;
    }

    /** The event of a line without its end; none if it is damaged. */
    static @Nullable Event event(byte[] line) {
        if (line.length <= CHECKSUM) return null;
        byte[] json = Arrays.copyOfRange(line, CHECKSUM + 1, line.length);
        if (!new String(line, 0, CHECKSUM + 1, StandardCharsets.US_ASCII).equals(checksum(json) + " ")) return null;
        try {
            return Json.read(json, Event.class);
        } catch (InvalidJson e) {
            return null;
        }
    }

    /** Adds events at the end, all or none; they are durable after {@link #force}. */
    void append(Collection<Event> events) throws IOException {
        long before = channel.position();
        try {
            appendAll(events);
        } catch (IOException e) {
            // As on a full disk, where part of a line may have found room.
            isWhole = false;
            channel.truncate(before);
            isWhole = true;
            throw e;
        }
    }

    /** Whether it is known to hold what was appended and nothing else; not if storage refused a write, and then to take back what came before it was refused. */
    boolean isWhole() {
        return isWhole;
    }

    private void appendAll(Collection<Event> events) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Event event : events) {
            byte[] json = Json.write(event);
            lines.writeBytes((checksum(json) + " ").getBytes(StandardCharsets.US_ASCII));
            lines.writeBytes(json);
            lines.write('\n');
            if (lines.size() >= WRITTEN_AT_ONCE) {
                write(lines.toByteArray());
                lines.reset();
            }
        }
        write(lines.toByteArray());
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) channel.write(left);
    }

    /** Returns when the disk has everything that was appended before. */
    void force() throws IOException {
        channel.force(false);
    }

    /**
     * Replaces this file, durably and in one step, by one without a person's events; the others keep their order, byte for byte. This one is closed.
     *
     * @return the new file
     */
    EventFile without(String person) throws IOException {
        List<Event> events = new ArrayList<>();
        read(path, events);
        events.removeIf(e -> e.person().equals(person));
        Path next = beside(path);
        FileChannel copy = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        EventFile replaced = new EventFile(path, copy);
        try {
            replaced.append(events);
            copy.force(true);
        } catch (IOException e) {
            copy.close();
            Files.deleteIfExists(next);
            throw e;
        }
        try {
            Durable.replace(next, path);
        } catch (IOException e) {
            isWhole = false;
            copy.close();
            throw e;
        }
        channel.close();
        return replaced;
    }

    private static Path beside(Path path) {
        return path.resolveSibling(path.getFileName() + ".next");
    }

    private static String checksum(byte[] json) {
        CRC32C sum = new CRC32C();
        sum.update(json);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
