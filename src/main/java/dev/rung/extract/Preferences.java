package dev.rung.extract;

import dev.rung.extract.Token.Gap;
import java.util.BitSet;
import java.util.Set;

/**
 * Which words of a text are only preferred: a word like “preferred” or “an advantage” governs its own part of the sentence and the parts before it
 * that have no such word (“Go, Rust and Zig are a plus”); in front (“ideally”, “nice to have:”, “it would be good if”) it governs what follows, and as a heading the
 * lines below it.
 */
final class Preferences {
    /** “Preferred qualifications”, “Requirements”: words that end a heading. */
    private static final Set<String> HEADINGS =
            Set.of("qualifications", "requirements", "skills", "experience", "responsibilities", "duties", "benefits");

    private static final int HEADING_WORDS = 5;

    private final Passage passage;
    private final Clauses clauses;
    private final Negations negations;
    private final BitSet preferred = new BitSet();
    private boolean underHeading;

    Preferences(Passage passage, Clauses clauses, Negations negations) {
        this.passage = passage;
        this.clauses = clauses;
        this.negations = negations;
    }

    boolean preferred(int firstToken, int lastToken) {
        int at = preferred.nextSetBit(firstToken);
        return at >= 0 && at <= lastToken;
    }

    /** Takes in a sentence; all before it must have been taken in. */
    void read(int from, int to) {
        boolean isHeading = isHeading(from, to);
        if (isHeading || passage.tokens.get(from).before() == Gap.PARAGRAPH && !followsHeading(from)) {
            underHeading = isHeading && clauses.hasWish(from, to);
        }
        if (underHeading) preferred.set(from, to);
        else readParts(from, to);
    }

    private void readParts(int from, int to) {
        int part = from;
        boolean ahead = false;
        int open = from;
        while (part < to) {
            int end = partEnd(part, to);
            int cue = cueIn(part, end);
            if (cue < 0) {
                if (ahead) preferred.set(part, end);
            } else if (clauses.isWish(cue)) {
                ahead = clauses.isWishInFront(cue) || clauses.colonFollows(end);
                if (ahead) preferred.set(cue, end);
                else preferred.set(open, end);
                open = end;
            } else {
                ahead = false;
                open = end;
            }
            part = end;
        }
    }

    /** Parts of a sentence end at a comma, at a contrast, and at “and” right after a demand or wish (“Java required and Go preferred”). */
    private int partEnd(int part, int to) {
        for (int i = part + 1; i < to; i++) {
            String word = clauses.plain(i);
            boolean apart = passage.segment[i] != passage.segment[part];
            if (apart || Clauses.CONTRASTS.contains(word) || word.equals("while")) return i;
            String before = clauses.plain(i - 1);
            boolean said = Clauses.REQUIRING.contains(before) || clauses.isWish(i - 1);
            if (clauses.isAnd(i) && said && i - 1 > part) return i;
            if (i > part + 1 && (word.equals("preferably") || word.equals("ideally"))) return i;
        }
        return to;
    }

    /** The demand or wish that a part of a sentence ends with or holds; -1 if none. A wish tells more than a demand. */
    private int cueIn(int from, int to) {
        int demand = -1;
        for (int i = from; i < to; i++) {
            if (clauses.isWish(i)) return i;
            if (Clauses.REQUIRING.contains(clauses.plain(i)) && !negations.isNegator(i == 0 ? 0 : i - 1)) demand = i;
        }
        return demand;
    }

    /** A few words that a colon ends, or that stand on a line by themselves with a word of demand or wish. */
    private boolean isHeading(int from, int to) {
        if (to - from > HEADING_WORDS) return false;
        if (clauses.colonFollows(to)) return true;
        if (to >= passage.tokens.size() || !clauses.newLineFollows(to)) return false;
        return cueIn(from, to) == to - 1
                || clauses.plain(to - 1).equals("have") && clauses.isWish(to - 3)
                || HEADINGS.contains(clauses.plain(to - 1));
    }

    /** Whether an empty line before a token only sets a heading off from what belongs to it. */
    private boolean followsHeading(int from) {
        if (from == 0) return false;
        int start = from - 1;
        while (start > 0 && passage.tokens.get(start).before().compareTo(Gap.SENTENCE) < 0) start--;
        return isHeading(start, from);
    }
}
