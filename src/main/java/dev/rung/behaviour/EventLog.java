package dev.rung.behaviour;

import dev.rung.behaviour.EventFile.Contents;
import dev.rung.upkeep.LineFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@link Events} in a folder of this machine: one file that is appended to, and everything in memory.
 *
 * <p>How it works. {@link EventFile} is the file: a line an event, each with a checksum. To keep events is to append their lines and to wait until the disk
 * has them; whoever comes while others wait shares the next wait, so a crowd of writers costs as many waits as one. Then they are acknowledged. A process
 * that is killed in between leaves at worst a last line cut off, which was never acknowledged and is dropped when the file is opened next. Nothing
 * in the file is ever changed in place: events that are known already are not written again, so it holds no waste, and to erase a person is to write
 * a new file without them beside the old one, make it durable and let it take the old one's place in one step. Killed before that step, the old
 * file stands and the erasure was not acknowledged.
 *
 * <p>In memory are the events by person and by id and the {@link Tally}: measured at 340 bytes an event for a million events of 125,000 people and 5,000
 * credentials, whose file has 155 MB and takes 11 seconds of one processor to read at the start.
 *
 * <p>Safe for use by many threads: {@code this} guards what is in memory and what is appended; {@code durable} is held while waiting for the
 * disk, so that others can append meanwhile. It is always taken first. One process at a time can have a folder open. If the disk has no room, nothing
 * of what was handed in is kept, and writing goes on when there is room again. If it refuses a wait, what it holds is not known any more, and nothing is
 * written until the folder is opened anew.
 */
public final class EventLog implements Events {
    /** The name of its folder in a data folder. */
    public static final String FOLDER = "events";

    /** The name of the file in it. */
    public static final String FILE = "events.log";

    private final Path folder;
    private final FileChannel lockFile;
    private final Object durable = new Object();
    private final Map<String, Event> byId = new HashMap<>();
    private final Map<String, List<Event>> byPerson = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Tally tally = new Tally();
    private EventFile file;
    private long hash;
    private long appended;
    private long waitedFor;
    private boolean isBroken;
    private boolean isClosed;
    private @Nullable Lessons lessons;

    private EventLog(Path folder, FileChannel lockFile) throws IOException {
        this.folder = folder;
        this.lockFile = lockFile;
        Contents contents = EventFile.open(folder.resolve(FILE));
        this.file = contents.file();
        contents.events().forEach(this::remember);
        byPerson.values().forEach(events -> tally.count(Deeds.of(events), 1));
    }

