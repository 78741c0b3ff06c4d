package dev.rung.evaluation;

import dev.rung.encoder.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which texts say nearly what one of some texts says word for word, so that nothing is learned from what is measured on.
 *
 * <pre>{@code
 * NearCopies copies = new NearCopies(List.of("You will bake bread every day."));
 * copies.have("You will bake bread every night!");   // true
 * copies.have("Bread is baked by you.");             // false
 * }</pre>
 *
 * <p>Two texts are near copies if at least half of all their runs of three words are in both (Broder's resemblance, 1997). A text of one or two
 * words is one run. Case, accents and punctuation do not count. Immutable and safe for use by many threads.
 */
public final class NearCopies {
    private static final int RUN = 3;
    private static final double ALIKE = 0.5;

    private final List<Set<String>> texts = new ArrayList<>();
    private final Map<String, List<Integer>> byRun = new HashMap<>();

    /** @param texts of which copies are to be known */
    public NearCopies(Collection<String> texts) {
        for (String text : texts) {
            Set<String> runs = runs(text);
            for (String run : runs)
                byRun.computeIfAbsent(run, r -> new ArrayList<>()).add(this.texts.size());
            this.texts.add(runs);
        }
    }

    /** Whether a text is, or nearly is, one of the texts; never for a text without words. */
    public boolean have(String text) {
        Set<String> runs = runs(text);
        Map<Integer, Integer> shared = new HashMap<>();
        for (String run : runs) {
            for (int other : byRun.getOrDefault(run, List.of())) shared.merge(other, 1, Integer::sum);
        }
        for (Map.Entry<Integer, Integer> other : shared.entrySet()) {
            int both = other.getValue();
            if (both >= ALIKE * (runs.size() + texts.get(other.getKey()).size() - both)) return true;
        }
        return false;
    }

    private static Set<String> runs(String text) {
        List<String> found = new ArrayList<>();
        Words words = new Words(text);
        while (words.next()) found.add(words.word());
        Set<String> runs = new HashSet<>();
        if (!found.isEmpty() && found.size() < RUN) runs.add(String.join(" ", found));
        for (int i = 0; i + RUN <= found.size(); i++) runs.add(String.join(" ", found.subList(i, i + RUN)));
        return runs;
    }
}
