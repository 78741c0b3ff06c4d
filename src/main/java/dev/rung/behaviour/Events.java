package dev.rung.behaviour;

import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that was reported of what people did.
 *
 * <pre>{@code
 * try (Events events = EventLog.open(folder)) {
 *     events.record(List.of(completed));   // recorded 1, known 0
 *     events.record(List.of(completed));   // recorded 0, known 1
 *     events.lessons().outcomes("sql-basics");
 *     events.erase("p-7f3a");              // 1; as if it had never been reported
 * }
 * }</pre>
 *
 * <p>Three laws, each a property test: what is counted equals a count over the events; the order in which they arrive does not matter; erasing a
 * person leaves what would be there had that person never been reported. Safe for use by many threads. All methods throw {@link
 * java.io.UncheckedIOException} when storage fails.
 */
public interface Events extends AutoCloseable {
    /**
     * Keeps events. When this returns they are durable; one whose id is known already changes nothing.
     *
     * @throws ConflictingEvent if an id is known already for an event that says something else; then none is kept
     */
    Receipt record(List<Event> events);

    /** Hands every event to the consumer, in time. What is reported or erased meanwhile does not matter. */
    void each(Consumer<Event> consumer);

    /** Everything that is kept about a person, in time. */
    List<Event> of(String person);

    /**
     * Forgets a person: out of every count and off the disk when this returns.
     *
     * @return how many events there were
     */
    int erase(String person);

    /** How many events are kept. */
    long size();

    /** What they teach, taken together: newest state, immutable. */
    Lessons lessons();

    @Override
    void close();

    /**
     * What became of events that were handed in.
     *
     * @param recorded how many are new
     * @param known how many were known already
     */
    record Receipt(int recorded, int known) {}

    /** An id is taken by an event that says something else. */
    final class ConflictingEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int index;

        ConflictingEvent(String id, int index) {
            super("the event " + id + " is known already and says something else");
            this.index = index;
        }

        /** Which of the events handed in, from 0. */
        public int index() {
            return index;
        }
    }
}
