package dev.rung.audit;

import dev.rung.json.Durable;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.CandidateAdvice;
import dev.rung.match.CandidateRequest;
import dev.rung.match.Recommendations;
import dev.rung.skill.InvalidField;
import dev.rung.upkeep.LineFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The decision records of a data folder: one JSON document a line, added at the end, in a file of their own.
 *
 * <pre>{@code
 * Decisions decisions = new Decisions(folder.resolve(Decisions.FILE), Clock.systemUTC());
 * decisions.record(request, answer, Optional.of("hr-key")).id();   // decision-17, and it is on disk
 * decisions.erase("cand-042");                                     // 3: no record names that person any more
 * }</pre>
 *
 * <p>A record is acknowledged when it is on disk. A line that a crash cut short was not acknowledged; it is passed over by readers and removed by the next
 * writer. Erasing writes the file anew beside the old one and puts it in its place in one step.
 *
 * <p>Safe for use by many threads of one process; only one process may write, which is the one that has the catalogue open. All methods throw {@link
 * UncheckedIOException} when storage fails.
 */
public final class Decisions {
    /** The name of the file in a data folder. */
    public static final String FILE = "decisions.ndjson";

    private static final String PREFIX = "decision-";

    private final Path file;
    private final Path rewritten;
    private final Clock clock;
    /** The number of the last record; unknown until the first write. */
    private OptionalLong last = OptionalLong.empty();

    public Decisions(Path file, Clock clock) {
        this.file = file;
        this.rewritten = file.resolveSibling(file.getFileName() + ".new");
        this.clock = clock;
    }

    /**
     * Keeps a record of an answer.
     *
     * @param by the name of the key that asked
     */
    public synchronized Decision record(
            CandidateRequest request, Recommendations<CandidateAdvice> answer, Optional<String> by) {
        try {
            long number = ready() + 1;
            Decision decision =
                    Decision.of(PREFIX + number, clock.instant().truncatedTo(ChronoUnit.MILLIS), by, request, answer);
            append(decision);
            last = OptionalLong.of(number);
            return decision;
        } catch (IOException e) {
            // How far it came is not known: look again before the next.
            last = OptionalLong.empty();
            throw new UncheckedIOException("The decision could not be recorded: " + e.getMessage(), e);
        }
    }

    /**
     * Keeps a record that was made elsewhere, under its own id.
     *
     * @return whether it is kept: not if another has that id
     * @throws InvalidField if its id is none that this class gives
     */
    public synchronized boolean adopt(Decision decision) {
        try {
            long newest = ready();
            long number = numberOf(decision.id())
                    .orElseThrow(() -> new InvalidField("id", "must be " + PREFIX + " and a number"));
            if (number <= newest) return find(decision.id()).equals(Optional.of(decision));
            append(decision);
            last = OptionalLong.of(number);
            return true;
        } catch (IOException e) {
            last = OptionalLong.empty();
            throw new UncheckedIOException("The decision could not be recorded: " + e.getMessage(), e);
        }
    }

    /** The record of that id. */
    public Optional<Decision> find(String id) {
        return numberOf(id).isEmpty() ? Optional.empty() : first(d -> d.id().equals(id));
    }

    /**
     * The records after one, oldest first.
     *
     * @param after id of the one before; none: from the start
     * @param most how many at most
     */
    public List<Decision> list(Optional<String> after, int most) {
        long from = after.flatMap(Decisions::numberOf).orElse(0L);
        List<Decision> page = new ArrayList<>();
        first(d -> {
            if (numberOf(d.id()).orElse(0L) > from) page.add(d);
            return page.size() >= most;
        });
        return page;
    }

    /** Hands every record to the consumer, oldest first, without holding them all in memory. */
    public void each(Consumer<Decision> consumer) {
        first(d -> {
            consumer.accept(d);
            return false;
        });
    }

    /** The records in which a person was shown, with the others who were shown left out: what is kept about that person. */
    public List<Decision> of(String person) {
        List<Decision> theirs = new ArrayList<>();
        each(d -> {
            if (d.mentions(person)) theirs.add(d.about(person));
        });
        return theirs;
    }

    /**
     * Takes a person's id out of every record and off the disk. The records stay: somebody was shown at that place.
     *
     * @return how many records named them
     */
    public synchronized int erase(String person) {
        try {
            ready();
            int[] found = {0};
            each(d -> found[0] += d.mentions(person) ? 1 : 0);
            if (found[0] > 0) rewrite(person);
            return found[0];
        } catch (IOException e) {
            throw new UncheckedIOException("The decision records could not be erased: " + e.getMessage(), e);
        }
    }

    private void rewrite(String person) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        rewritten,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            each(d -> {
                try {
                    out.write(line(d.mentions(person) ? d.without(person) : d));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.flush();
            channel.force(true);
        }
        Durable.replace(rewritten, file);
    }

    /** Makes the file fit to be written to, and says which number was given last. */
    private long ready() throws IOException {
        if (last.isPresent()) return last.getAsLong();
        // Left by a crash while somebody was erased: it may still hold ids.
        Files.deleteIfExists(rewritten);
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file);
            Durable.keepName(file);
        }
        dropTornLine();
        long[] newest = {0};
        each(d -> newest[0] = Math.max(newest[0], numberOf(d.id()).orElse(0L)));
        last = OptionalLong.of(newest[0]);
        return newest[0];
    }

    private void dropTornLine() throws IOException {
        try (RandomAccessFile tail = new RandomAccessFile(file.toFile(), "rw")) {
            long end = tail.length();
            long keep = end;
            while (keep > 0) {
                tail.seek(keep - 1);
                if (tail.read() == '\n') break;
                keep--;
            }
            if (keep == end) return;
            tail.setLength(keep);
            tail.getFD().sync();
        }
    }

    private void append(Decision decision) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line(decision));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(false);
        }
    }

    private static byte[] line(Decision decision) {
        byte[] json = Json.write(decision);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    /** Reads from the start until the test holds. What stands after the last end of a line was never acknowledged. */
    private Optional<Decision> first(Predicate<Decision> test) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                number++;
                Decision decision = read(line.toByteArray(), number);
                if (test.test(decision)) return Optional.of(decision);
                line.reset();
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The decision records cannot be read: " + e.getMessage(), e);
        }
    }

    /** What is wrong with the file, and how many records it has. */
    public LineFile.Report check() throws IOException {
        return LineFile.look(file, Decisions::isWhole);
    }

    /**
     * Takes damaged lines out into a file of their own.
     *
     * @return that file; none if all is well
     */
    public synchronized Optional<Path> repair() throws IOException {
        last = OptionalLong.empty();
        return LineFile.mend(file, Decisions::isWhole);
    }

    private static boolean isWhole(byte[] line) {
        try {
            Json.read(line, Decision.class);
            return true;
        } catch (InvalidJson e) {
            return false;
        }
    }

    private Decision read(byte[] line, long number) throws IOException {
        try {
            return Json.read(line, Decision.class);
        } catch (InvalidJson e) {
            throw new IOException(
                    "line " + number + " of " + file + " is damaged: " + e.getMessage()
                            + "; rung check --repair takes it out and keeps the others",
                    e);
        }
    }

    private static Optional<Long> numberOf(String id) {
        String digits = id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : "";
        return digits.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }
}
