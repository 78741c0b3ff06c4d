package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
import dev.rung.catalogue.ReciprocalRanks;
import dev.rung.catalogue.TextRanking;
import dev.rung.encoder.SkillEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * Finds records by words and by meaning, as the embedded engine does: both rankings of {@link TextRanking}, fused by {@link ReciprocalRanks}. Here
 * equal scores share a rank, so that no order among them has to be invented.
 */
final class TextSearch {
    /** A longer word is none; the cluster's tokenizer would cut it into pieces. */
    private static final int LONGEST_WORD = 255;

    /** Between the words of a text, except for the signs of C++ and C#. */
    private static final String BETWEEN = "[^\\p{L}\\p{M}\\p{N}+#']+";

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
                    "bool", Map.of("filter", List.of(Clauses.of(kind, filter)), "must", List.of(Clauses.any(words))));
            add(Ranking.of(state, query, TextRanking.WORDS_DEPTH), ReciprocalRanks::byWords, scores);
        }
        if (vectors) {
            add(
                    new Nearest(state)
                            .to(encoder.encode(text), kind, filter, TextRanking.VECTOR_DEPTH).stream()
                                    .filter(r -> r.score() >= TextRanking.NEAR)
                                    .toList(),
                    ReciprocalRanks::byVector,
                    scores);
        }
        return scores.entrySet().stream()
                .map(e -> new Ranked(e.getKey(), e.getValue()))
                .sorted(Ranked.BEST_FIRST)
                .map(Ranked::id)
                .toList();
    }

    /** Equal scores share a rank, so that no order among them has to be invented. */
    private static void add(List<Ranked> ranking, IntToDoubleFunction worth, Map<String, Double> scores) {
        int rank = 0;
        for (int i = 0; i < ranking.size(); i++) {
            if (i == 0 || ranking.get(i).score() != ranking.get(i - 1).score()) rank = i;
            scores.merge(ranking.get(i).id(), worth.applyAsDouble(rank), Double::sum);
        }
    }

    private static List<Map<String, Object>> words(Kind<?> kind, String text) {
        Set<String> words = new LinkedHashSet<>();
        String last = "";
        for (String word : text.split("[\\s\\p{Z}\\p{Cntrl}]+")) {
            if (words.size() == TextRanking.MOST_WORDS) break;
            if (word.isEmpty() || word.length() > LONGEST_WORD) continue;
            last = paired(word);
            words.add(last);
        }
        List<Map<String, Object>> clauses = new ArrayList<>();
        for (String word : words) {
            clauses.add(Map.of(
                    "dis_max",
                    Map.of(
                            "tie_breaker",
                            TextRanking.OTHER_FIELDS,
                            "queries",
                            List.of(
                                    match(Layout.title(kind), word, TextRanking.TITLE),
                                    match(Layout.otherTitles(kind), word, TextRanking.OTHER_TITLES),
                                    match(Layout.text(kind), word, 1)))));
        }
        beginning(kind, last).ifPresent(clauses::add);
        return clauses;
    }

    /** Titles with a word that begins so. */
    private static Optional<Map<String, Object>> beginning(Kind<?> kind, String last) {
        String[] parts = last.split(BETWEEN);
        String word = parts.length == 0 ? "" : parts[parts.length - 1];
        if (word.length() < TextRanking.SHORTEST_BEGINNING) return Optional.empty();
        return Optional.of(Map.of(
                "dis_max",
                Map.of(
                        "queries",
                        List.of(
                                beginning(Layout.title(kind), word, TextRanking.BEGINNING),
                                beginning(Layout.otherTitles(kind), word, TextRanking.OTHER_BEGINNING)))));
    }

    private static Map<String, Object> beginning(String field, String word, double boost) {
        return Map.of("match_bool_prefix", Map.of(field, Map.of("query", word, "boost", boost)));
    }

    private static Map<String, Object> match(String field, String word, double boost) {
        return Map.of("match", Map.of(field, Map.of("query", word, "boost", boost)));
    }

    /** Half a surrogate pair cannot be sent as UTF-8. */
    private static String paired(String word) {
        return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
