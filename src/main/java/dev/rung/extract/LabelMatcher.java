package dev.rung.extract;

import dev.rung.extract.LabelIndex.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds labels in one text. A label's words may stand in any order and with a few others between (“analyse customer data”), within one
 * sentence; how far they may stray depends on how many they are.
 *
 * <p>Made for one text and thrown away.
 */
final class LabelMatcher {
    /** Words between, with a label in its own order; in another order one between two words and none between more. */
    private static final int MAX_BETWEEN = 2;

    private final LabelIndex index;
    private final Passage passage;
    private final Confidence confidence;
    private final WordOrder order;
    private final double floor;
    private final List<Match> matches = new ArrayList<>();
    /** By stem: the sentence in which it was seen last, so that most entries are refused with one look. */
    private final int[] seenIn;

    LabelMatcher(LabelIndex index, Passage passage, double floor) {
        this.index = index;
        this.passage = passage;
        this.confidence = new Confidence(index, passage);
        this.order = new WordOrder(index, passage);
        this.floor = floor;
        this.seenIn = new int[index.vocabulary.stems()];
        Arrays.fill(seenIn, -1);
    }

    /** Every match at or above the floor, overlapping ones too. */
    List<Match> matches() {
        int n = passage.content.length;
        int from = 0;
        while (from < n) {
            int sentence = sentence(from);
            int to = from;
            while (to < n && sentence(to) == sentence) {
                if (passage.stem[to] >= 0) seenIn[passage.stem[to]] = sentence;
                to++;
            }
            for (int at = from; at < to; at++) {
                if (passage.stem[at] < 0) continue;
                for (Entry entry : index.entries(passage.stem[at])) consider(entry, at, from, to, sentence);
            }
            from = to;
        }
        return matches;
    }

    private int sentence(int position) {
        return passage.sentence[passage.content[position]];
    }

    private void consider(Entry entry, int at, int from, int to, int sentence) {
        if (entry.length() == 1) {
            keep(entry, new int[] {at});
            return;
        }
        for (int stem : entry.stems()) {
            if (seenIn[stem] != sentence) return;
        }
        int reach = entry.length() - 1 + MAX_BETWEEN;
        int[] places = new int[entry.length()];
        boolean ahead = true;
        for (int i = 0; i < places.length; i++) {
            int stem = entry.stems()[i];
            if (stem == passage.stem[at]) ahead = false;
            places[i] = nearest(stem, at, Math.max(from, at - reach), Math.min(to, at + reach + 1), ahead);
            if (places[i] < 0) return;
        }
        keep(entry, places);
    }

    /** The occurrence of the stem closest to a place, of two the one on the side where the label has it; -1 if there is none. */
    private int nearest(int stem, int at, int from, int to, boolean ahead) {
        int best = -1;
        for (int i = from; i < to; i++) {
            if (passage.stem[i] != stem) continue;
            int closer = best < 0 ? 1 : Math.abs(best - at) - Math.abs(i - at);
            if (closer > 0 || closer == 0 && !ahead) best = i;
        }
        return best;
    }

    private void keep(Entry entry, int[] places) {
        int first = Arrays.stream(places).min().orElseThrow();
        int last = Arrays.stream(places).max().orElseThrow();
        int between = between(entry, first, last);
        boolean ordered = ordered(places);
        boolean sameForms = sameForms(entry, places);
        if (between > maxBetween(places.length, ordered)) return;
        // Across a comma only a label that has one itself, or whose words stand as they are.
        boolean comma = passage.segment[passage.content[first]] != passage.segment[passage.content[last]];
        if (comma && !(ordered && sameForms && between == 0)) return;
        if (!(ordered ? order.mayGap(entry, first, last, between) : order.mayTurn(entry, places, sameForms))) return;
        Match match = confidence.of(entry, places, between, ordered, sameForms);
        if (match.confidence() >= floor) matches.add(match);
    }

    /** Words from first to last that are not the label's; a word that it has twice counts as its own both times. */
    private int between(Entry entry, int first, int last) {
        int between = 0;
        for (int i = first; i <= last; i++) {
            boolean own = false;
            for (int stem : entry.stems()) own |= stem == passage.stem[i];
            if (!own) between++;
        }
        return between;
    }

    private static int maxBetween(int words, boolean ordered) {
        if (ordered) return MAX_BETWEEN;
        return words == 2 ? 1 : 0;
    }

    private static boolean ordered(int[] places) {
        for (int i = 1; i < places.length; i++) {
            if (places[i] < places[i - 1]) return false;
        }
        return true;
    }

    private boolean sameForms(Entry entry, int[] places) {
        for (int i = 0; i < places.length; i++) {
            if (passage.form[places[i]] != entry.forms()[i]) return false;
        }
        return true;
    }
}
