package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Ranked;
import dev.rung.skill.SkillId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Ranks records by what they ask for or have to offer: each strength is the frequency of a term, and the score is their weighted sum. */
final class Ranking {
    private static final List<Object> BEST_FIRST = List.of(Map.of("_score", "desc"), Map.of(Layout.ID, "asc"));

    private final Asking state;
    private final Kind<?> kind;
    private final Map<String, Object> admitted;

    Ranking(Asking state, Kind<?> kind, Filter filter) {
        this.state = state;
        this.kind = kind;
        this.admitted = Clauses.of(kind, filter);
    }

    List<Ranked> byAnswers(Map<Need, Double> answers, int limit) throws IOException {
        List<Map<String, Object>> clauses = new ArrayList<>();
        new TreeMap<>(answers).forEach((need, answer) -> clauses.add(clause(Layout.STRENGTHS, need.term(), answer)));
        return best(clauses, limit);
    }

    List<Ranked> bySkills(List<Map<SkillId, Double>> wishes, boolean provenOnly, int limit) throws IOException {
        // What a credential teaches is not held by anybody yet, proven or not.
        String field = provenOnly && kind.equals(Kind.CANDIDATES) ? Layout.PROVEN : Layout.STRENGTHS;
        List<Map<String, Object>> clauses = new ArrayList<>();
        for (Map<SkillId, Double> wish : wishes) {
            List<Map<String, Object>> skills = new ArrayList<>();
            new TreeMap<>(wish).forEach((skill, weight) -> skills.add(clause(field, skill.value(), weight)));
            if (!skills.isEmpty()) clauses.add(Map.of("dis_max", Map.of("queries", skills)));
        }
        return best(clauses, limit);
    }

    private static Map<String, Object> clause(String field, String term, double weight) {
        return Map.of("term", Map.of(field, Map.of("value", Layout.entry(term), "boost", weight)));
    }

    private List<Ranked> best(List<Map<String, Object>> clauses, int limit) throws IOException {
        if (clauses.isEmpty() || limit <= 0) return List.of();
        Map<String, Object> query =
                Map.of("bool", Map.of("filter", List.of(admitted), "should", clauses, "minimum_should_match", 1));
        return ranked(state.hits(query, BEST_FIRST, limit, Optional.empty()));
    }

    /** Hits in {@link #BEST_FIRST} order. */
    static List<Ranked> ranked(List<JsonNode> hits) {
        return hits.stream()
                .map(hit -> new Ranked(
                        hit.path("sort").path(1).asText(),
                        hit.path("sort").path(0).asDouble()))
                .toList();
    }

    /** What a query matches, best first and equals by id. */
    static List<Ranked> of(Asking state, Map<String, Object> query, int limit) throws IOException {
        return ranked(state.hits(query, BEST_FIRST, limit, Optional.empty()));
    }
}
