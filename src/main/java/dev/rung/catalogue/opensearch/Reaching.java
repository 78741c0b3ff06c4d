package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Reach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts the jobs within reach ({@link Reach}) in the cluster: a covering query whose number of terms each job says for itself, and for the
 * gains of many credentials one pass over those jobs that a gain can move.
 */
final class Reaching {
    /** {@link Reach#needed}, in the cluster's own language. */
    private static final String NEEDED =
            "(int) Math.max(1, Math.ceil(doc['essentialCount'].value * params.threshold - 1e-9))";

    private static final String START = "state.counts = new long[params.gains]";

    /** How many met essentials a job lacks, and which gains bring as many. */
    private static final String EACH_JOB =
            """
            int lacking = %s;
            def terms = doc['essentials'];
            for (term in terms) { if (params.met.containsKey(term)) lacking--; }
            if (lacking > 0) {
              Map brought = new HashMap();
              for (term in terms) {
                def bringers = params.bringers.get(term);
                if (bringers != null) {
                  for (gain in bringers) {
                    int so_far = brought.getOrDefault(gain, 0) + 1;
                    brought.put(gain, so_far);
                    if (so_far == lacking) state.counts[(int) gain]++;
                  }
                }
              }
            }
            """
                    .formatted(NEEDED);

    private static final String END = "return state.counts";

    private static final String TOGETHER =
            """
            long[] counts = new long[params.gains];
            for (part in states) { for (int i = 0; i < params.gains; i++) { counts[i] += part[i]; } }
            return counts;
            """;

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
        return met.isEmpty() ? 0 : state.count(within());
    }

    List<String> ids(String after, int limit) throws IOException {
        if (met.isEmpty()) return List.of();
        Optional<List<Object>> last = after.isEmpty() ? Optional.empty() : Optional.of(List.of(after));
        return state.hits(within(), BY_ID, limit, last).stream()
                .map(hit -> hit.path("sort").path(0).asText())
                .toList();
    }

    private Map<String, Object> within() {
        Map<String, Object> enough = Map.of(
                "terms", terms(met),
                "minimum_should_match_script",
                        Map.of("source", NEEDED, "params", Map.of("threshold", threshold)));
        return Clauses.filtered(List.of(
                Clauses.of(Kind.JOBS, jobs), Map.of("terms_set", Map.of(Layout.ESSENTIALS, enough))));
    }

    private static Collection<String> terms(Set<Need> needs) {
        Set<String> terms = new TreeSet<>();
        needs.forEach(need -> terms.add(need.term()));
        return terms;
    }

    /** One count a gain; the jobs are gone through once for all of them. */
    long[] newlyReachable(List<Set<Need>> gains) throws IOException {
        Map<String, List<Integer>> bringers = new TreeMap<>();
        for (int gain = 0; gain < gains.size(); gain++) {
            for (Need need : gains.get(gain)) {
                if (!met.contains(need)) {
                    bringers.computeIfAbsent(need.term(), t -> new ArrayList<>()).add(gain);
                }
            }
        }
        long[] counts = new long[gains.size()];
        if (bringers.isEmpty()) return counts;
        JsonNode answer = state.search(question(bringers, gains.size()));
        JsonNode found = answer.path("aggregations").path("counts").path("value");
        for (int gain = 0; gain < counts.length; gain++) counts[gain] = found.path(gain).asLong();
        return counts;
    }

    private Map<String, Object> question(Map<String, List<Integer>> bringers, int gains) {
        Map<String, Object> movable = Map.of("terms", Map.of(Layout.ESSENTIALS, bringers.keySet()));
        Map<String, Boolean> known = new TreeMap<>();
        met.forEach(need -> known.put(need.term(), true));
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("threshold", threshold);
        parameters.put("gains", gains);
        parameters.put("met", known);
        parameters.put("bringers", bringers);
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("init_script", START);
        counts.put("map_script", EACH_JOB);
        counts.put("combine_script", END);
        counts.put("reduce_script", TOGETHER);
        counts.put("params", parameters);
        return Map.of(
                "size", 0,
                "track_total_hits", false,
                "query", Clauses.filtered(List.of(Clauses.of(Kind.JOBS, jobs), movable)),
                "aggs", Map.of("counts", Map.of("scripted_metric", counts)));
    }
}
