package dev.rung.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * The stretches of a text that no label accounts for: what is left for vectors to understand.
 *
 * <p>A stretch stays within one comma-bounded part of a sentence, does not touch matched or negated words, and begins and ends with a word that
 * carries meaning.
 */
final class Windows {
    /** Words that carry meaning in a stretch. Skills of one word are found by their labels or not at all. */
    private static final int SHORTEST = 2;

    private static final int LONGEST = 5;

    /** From and to: the first and the last position among the words that carry meaning. */
    record Window(int first, int last) {}

    private Windows() {}

    static List<Window> of(Passage passage, boolean[] taken) {
        List<Window> windows = new ArrayList<>();
        for (int first = 0; first < taken.length; first++) {
            for (int last = first; last < taken.length && last < first + LONGEST; last++) {
                if (taken[last] || segment(passage, last) != segment(passage, first)) break;
                if (last - first + 1 >= SHORTEST) windows.add(new Window(first, last));
            }
        }
        return windows;
    }

    private static int segment(Passage passage, int position) {
        return passage.segment[passage.content[position]];
    }
}
