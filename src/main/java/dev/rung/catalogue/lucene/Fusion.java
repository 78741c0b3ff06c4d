package dev.rung.catalogue.lucene;

import dev.rung.catalogue.ReciprocalRanks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Two rankings as one, by {@link ReciprocalRanks}. Equal scores share a rank, so that no order among them has to be invented.
 *
 * <p>Made for one question, by one thread.
 */
final class Fusion {
    private final Map<Integer, Double> scores = new HashMap<>();

    /** Adds a ranking by words, best first. */
    void addWords(List<ScoreDoc> ranking) {
        add(ranking, ReciprocalRanks::byWords);
    }

    /** Adds a ranking by nearness, best first. */
    void addVectors(List<ScoreDoc> ranking) {
        add(ranking, ReciprocalRanks::byVector);
    }

    private void add(List<ScoreDoc> ranking, IntToDoubleFunction worth) {
        int rank = 0;
        for (int i = 0; i < ranking.size(); i++) {
            if (i == 0 || ranking.get(i).score != ranking.get(i - 1).score) rank = i;
            scores.merge(ranking.get(i).doc, worth.applyAsDouble(rank), Double::sum);
        }
    }

    /** How many different documents there are. */
    int size() {
        return scores.size();
    }

    private record Placed(double score, BytesRef id) {}

    /**
     * The ids at ranks {@code from} to {@code to}, best first and equals by id. Reading an id costs microseconds: only those are read
     * that may stand on the page.
     */
    List<String> ids(Snapshot snapshot, int from, int to) throws IOException {
        if (from >= to) return List.of();
        List<Map.Entry<Integer, Double>> all = new ArrayList<>(scores.entrySet());
        all.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        double best = all.get(from).getValue();
        double worst = all.get(to - 1).getValue();
        int better = 0;
        List<Placed> near = new ArrayList<>();
        for (Map.Entry<Integer, Double> entry : all) {
            if (entry.getValue() > best) better++;
            else if (entry.getValue() >= worst) near.add(new Placed(entry.getValue(), snapshot.id(entry.getKey())));
        }
        near.sort(Comparator.comparing(Placed::score).reversed().thenComparing(Placed::id));
        return near.subList(from - better, to - better).stream()
                .map(p -> p.id().utf8ToString())
                .toList();
    }
}
