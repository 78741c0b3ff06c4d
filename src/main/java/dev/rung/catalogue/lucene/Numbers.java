package dev.rung.catalogue.lucene;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives each skill id and each {@link dev.rung.catalogue.Need#term() need} a small number, the same in all segments, so that what is asked
 * can be held in an array. Numbers are never taken back: there are as many as different needs and skills were ever indexed while
 * the process runs, a few tens of thousands. They are not stored, and no answer depends on them.
 *
 * <p>Safe for use by many threads.
 */
final class Numbers {
    private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** The number of a term, a new one if it has none. */
    int give(String term) {
        return numbers.computeIfAbsent(term, t -> next.getAndIncrement());
    }

    /** The number of a term, or -1 if no column knows it. */
    int find(String term) {
        Integer number = numbers.get(term);
        return number == null ? -1 : number;
    }

    /** Above every number given so far. */
    int size() {
        return next.get();
    }
}
