package dev.rung.catalogue;

import java.util.ArrayList;
import java.util.List;

/** The log as a list. */
public final class MemoryErasureLog implements ErasureLog {
    private final List<String> entries = new ArrayList<>();

    @Override
    public String key() {
        return "00112233445566778899aabbccddeeff";
    }

    @Override
    public synchronized long append(String digest, long after) {
        entries.add(digest);
        return entries.size();
    }

    /** Two at once, so that whoever reads has to ask again. */
    @Override
    public synchronized List<String> after(long read) {
        int from = (int) Math.min(read, entries.size());
        return List.copyOf(entries.subList(from, Math.min(from + 2, entries.size())));
    }
}
