package dev.rung.behaviour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The events in a folder that another process has open, as they were when this was opened: to be read. Immutable. */
public final class EventReading implements Events {
    private final List<Event> inTime;
    private final Map<String, List<Event>> byPerson = new LinkedHashMap<>();
    private final Lessons lessons;

    private EventReading(List<Event> events) {
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(Event.IN_TIME);
        this.inTime = List.copyOf(sorted);
        Tally tally = new Tally();
        long hash = 0;
        for (Event event : inTime) {
            byPerson.computeIfAbsent(event.person(), p -> new ArrayList<>(1)).add(event);
            hash += event.hash();
        }
        byPerson.values().forEach(own -> tally.count(Deeds.of(own), 1));
        this.lessons = inTime.isEmpty()
                ? Lessons.NONE
                : new Lessons(tally.counts(), HexFormat.of().toHexDigits(hash));
    }

    /**
     * Reads the events in a folder; none if there is no such folder.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public static EventReading open(Path folder) {
        try {
            return new EventReading(EventFile.read(folder.resolve(EventLog.FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the events in " + folder.toAbsolutePath() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Receipt record(List<Event> events) {
        throw readOnly();
    }

    @Override
    public int erase(String person) {
        throw readOnly();
    }

    private static UncheckedIOException readOnly() {
        return new UncheckedIOException(
                new IOException("the events are in use by another process, and open here for reading only"));
    }

    @Override
    public void each(Consumer<Event> consumer) {
        inTime.forEach(consumer);
    }

    @Override
    public List<Event> of(String person) {
        return byPerson.getOrDefault(person, List.of());
    }

    @Override
    public long size() {
        return inTime.size();
    }

    @Override
    public Lessons lessons() {
        return lessons;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
