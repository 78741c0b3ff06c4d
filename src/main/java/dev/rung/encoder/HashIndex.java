package dev.rung.encoder;

/** From 64-bit hashes to small numbers: an open-addressing table, filled once and then only read, so safe to share. */
final class HashIndex {
    static final int ABSENT = -1;

    private final long[] keys;
    private final int[] values;
    private final int mask;

    HashIndex(int expected) {
        int capacity = Integer.highestOneBit(Math.max(8, expected * 2) - 1) << 1;
        keys = new long[capacity];
        values = new int[capacity];
        java.util.Arrays.fill(values, ABSENT);
        mask = capacity - 1;
    }

    /** Adds a key; the first value of a key stays. */
    void add(long key, int value) {
        int slot = slot(key);
        if (values[slot] == ABSENT) {
            keys[slot] = key;
            values[slot] = value;
        }
    }

    /** The value of a key, or {@link #ABSENT}. */
    int get(long key) {
        return values[slot(key)];
    }

    private int slot(long key) {
        int slot = (int) key & mask;
        while (values[slot] != ABSENT && keys[slot] != key) slot = (slot + 1) & mask;
        return slot;
    }
}
