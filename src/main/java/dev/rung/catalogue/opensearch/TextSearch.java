package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
import dev.rung.encoder.SkillEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds records by words and by meaning, as the embedded engine does: a BM25 ranking and one by nearness of vectors, fused by reciprocal ranks
 * (Cormack, Clarke and Büttcher, SIGIR 2009), both always to the same depth, so that the order does not depend on the size of a page.
 */
final class TextSearch {
    private static final int WORDS_DEPTH = 1_000;
    private static final int VECTOR_DEPTH = 100;
    /** Records farther than this from the text, by cosine, are not about it. */
    private static final double NEAR = 0.3;

    private static final int MOST_WORDS = 64;
    /** A longer word is none; the cluster's tokenizer would cut it into pieces. */
    private static final int LONGEST_WORD = 255;

    private static final double TITLE = 3;
    private static final double OTHER_TITLES = 2;
    /** A word counts most in the field where it counts best, and a little in the others. */
    private static final double OTHER_FIELDS = 0.1;
    /** The authors' constant. */
    private static final int CONSTANT = 60;

    private final Asking state;
    private final SkillEncoder encoder;

    TextSearch(Asking state, SkillEncoder encoder) {
        this.state = state;
        this.encoder = encoder;
    }

    /**
     * The ids of all records found, best first.
     *
     * @param vectors whether the index holds vectors of this encoder
     */
    List<String> ranking(Kind<?> kind, String text, Filter filter, boolean vectors) throws IOException {
        Map<String, Double> scores = new HashMap<>();
        List<Map<String, Object>> words = words(kind, text);
        if (!words.isEmpty()) {
            Map<String, Object> query = Map.of(
                    "bool",
                    Map.of("filter", List.of(Clauses.of(kind, filter)), "must", List.of(Clauses.any(words))));
            add(Ranking.of(state, query, WORDS_DEPTH), scores);
        }
        if (vectors) {
            add(
                    nearest(kind, encoder.encode(text), filter, VECTOR_DEPTH).stream()
                            .filter(r -> r.score() >= NEAR)
                            .toList(),
                    scores);
        }
        return scores.entrySet().stream()
                .map(e -> new Ranked(e.getKey(), e.getValue()))
                .sorted(Ranked.BEST_FIRST)
                .map(Ranked::id)
                .toList();
    }

    /** Equal scores share a rank, so that no order among them has to be invented. */
    private static void add(List<Ranked> ranking, Map<String, Double> scores) {
        int rank = 0;
        for (int i = 0; i < ranking.size(); i++) {
            if (i == 0 || ranking.get(i).score() != ranking.get(i - 1).score()) rank = i;
            scores.merge(ranking.get(i).id(), 1.0 / (CONSTANT + rank + 1), Double::sum);
        }
    }

    /** The records nearest to a vector, scored by cosine. */
    List<Ranked> nearest(Kind<?> kind, float[] vector, Filter filter, int limit) throws IOException {
        if (limit <= 0 || !(SkillEncoder.dot(vector, vector) > 0)) return List.of();
        int most = Math.min(limit, Asking.MOST_AT_ONCE);
        Map<String, Object> near =
                Map.of("vector", vector, "k", most, "filter", Clauses.of(kind, filter));
        List<Ranked> hits =
                Ranking.of(state, Map.of("knn", Map.of(Layout.vector(kind), near)), most);
        // The cluster scores (1 + cosine) / 2.
        return hits.stream()
                .map(r -> new Ranked(r.id(), 2 * r.score() - 1))
                .toList();
    }

    private static List<Map<String, Object>> words(Kind<?> kind, String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : text.split("[\\s\\p{Z}\\p{Cntrl}]+")) {
            if (words.size() == MOST_WORDS) break;
            if (!word.isEmpty() && word.length() <= LONGEST_WORD) words.add(paired(word));
        }
        List<Map<String, Object>> clauses = new ArrayList<>();
        for (String word : words) {
            clauses.add(Map.of(
                    "dis_max",
                    Map.of(
                            "tie_breaker",
                            OTHER_FIELDS,
                            "queries",
                            List.of(
                                    match(Layout.title(kind), word, TITLE),
                                    match(Layout.otherTitles(kind), word, OTHER_TITLES),
                                    match(Layout.text(kind), word, 1)))));
        }
        return clauses;
    }

    private static Map<String, Object> match(String field, String word, double boost) {
        return Map.of("match", Map.of(field, Map.of("query", word, "boost", boost)));
    }

    /** Half a surrogate pair cannot be sent as UTF-8. */
    private static String paired(String word) {
        return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
