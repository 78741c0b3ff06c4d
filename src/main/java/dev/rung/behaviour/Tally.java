package dev.rung.behaviour;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts over people, kept up to date person by person: what a person did so far is taken out, what they did by now is put in. So
 * an event costs what that person's history is long, however many people there are, and taking somebody out for good leaves nothing of
 * them. Whole numbers only, since sums of fractions would depend on the order of events.
 *
 * <p>Not safe for use by several threads.
 */
final class Tally {
    private final Map<String, Row> rows = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private SortedMap<String, Counts> frozen = new TreeMap<>();

    private static final class Row {
        private long viewed;
        private long started;
        private long completed;
        private long hired;
        private final Map<String, long[]> next = new HashMap<>();

        private boolean isEmpty() {
            return viewed == 0 && started == 0 && completed == 0 && hired == 0 && next.isEmpty();
        }

        private Counts counts() {
            SortedMap<String, Sequel> sequels = new TreeMap<>();
            next.forEach((credential, people) -> sequels.put(credential, Sequel.of(people)));
            return new Counts(viewed, started, completed, hired, java.util.Collections.unmodifiableSortedMap(sequels));
        }
    }

    /** Puts a person's deeds in ({@code sign} 1) or takes them out again (−1). */
    void count(Deeds deeds, int sign) {
        deeds.viewed().forEach(c -> row(c).viewed += sign);
        deeds.started().forEach(c -> row(c).started += sign);
        deeds.completed().forEach(c -> row(c).completed += sign);
        deeds.hired().forEach(c -> row(c).hired += sign);
        for (Deeds.Pair pair : deeds.sequels()) {
            Map<String, long[]> next = row(pair.first()).next;
            long[] people = next.computeIfAbsent(pair.second(), c -> new long[Sequel.REACH]);
            people[pair.between()] += sign;
            if (isZero(people)) next.remove(pair.second());
        }
    }

    /** The counts now, by credential; those that nobody touched any more are not there. */
    SortedMap<String, Counts> counts() {
        if (touched.isEmpty()) return frozen;
        SortedMap<String, Counts> now = new TreeMap<>(frozen);
        for (String credential : touched) {
            Row row = rows.get(credential);
            if (row == null || row.isEmpty()) {
                rows.remove(credential);
                now.remove(credential);
            } else {
                now.put(credential, row.counts());
            }
        }
        touched.clear();
        frozen = java.util.Collections.unmodifiableSortedMap(now);
        return frozen;
    }

    private Row row(String credential) {
        touched.add(credential);
        return rows.computeIfAbsent(credential, c -> new Row());
    }

    private static boolean isZero(long[] numbers) {
        for (long number : numbers) {
            if (number != 0) return false;
        }
        return true;
    }
}
