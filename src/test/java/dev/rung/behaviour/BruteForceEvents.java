package dev.rung.behaviour;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** {@link Events} in memory alone, counted anew each time; for tests of whatever stands on events. */
public final class BruteForceEvents implements Events {
    private final Map<String, Event> events = new LinkedHashMap<>();

    @Override
    public synchronized Receipt record(List<Event> more) {
        Map<String, Event> next = new LinkedHashMap<>(events);
        for (int i = 0; i < more.size(); i++) {
            Event known = next.putIfAbsent(more.get(i).id(), more.get(i));
            if (known != null && !known.equals(more.get(i))) throw new ConflictingEvent(known.id(), i);
        }
        int recorded = next.size() - events.size();
        events.putAll(next);
        return new Receipt(recorded, more.size() - recorded);
    }

    @Override
    public synchronized void each(Consumer<Event> consumer) {
        events.values().stream().sorted(Event.IN_TIME).forEach(consumer);
    }

    @Override
    public synchronized List<Event> of(String person) {
        return events.values().stream()
                .filter(e -> e.person().equals(person))
                .sorted(Event.IN_TIME)
                .toList();
    }

    @Override
    public synchronized int erase(String person) {
        int before = events.size();
        events.values().removeIf(e -> e.person().equals(person));
        return before - events.size();
    }

    @Override
    public synchronized long size() {
        return events.size();
    }

    @Override
    public synchronized Lessons lessons() {
        if (events.isEmpty()) return Lessons.NONE;
        Tally tally = new Tally();
        events.values().stream()
                .collect(Collectors.groupingBy(Event::person))
                .values()
                .forEach(own -> tally.count(Deeds.of(own), 1));
        long hash = events.values().stream().mapToLong(Event::hash).sum();
        return new Lessons(tally.counts(), Long.toHexString(hash));
    }

    @Override
    public void close() {
        // Nothing to let go.
    }
}
