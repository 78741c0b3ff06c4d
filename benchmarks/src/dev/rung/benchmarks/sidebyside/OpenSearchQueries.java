package dev.rung.benchmarks.sidebyside;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.TextRanking;
import dev.rung.encoder.SkillEncoder;
import dev.rung.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@link OpenSearchJobs} are asked. Each way returns the node's answer as it came. */
final class OpenSearchQueries {
    private static final int RESULTS = 20;
    /** Scores of both halves brought to 0 … 1 and averaged, vectors counting three times as much: the usual pipeline. */
    private static final Map<String, Object> NORMALISED = Map.of(
            "phase_results_processors",
            List.of(Map.of(
                    "normalization-processor",
                    Map.of(
                            "normalization",
                            Map.of("technique", "min_max"),
                            "combination",
                            Map.of("technique", "arithmetic_mean", "parameters", Map.of("weights", List.of(0.25, 0.75)))))));
    /** The formula of {@link dev.rung.catalogue.ReciprocalRanks}. */
    private static final Map<String, Object> BY_RANK = Map.of(
            "phase_results_processors",
            List.of(Map.of(
                    "score-ranker-processor",
                    Map.of(
                            "combination",
                            Map.of(
                                    "technique",
                                    "rrf",
                                    "rank_constant",
                                    5,
                                    "parameters",
                                    Map.of("weights", List.of(0.25, 0.75)))))));

    private final Http http;
    private final SkillEncoder encoder;

    OpenSearchQueries(Http http, SkillEncoder encoder) throws IOException {
        this.http = http;
        this.encoder = encoder;
        http.put("/_search/pipeline/normalised", Json.write(NORMALISED));
        http.put("/_search/pipeline/by-rank", Json.write(BY_RANK));
    }

    /** By words alone. */
    byte[] words(String text) throws IOException {
        return http.post("/jobs/_search", Json.write(best(matching(text))));
    }

    /** The hybrid query as its documentation shows it, with as many candidates of each half as there are results. */
    byte[] hybrid(String text) throws IOException {
        return http.post("/jobs/_search?search_pipeline=normalised", Json.write(best(Map.of("hybrid", Map.of("queries", List.of(matching(text), graph(text)))))));
    }

    /** The same, but the half of the vectors looks at all of them. */
    byte[] hybridExact(String text) throws IOException {
        return http.post(
                "/jobs/_search?search_pipeline=normalised",
                Json.write(best(Map.of("hybrid", Map.of("queries", List.of(matching(text), everyVector(text)))))));
    }

    /** The hybrid query with Rung's fusion at Rung's depth. */
    byte[] byRank(String text) throws IOException {
        return byRank(matching(text), graph(text));
    }

    /** The same, but the half of the vectors looks at all of them: what Rung does, by the node's means. */
    byte[] byRankExact(String text) throws IOException {
        return byRank(matching(text), everyVector(text));
    }

    private byte[] byRank(Map<String, Object> words, Map<String, Object> vectors) throws IOException {
        Map<String, Object> halves =
                Map.of("queries", List.of(words, vectors), "pagination_depth", TextRanking.WORDS_DEPTH);
        return http.post("/jobs/_search?search_pipeline=by-rank", Json.write(best(Map.of("hybrid", halves))));
    }

    private static Map<String, Object> best(Map<String, Object> query) {
        return Map.of("size", RESULTS, "_source", OpenSearchJobs.SHOWN, "query", query);
    }

    /** By the graph, as one does. */
    private Map<String, Object> graph(String text) {
        return Map.of(
                "knn", Map.of("vector", Map.of("vector", encoder.encode(text), "k", TextRanking.VECTOR_DEPTH)));
    }

    /** One by one, the cheapest way the node has; an inner product p is scored as 1 + p. */
    private Map<String, Object> everyVector(String text) {
        Map<String, Object> parameters =
                Map.of("field", "vector", "query_value", encoder.encode(text), "space_type", "innerproduct");
        return Map.of(
                "script_score",
                Map.of(
                        "query",
                        Map.of("exists", Map.of("field", "vector")),
                        "min_score",
                        1 + TextRanking.NEAR,
                        "script",
                        Map.of("lang", "knn", "source", "knn_score", "params", parameters)));
    }

    private static Map<String, Object> matching(String text) {
        return Map.of(
                "multi_match",
                Map.of(
                        "query",
                        text,
                        "fields",
                        List.of("title^3", "organisation^2", "place.locality^2", "description"),
                        "tie_breaker",
                        TextRanking.OTHER_FIELDS));
    }

    /** How many jobs are within reach of somebody who meets these needs. */
    byte[] reach(Set<Need> met) throws IOException {
        return http.post("/jobs/_search?request_cache=false", Json.write(count(met)));
    }

    /** The same once more with each gain on top, all in one request. */
    byte[] reach(Set<Need> met, List<Set<Need>> gains) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Set<Need> gain : gains) {
            Set<Need> then = new TreeSet<>(met);
            then.addAll(gain);
            body.writeBytes(Json.write(Map.of("request_cache", false)));
            body.write('\n');
            body.writeBytes(Json.write(count(then)));
            body.write('\n');
        }
        return http.post("/jobs/_msearch", body.toByteArray());
    }

    private static Map<String, Object> count(Set<Need> met) {
        Map<String, Object> enough = Map.of(
                "terms", met.stream().map(Need::term).toList(), "minimum_should_match_field", "needed");
        return Map.of(
                "size",
                0,
                "track_total_hits",
                true,
                "query",
                Map.of("bool", Map.of("filter", Map.of("terms_set", Map.of("essentials", enough)))));
    }

    /** The titles in an answer, best first. */
    static List<String> titles(byte[] answer) throws IOException {
        List<String> titles = new ArrayList<>();
        JsonNode hits = Json.mapper().readTree(answer).path("hits").path("hits");
        hits.forEach(hit -> titles.add(hit.path("_source").path("title").asText()));
        return titles;
    }

    static long total(byte[] answer) throws IOException {
        return total(Json.mapper().readTree(answer));
    }

    /** One count for each question of an answer to many. */
    static List<Long> totals(byte[] answer) throws IOException {
        List<Long> totals = new ArrayList<>();
        Json.mapper().readTree(answer).path("responses").forEach(response -> totals.add(total(response)));
        return totals;
    }

    private static long total(JsonNode answer) {
        JsonNode total = answer.path("hits").path("total").path("value");
        if (!total.isNumber()) throw new IllegalStateException("no total in " + answer);
        return total.asLong();
    }
}
