package dev.rung.formats;

/**
 * On which line each id was last seen, so that one that comes twice can be named. Keeps 64 bits of hash and the line, 32 bytes an id at
 * worst, up to {@value #MOST} ids; beyond that repeats go unnoticed. Two ids with one hash would be taken for a repeat; among
 * a million ids that has a chance of 3 in 100 million, and it costs a wrong note, no record.
 */
final class SeenIds {
    static final int MOST = 4_000_000;

    private long[] hashes = new long[1 << 10];
    private long[] lines = new long[1 << 10];
    private int size;

    /** Notes an id.
     *
     * @param line above 0
     * @return the line it was last seen on; 0 if it is new
     */
    long put(String id, long line) {
        if (size * 2 >= hashes.length) {
            if (size >= MOST) return 0;
            grow();
        }
        int slot = slot(hash(id));
        long before = lines[slot];
        if (before == 0) size++;
        hashes[slot] = hash(id);
        lines[slot] = line;
        return before;
    }

    private int slot(long hash) {
        int slot = (int) hash & (hashes.length - 1);
        while (lines[slot] != 0 && hashes[slot] != hash) slot = (slot + 1) & (hashes.length - 1);
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldLines = lines;
        hashes = new long[oldHashes.length * 2];
        lines = new long[oldLines.length * 2];
        for (int i = 0; i < oldLines.length; i++) {
            if (oldLines[i] == 0) continue;
            int slot = slot(oldHashes[i]);
            hashes[slot] = oldHashes[i];
            lines[slot] = oldLines[i];
        }
    }

    /** FNV-1a with 64 bits, then a finalizer (that of MurmurHash3) so that the low bits differ too. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
