package dev.rung.privacy;

import dev.rung.catalogue.ErasureLog;
import dev.rung.json.Durable;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What other processes beside one catalogue have erased, each of them to be heard once, also by whoever was not running then: {@value #FILE} in the data
 * folder says how much of the {@link ErasureLog} was read. It is no part of a backup, so that a folder that comes from one hears everything again.
 *
 * <p>Safe for use by many threads.
 */
public final class ErasedElsewhere {
    /** How much was read. */
    public static final String FILE = "erased-elsewhere.json";

    private final ErasureLog log;
    private final Optional<Path> file;
    private Position inMemory = new Position("", 0);
    private Optional<Erasures.Journal> key = Optional.empty();

    /**
     * How much was read of which log.
     *
     * @param log a digest under its key
     * @param read how many entries
     */
    private record Position(String log, long read) {}

    /**
     * What was erased since the last time.
     *
     * @param read how many entries have been read with these
     * @param includes tells of everybody whether they were
     */
    record News(long read, Predicate<String> includes) {}

    /** @param folder none: the position is forgotten when the process ends */
    ErasedElsewhere(ErasureLog log, Optional<Path> folder) {
        this.log = log;
        this.file = folder.map(f -> f.resolve(FILE));
    }

    /** Tells the others. Durable when it returns. */
    synchronized void tell(String person) {
        long read = read();
        long number = log.append(key().digest(person), read);
        // Nobody needs to hear what they said themselves: the person may be back by then.
        if (number == read + 1) write(number);
    }

    /** What has not been {@link #heard} yet; none if there is nothing new. */
    synchronized Optional<News> news() {
        long before = read();
        List<String> all = new ArrayList<>();
        for (List<String> some = log.after(before); !some.isEmpty(); some = log.after(before + all.size())) {
            all.addAll(some);
        }
        if (all.isEmpty()) return Optional.empty();
        Erasures.Journal digesting = key();
        Set<String> digests = new HashSet<>(all);
        return Optional.of(new News(before + all.size(), person -> digests.contains(digesting.digest(person))));
    }

    /** They are erased here as well. */
    synchronized void heard(News news) {
        if (news.read() > read()) write(news.read());
    }

    private Erasures.Journal key() {
        Erasures.Journal known = key.orElseGet(() -> new Erasures.Journal(log.key(), List.of()));
        key = Optional.of(known);
        return known;
    }

    private String nameOfLog() {
        return key().digest("log");
    }

    /** Looked up each time, since a command may have worked in the same folder. Of another cluster's log nothing has been read. */
    private long read() {
        Position position = file.isPresent() && Files.exists(file.get()) ? onDisk(file.get()) : inMemory;
        return position.log().equals(nameOfLog()) ? position.read() : 0;
    }

    private static Position onDisk(Path file) {
        try {
            return Json.read(Files.readAllBytes(file), Position.class);
        } catch (InvalidJson e) {
            throw new UncheckedIOException(new IOException(
                    file + " is damaged: " + e.getMessage() + "; remove it, and everything is read again", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(long read) {
        inMemory = new Position(nameOfLog(), read);
        if (file.isEmpty()) return;
        try {
            Durable.write(file.get(), Json.write(inMemory));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "How far the others' erasures were read cannot be noted down: " + e.getMessage(), e);
        }
    }
}
