package dev.rung.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Every few neighbouring words of a sentence that could be about one skill: within one comma-bounded part, a word that carries meaning at
 * either end, and up to {@value #LONGEST} words in all. A letter by itself (“38 U.S.C.”) is about nothing.
 */
final class Windows {
    private static final int LONGEST = 5;

    /** From and to: the first and the last position among the words that carry meaning. */
    record Window(int first, int last) {}

    private Windows() {}

    /**
     * @param from first position among the words that carry meaning
     * @param to the position after the last
     */
    static List<Window> of(Passage passage, int from, int to) {
        List<Window> windows = new ArrayList<>();
        for (int first = from; first < to; first++) {
            for (int last = first; last < to; last++) {
                int words = passage.content[last] - passage.content[first] + 1;
                if (words > LONGEST || segment(passage, last) != segment(passage, first)) break;
                if (last > first || passage.word(first).plain().length() > 1) windows.add(new Window(first, last));
            }
        }
        return windows;
    }

    private static int segment(Passage passage, int position) {
        return passage.segment[passage.content[position]];
    }
}
