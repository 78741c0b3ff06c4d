package dev.rung.behaviour;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the events of one person come to: sets of credentials, and who came after whom. Depends on the events alone, not on their order.
 *
 * @param viewed credentials looked at
 * @param started credentials enrolled in or completed
 * @param completed credentials completed
 * @param hired credentials completed before, or when, work was found
 * @param sequels pairs of completed credentials, the second later than the first
 */
record Deeds(
        SortedSet<String> viewed,
        SortedSet<String> started,
        SortedSet<String> completed,
        SortedSet<String> hired,
        List<Pair> sequels) {
    /**
     * One credential completed after another.
     *
     * @param between how many others in between, below {@link Sequel#REACH}
     */
    record Pair(String first, String second, int between) {}

    private record Step(String credential, Instant at) {}

    static Deeds of(Collection<Event> events) {
        SortedSet<String> viewed = new TreeSet<>();
        SortedSet<String> started = new TreeSet<>();
        Map<String, Instant> completions = new TreeMap<>();
        for (Event event : events) {
            if (event.credential().isEmpty()) continue;
            String credential = event.credential().get();
            switch (event.kind()) {
                case VIEWED -> viewed.add(credential);
                case ENROLLED -> started.add(credential);
                case COMPLETED -> {
                    started.add(credential);
                    completions.merge(credential, event.at(), (a, b) -> a.isBefore(b) ? a : b);
                }
                case HIRED -> {
                    // Counts for what was completed, below.
                }
            }
        }
        SortedSet<String> hired = new TreeSet<>();
        for (Event event : events) {
            if (event.kind() != EventKind.HIRED) continue;
            completions.forEach((credential, at) -> {
                boolean isMeant =
                        event.credential().filter(c -> !c.equals(credential)).isEmpty();
                if (isMeant && !at.isAfter(event.at())) hired.add(credential);
            });
        }
        return new Deeds(viewed, started, new TreeSet<>(completions.keySet()), hired, sequels(completions));
    }

    /** What was completed at the same moment, as an import by day may have it, did not lead one to the other. */
    private static List<Pair> sequels(Map<String, Instant> completions) {
        List<Step> steps = new ArrayList<>();
        completions.forEach((credential, at) -> steps.add(new Step(credential, at)));
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::credential));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            for (int j = i + 1; j < steps.size() && j - i <= Sequel.REACH; j++) {
                if (steps.get(j).at().equals(steps.get(i).at())) continue;
                pairs.add(new Pair(steps.get(i).credential(), steps.get(j).credential(), j - i - 1));
            }
        }
        return pairs;
    }
}
