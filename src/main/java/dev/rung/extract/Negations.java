package dev.rung.extract;

import dev.rung.extract.Token.Gap;
import java.util.BitSet;
import java.util.Set;

/**
 * Which words of a text are negated: from “no”, “not”, “without”, “rather than” to the end of what they govern (“required”, “but”, the end of the
 * list or of the sentence), and back from “is not required” to the beginning of its clause. “Not only”, “not limited to”, “no later than” negate
 * nothing, and “not essential” makes a wish where the sentence says so.
 */
final class Negations {
    private static final Set<String> NEGATORS = Set.of(
            "no",
            "not",
            "cannot",
            "dont",
            "doesnt",
            "isnt",
            "arent",
            "wont",
            "never",
            "havent",
            "hasnt",
            "didnt",
            "neither",
            "nor",
            "without",
            "lack",
            "lacks",
            "lacking",
            "except",
            "excluding",
            "unnecessary");
    private static final Set<String> NOT_AFTER = Set.of(
            "only",
            "just",
            "merely",
            "limited",
            "less",
            "fewer",
            "later",
            "more",
            "longer",
            "simply",
            "hesitate",
            "matter",
            "doubt",
            "exceed",
            "necessarily",
            "worry",
            "one");
    /** Between “not” and what closes: “not strictly a requirement”. */
    private static final Set<String> FILLERS = Set.of("a", "an", "strictly", "absolutely", "be", "part");

    private static final Set<String> ASIDES = Set.of("without", "except", "excluding");
    private static final int MOST_TO_CLOSE = 3;
    private static final int NONE = -1;

    private final Clauses clauses;
    private final BitSet negated = new BitSet();
    private final BitSet negators = new BitSet();

    Negations(Clauses clauses) {
        this.clauses = clauses;
    }

    /** Whether any of these words is negated by a word that is not itself among them (“work without supervision” is not). */
    boolean negated(int firstToken, int lastToken) {
        int at = negated.nextSetBit(firstToken);
        if (at < 0 || at > lastToken) return false;
        int inside = negators.nextSetBit(firstToken);
        return inside < 0 || inside > lastToken;
    }

    /** Whether the word itself negates. */
    boolean isNegator(int token) {
        return token >= 0 && negators.get(token);
    }

    /** Takes in a sentence. */
    void read(int from, int to) {
        for (int i = from; i < to; i++) {
            String word = clauses.plain(i);
            boolean pair = (word.equals("rather") || word.equals("other"))
                            && clauses.plain(i + 1).equals("than")
                    || word.equals("instead") && clauses.plain(i + 1).equals("of");
            if (!pair && !NEGATORS.contains(word)) continue;
            if (word.equals("no") && clauses.plain(i + 1).equals("longer")) i++;
            else if (NOT_AFTER.contains(clauses.plain(i + 1))
                    || clauses.plain(i - 1).equals("or") && word.equals("not")) continue;
            // “No.” by itself answers a question
            if (i + 1 == to && clauses.plain(i).equals("no")) continue;
            negators.set(i);
            if (closesSoon(i, to)) {
                if (!clauses.hasWish(i, to)) negated.set(clauses.start(from, i), i);
            } else {
                boolean aside = pair || ASIDES.contains(clauses.plain(i));
                negated.set(i + 1, Math.max(i + 1, end(i + 1, to, aside)));
            }
        }
    }

    /** “is not required”, “not strictly necessary”, “not a requirement”: what stands before is meant. */
    private boolean closesSoon(int negator, int to) {
        String word = clauses.plain(negator);
        if (word.equals("unnecessary")) return true;
        if (word.equals("no") || word.equals("without")) return false;
        for (int i = negator + 1; i < Math.min(to, negator + 1 + MOST_TO_CLOSE); i++) {
            if (clauses.tokens.get(i).before() != Gap.SPACE) return false;
            String next = clauses.plain(i);
            if (Clauses.CLOSERS.contains(next) && !next.equals("must")) return true;
            if (!FILLERS.contains(next)) return false;
        }
        return false;
    }

    private int end(int from, int to, boolean aside) {
        int held = from;
        for (int i = from; i < to; i++) {
            if (Clauses.CLOSERS.contains(clauses.plain(i)) || Clauses.CONTRASTS.contains(clauses.plain(i))) return i;
            boolean comma = i > from && clauses.tokens.get(i).before() == Gap.COMMA;
            if (!comma || !aside && i <= held) continue;
            held = aside ? NONE : holder(i, to);
            if (held == NONE) return i;
        }
        return to;
    }

    /** Where the “or” or the closing “needed” is that holds a list together after a comma: “no sewing, knitting or weaving needed”. */
    private int holder(int comma, int to) {
        for (int i = comma; i < to; i++) {
            String word = clauses.plain(i);
            if (word.equals("or") || word.equals("nor") || Clauses.CLOSERS.contains(word)) return i;
            if (Clauses.CONTRASTS.contains(word) || word.equals("and") || word.equals("will")) return NONE;
        }
        return NONE;
    }
}
