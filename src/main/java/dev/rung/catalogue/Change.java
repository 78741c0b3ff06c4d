package dev.rung.catalogue;

/** One thing to do to a catalogue. */
public sealed interface Change {
    /** Adds a record, or replaces the one of the same kind and id. */
    record Put<T>(Kind<T> kind, T record) implements Change {
        public String id() {
            return kind.idOf(record);
        }
    }

    /** Removes a record; nothing happens if there is none. */
    record Remove(Kind<?> kind, String id) implements Change {}

    static <T> Change put(Kind<T> kind, T record) {
        return new Put<>(kind, record);
    }

    static Change remove(Kind<?> kind, String id) {
        return new Remove(kind, id);
    }
}
