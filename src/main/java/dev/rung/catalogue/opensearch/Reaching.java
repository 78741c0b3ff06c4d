package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Lack;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Reach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Counts the jobs within reach ({@link Reach}) in the cluster: a covering query whose number of terms each job says for itself, and for
 * the gains of many credentials one pass ({@link JobScript}) over those jobs that a gain can move.
 */
final class Reaching {
    private static final List<Object> BY_ID = List.of(Map.of(Layout.ID, "asc"));

    private final Asking state;
    private final Set<Need> met;
    private final double threshold;
    private final Filter jobs;

    Reaching(Asking state, Set<Need> met, double threshold, Filter jobs) {
        this.state = state;
        this.met = met;
        this.threshold = threshold;
        this.jobs = jobs;
    }

    long count() throws IOException {
        return met.isEmpty() ? 0 : state.count(admitted(within(met)));
    }

    List<String> ids(String after, int limit) throws IOException {
        return met.isEmpty() ? List.of() : ids(within(met), after, limit);
    }

    private List<String> ids(Map<String, Object> wanted, String after, int limit) throws IOException {
        Optional<List<Object>> last = after.isEmpty() ? Optional.empty() : Optional.of(List.of(after));
        return state.hits(admitted(wanted), BY_ID, limit, last).stream()
                .map(hit -> hit.path("sort").path(0).asText())
                .toList();
    }

    private Map<String, Object> admitted(Map<String, Object> wanted) {
        return Clauses.filtered(List.of(Clauses.of(Kind.JOBS, jobs), wanted));
    }

    private Map<String, Object> within(Set<Need> answered) {
        Map<String, Object> enough = Map.of(
                "terms", terms(answered),
                "minimum_should_match_script",
                        Map.of("source", JobScript.NEEDED_OF_ANY, "params", Map.of("threshold", threshold)));
        return Map.of("terms_set", Map.of(Layout.ESSENTIALS, enough));
    }

    private static Collection<String> terms(Set<Need> needs) {
        Set<String> terms = new TreeSet<>();
        needs.forEach(need -> terms.add(need.term()));
        return terms;
    }

    /** Which jobs one gain brings within reach. */
    List<String> newlyReachableIds(Set<Need> gain, String after, int limit) throws IOException {
        if (gain.isEmpty()) return List.of();
        Set<Need> then = new TreeSet<>(met);
        then.addAll(gain);
        Map<String, Object> now = met.isEmpty() ? Clauses.NOTHING : within(met);
        Map<String, Object> opened = Map.of("bool", Map.of("filter", List.of(within(then)), "must_not", List.of(now)));
        return ids(opened, after, limit);
    }

    /** One count a gain; the jobs are gone through once for all of them. */
    long[] newlyReachable(List<Set<Need>> gains) throws IOException {
        Map<String, List<Integer>> bringers = bringers(gains);
        long[] counts = new long[gains.size()];
        if (bringers.isEmpty()) return counts;
        JsonNode found = pass(JobScript.OPENED, bringers.keySet(), Map.of("bringers", bringers, "gains", gains.size()));
        for (int gain = 0; gain < counts.length; gain++)
            counts[gain] = found.path(gain).asLong();
        return counts;
    }

    /** The same by the words of a field of the index. */
    List<SortedMap<String, Long>> newlyReachableBy(String field, List<Set<Need>> gains) throws IOException {
        Map<String, List<Integer>> bringers = bringers(gains);
        List<SortedMap<String, Long>> counts = new ArrayList<>();
        for (int gain = 0; gain < gains.size(); gain++) counts.add(new TreeMap<>());
        if (bringers.isEmpty()) return counts;
        JsonNode found =
                pass(JobScript.OPENED_BY_WORD, bringers.keySet(), Map.of("bringers", bringers, "field", field));
        found.properties().forEach(word -> word.getValue().properties().forEach(count -> counts.get(
                        Integer.parseInt(count.getKey()))
                .put(word.getKey(), count.getValue().asLong())));
        return counts;
    }

    /** By term, the numbers of the gains that bring what is not met yet. */
    private Map<String, List<Integer>> bringers(List<Set<Need>> gains) {
        Map<String, List<Integer>> bringers = new TreeMap<>();
        for (int gain = 0; gain < gains.size(); gain++) {
            for (Need need : gains.get(gain)) {
                if (!met.contains(need)) {
                    bringers.computeIfAbsent(need.term(), t -> new ArrayList<>())
                            .add(gain);
                }
            }
        }
        return bringers;
    }

    /** What jobs lack; those that lack the same are counted together. */
    List<Lack> lacking(Set<Need> hoped) throws IOException {
        List<Need> open =
                hoped.stream().filter(need -> !met.contains(need)).sorted().toList();
        if (open.isEmpty()) return List.of();
        Map<String, Integer> numbers = new TreeMap<>();
        for (int number = 0; number < open.size(); number++)
            numbers.put(open.get(number).term(), number);
        JsonNode found = pass(JobScript.LACKED, numbers.keySet(), Map.of("hoped", numbers));
        List<Lack> lacks = new ArrayList<>();
        found.properties().forEach(lack -> {
            int[] parts = Stream.of(lack.getKey().split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            List<Need> needs =
                    Arrays.stream(parts).skip(1).sorted().mapToObj(open::get).toList();
            lacks.add(new Lack(parts[0], needs, lack.getValue().asLong()));
        });
        lacks.sort(null);
        return lacks;
    }

    /** Goes once through those jobs that ask for one of these terms. */
    private JsonNode pass(JobScript script, Set<String> terms, Map<String, Object> asked) throws IOException {
        Map<String, Object> movable = Map.of("terms", Map.of(Layout.ESSENTIALS, terms));
        Map<String, Boolean> known = new TreeMap<>();
        met.forEach(need -> known.put(need.term(), true));
        Map<String, Object> parameters = new LinkedHashMap<>(asked);
        parameters.put("threshold", threshold);
        parameters.put("met", known);
        Map<String, Object> body = Map.of(
                "size",
                0,
                "track_total_hits",
                false,
                "query",
                Clauses.filtered(List.of(Clauses.of(Kind.JOBS, jobs), movable)),
                "aggs",
                Map.of("result", script.aggregation(parameters)));
        return state.search(body).path("aggregations").path("result").path("value");
    }
}
