package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts words exactly. The cluster's own list of frequent words is a guess as soon as a shard has more words than it reports; if it says so, all
 * words are gone through page by page.
 */
final class Facets {
    private static final int REPORTED_BY_A_SHARD = 10_000;
    private static final int PAGE = 5_000;

    private Facets() {}

    /** The most frequent words of a field and their counts; ties by word. */
    static SortedMap<String, Long> of(Asking state, Map<String, Object> query, String field, int most)
            throws IOException {
        if (most <= 0) return new TreeMap<>();
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("field", field);
        terms.put("size", Math.min(most, REPORTED_BY_A_SHARD));
        terms.put("shard_size", REPORTED_BY_A_SHARD);
        terms.put("order", List.of(Map.of("_count", "desc"), Map.of("_key", "asc")));
        JsonNode words = asked(state, query, Map.of("terms", terms));
        boolean isExact = words.path("doc_count_error_upper_bound").asLong(1) == 0
                && (most <= REPORTED_BY_A_SHARD
                        || words.path("sum_other_doc_count").asLong() == 0);
        if (!isExact) return pageByPage(state, query, field, most);
        SortedMap<String, Long> counts = new TreeMap<>();
        for (JsonNode word : words.path("buckets")) {
            counts.put(word.path("key").asText(), word.path("doc_count").asLong());
        }
        return counts;
    }

    private static JsonNode asked(Asking state, Map<String, Object> query, Map<String, Object> words)
            throws IOException {
        Map<String, Object> body =
                Map.of("size", 0, "track_total_hits", false, "query", query, "aggs", Map.of("words", words));
        return state.search(body).path("aggregations").path("words");
    }

    private static SortedMap<String, Long> pageByPage(Asking state, Map<String, Object> query, String field, int most)
            throws IOException {
        List<Map.Entry<String, Long>> all = new ArrayList<>();
        Map<String, Object> composite = new LinkedHashMap<>();
        composite.put("size", PAGE);
        composite.put("sources", List.of(Map.of("word", Map.of("terms", Map.of("field", field)))));
        while (true) {
            JsonNode words = asked(state, query, Map.of("composite", composite));
            for (JsonNode word : words.path("buckets")) {
                all.add(Map.entry(
                        word.path("key").path("word").asText(),
                        word.path("doc_count").asLong()));
            }
            if (!words.has("after_key")) break;
            composite.put("after", words.path("after_key"));
        }
        all.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        SortedMap<String, Long> counts = new TreeMap<>();
        all.stream().limit(most).forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }
}