    /**
     * Opens the events in a folder, which is made if it does not exist.
     *
     * @throws UncheckedIOException if another process has it open, or it cannot be read; the message names the folder
     */
    public static EventLog open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                take(lock);
                return new EventLog(folder, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot open the events in " + folder.toAbsolutePath() + ": " + e.getMessage(), e);
        }
    }

    /** What is wrong with the events in a folder, which somebody else may have open; and how many there are. */
    public static LineFile.Report check(Path folder) throws IOException {
        return LineFile.look(folder.resolve(FILE), line -> EventFile.event(line) != null);
    }

    /**
     * Takes damaged lines out into a file of their own.
     *
     * @return that file; none if all is well
     * @throws IOException if another process has the folder open
     */
    public static Optional<Path> repair(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            take(lock);
            return LineFile.mend(folder.resolve(FILE), line -> EventFile.event(line) != null);
        }
    }

    private static void take(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return;
        } catch (OverlappingFileLockException e) {
            // This process has it open already; said below.
        }
        throw new IOException("they are in use; stop the other process, or choose another folder");
    }

    @Override
    public Receipt record(List<Event> events) {
        Receipt receipt;
        long ticket;
        synchronized (this) {
            mustWork();
            Map<String, Event> fresh = new LinkedHashMap<>();
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                Event known = byId.getOrDefault(event.id(), fresh.get(event.id()));
                if (known == null) fresh.put(event.id(), event);
                else if (!known.equals(event)) throw new ConflictingEvent(event.id(), i);
            }
            append(List.copyOf(fresh.values()));
            receipt = new Receipt(fresh.size(), events.size() - fresh.size());
            // Known ones may still be on their way to the disk, at the hands of somebody else.
            ticket = appended;
        }
        await(ticket);
        return receipt;
    }

    private void append(List<Event> fresh) {
        if (fresh.isEmpty()) return;
        try {
            file.append(fresh);
        } catch (IOException e) {
            isBroken = !file.isWhole();
            throw failed(e);
        }
        appended += fresh.size();
        Map<String, List<Event>> persons = new LinkedHashMap<>();
        fresh.forEach(
                e -> persons.computeIfAbsent(e.person(), p -> new ArrayList<>()).add(e));
        persons.forEach((person, added) -> {
            tally.count(Deeds.of(byPerson.getOrDefault(person, List.of())), -1);
            added.forEach(this::remember);
            tally.count(Deeds.of(byPerson.getOrDefault(person, List.of())), 1);
        });
        lessons = null;
    }

    private void remember(Event event) {
        Event kept = new Event(
                event.id(),
                event.kind(),
                name(event.person()),
                event.credential().map(this::name),
                event.role().map(this::name),
                event.job().map(this::name),
                event.at());
        byId.put(kept.id(), kept);
        byPerson.computeIfAbsent(kept.person(), p -> new ArrayList<>(1)).add(kept);
        hash += kept.hash();
    }

    /** One copy of each id, however many events speak of it. */
    private String name(String id) {
        String known = names.putIfAbsent(id, id);
        return known == null ? id : known;
    }

    private void await(long ticket) {
        synchronized (durable) {
            if (waitedFor >= ticket) return;
            long upTo;
            EventFile current;
            synchronized (this) {
                mustWork();
                upTo = appended;
                current = file;
            }
            try {
                current.force();
            } catch (IOException e) {
                synchronized (this) {
                    isBroken = true;
                }
                throw failed(e);
            }
            waitedFor = upTo;
        }
    }

    @Override
    public int erase(String person) {
        synchronized (durable) {
            synchronized (this) {
                mustWork();
                List<Event> gone = byPerson.getOrDefault(person, List.of());
                if (gone.isEmpty()) return 0;
                try {
                    file = file.without(person);
                } catch (IOException e) {
                    isBroken = !file.isWhole();
                    throw failed(e);
                }
                waitedFor = appended;
                byPerson.remove(person);
                tally.count(Deeds.of(gone), -1);
                for (Event event : gone) {
                    byId.remove(event.id());
                    hash -= event.hash();
                }
                names.remove(person);
                lessons = null;
                return gone.size();
            }
        }
    }

    @Override
    public void each(Consumer<Event> consumer) {
        List<Event> all;
        synchronized (this) {
            all = new ArrayList<>(byId.values());
        }
        all.sort(Event.IN_TIME);
        all.forEach(consumer);
    }

    @Override
    public synchronized List<Event> of(String person) {
        return byPerson.getOrDefault(person, List.of()).stream()
                .sorted(Event.IN_TIME)
                .toList();
    }

    @Override
    public synchronized long size() {
        return byId.size();
    }

    @Override
    public synchronized Lessons lessons() {
        Lessons known = lessons;
        if (known != null) return known;
        Lessons now = byId.isEmpty()
                ? Lessons.NONE
                : new Lessons(tally.counts(), HexFormat.of().toHexDigits(hash));
        lessons = now;
        return now;
    }

    private void mustWork() {
        if (isClosed) throw new IllegalStateException("the events are closed");
        if (isBroken) {
            throw new UncheckedIOException(
                    new IOException("writing events failed before; restart to read what the disk holds"));
        }
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(
                "The events in " + folder.toAbsolutePath() + " cannot be written: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        synchronized (durable) {
            synchronized (this) {
                if (isClosed) return;
                isClosed = true;
                try (FileChannel unlocked = lockFile) {
                    if (!isBroken) file.force();
                    file.close();
                } catch (IOException e) {
                    throw failed(e);
                }
            }
        }
    }
}
