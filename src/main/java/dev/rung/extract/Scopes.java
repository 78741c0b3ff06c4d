package dev.rung.extract;

import dev.rung.extract.Token.Gap;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Which words of a text are negated, and which are only preferred.
 *
 * <p>Negation: from “no”, “not”, “without”, “rather than” to the end of what they govern (“required”, “but”, the end of the list or of the
 * sentence), and back from “is not required” to the beginning of its clause. “Not only”, “not limited to”, “no later than” negate nothing, and
 * “not essential” makes a wish where the sentence says so.
 *
 * <p>Preference: a word like “preferred” or “an advantage” governs its own part of the sentence and the parts before it that
 * have no such word (“Go, Rust and Zig are a plus”); in front (“ideally”, “nice to have:”) it governs what follows, and as a heading the
 * lines below it.
 */
final class Scopes {
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
    private static final Set<String> CLOSERS = Set.of(
            "required",
            "needed",
            "necessary",
            "expected",
            "essential",
            "mandatory",
            "compulsory",
            "requirement",
            "must",
            "wanted",
            "prerequisite");
    private static final Set<String> CONTRASTS =
            Set.of("but", "however", "although", "though", "yet", "instead", "whereas", "because", "unless");
    private static final Set<String> REQUIRING = Set.of(
            "required",
            "requires",
            "require",
            "must",
            "need",
            "needed",
            "needs",
            "essential",
            "mandatory",
            "necessary",
            "compulsory",
            "prerequisite");
    private static final Set<String> PREFERRING = Set.of(
            "preferred",
            "preferably",
            "preferable",
            "desirable",
            "desired",
            "advantageous",
            "beneficial",
            "ideally",
            "optional",
            "optionally",
            "helpful",
            "bonus",
            "advantage",
            "plus",
            "asset",
            "nice");
    private static final Set<String> IN_FRONT = Set.of("preferably", "ideally", "optionally", "nice");
    private static final int HEADING_WORDS = 5;

    private final List<Token> tokens;
    private final String text;
    private final BitSet negated = new BitSet();
    private final BitSet preferred = new BitSet();
    private final BitSet negators = new BitSet();

    private Scopes(Passage passage) {
        this.tokens = passage.tokens;
        this.text = passage.text;
        boolean heading = false;
        int from = 0;
        while (from < tokens.size()) {
            int to = from + 1;
            while (to < tokens.size() && passage.sentence[to] == passage.sentence[from]) to++;
            boolean isHeading = isHeading(from, to);
            if (isHeading || tokens.get(from).before() == Gap.PARAGRAPH && !follows(from)) {
                heading = isHeading && hasPreference(from, to);
            }
            negate(from, to);
            if (heading) {
                preferred.set(from, to);
            } else {
                prefer(passage, from, to);
            }
            from = to;
        }
    }

    static Scopes of(Passage passage) {
        return new Scopes(passage);
    }

    /** Whether any of these words is negated by a word that is not itself among them (“work without supervision” is not). */
    boolean negated(int firstToken, int lastToken) {
        int at = negated.nextSetBit(firstToken);
        if (at < 0 || at > lastToken) return false;
        int inside = negators.nextSetBit(firstToken);
        return inside < 0 || inside > lastToken;
    }

    Emphasis emphasis(int firstToken, int lastToken) {
        int at = preferred.nextSetBit(firstToken);
        return at >= 0 && at <= lastToken ? Emphasis.PREFERRED : Emphasis.REQUIRED;
    }

    private String plain(int token) {
        return token >= 0 && token < tokens.size() ? tokens.get(token).plain() : "";
    }

    private void negate(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean pair = (plain(i).equals("rather") || plain(i).equals("other"))
                            && plain(i + 1).equals("than")
                    || plain(i).equals("instead") && plain(i + 1).equals("of");
            if (!pair && !NEGATORS.contains(plain(i))) continue;
            if (plain(i).equals("no") && plain(i + 1).equals("longer")) i++;
            else if (NOT_AFTER.contains(plain(i + 1)) || plain(i - 1).equals("or") && plain(i).equals("not")) continue;
            // “No.” by itself answers a question
            if (i + 1 == to && plain(i).equals("no")) continue;
            negators.set(i);
            if (closesSoon(i, to)) {
                if (!hasPreference(i, to)) negated.set(clauseStart(from, i), i);
            } else {
                boolean aside =
                        pair || plain(i).equals("without") || plain(i).equals("except") || plain(i).equals("excluding");
                negated.set(i + 1, Math.max(i + 1, scopeEnd(i + 1, to, aside)));
            }
        }
    }

    /** “is not required”, “not strictly necessary”, “not a requirement”: what stands before is meant. */
    private boolean closesSoon(int negator, int to) {
        if (plain(negator).equals("unnecessary")) return true;
        boolean plainNot = !plain(negator).equals("no") && !plain(negator).equals("without");
        boolean longer = plain(negator).equals("longer");
        if (!plainNot && !longer) return false;
        for (int i = negator + 1; i < Math.min(to, negator + 4); i++) {
            if (tokens.get(i).before() != Gap.SPACE) return false;
            if (CLOSERS.contains(plain(i)) && !plain(i).equals("must")) return true;
            boolean filler = plain(i).equals("a")
                    || plain(i).equals("strictly")
                    || plain(i).equals("an")
                    || plain(i).equals("absolutely")
                    || plain(i).equals("be")
                    || plain(i).equals("part");
            if (!filler) return false;
        }
        return false;
    }

    /** Where the clause before a token begins: after a contrast, or after a part of the sentence that says something itself. */
    private int clauseStart(int from, int before) {
        for (int i = before - 1; i > from; i--) {
            if (CONTRASTS.contains(plain(i))) return i + 1;
            if (tokens.get(i).before() != Gap.SPACE && speaks(from, i)) return i;
            if (isAnd(i) && i < before - 1 && (CLOSERS.contains(plain(i - 1)) || PREFERRING.contains(plain(i - 1))))
                return i + 1;
        }
        return from;
    }

    /** Whether the part of the sentence that ends at a token has a demand or a wish of its own. */
    private boolean speaks(int from, int end) {
        for (int i = end - 1; i >= from; i--) {
            if (REQUIRING.contains(plain(i)) || PREFERRING.contains(plain(i)) || CLOSERS.contains(plain(i)))
                return true;
            if (tokens.get(i).before() != Gap.SPACE) return false;
        }
        return false;
    }

    private int scopeEnd(int from, int to, boolean aside) {
        for (int i = from; i < to; i++) {
            if (CLOSERS.contains(plain(i)) || CONTRASTS.contains(plain(i))) return i;
            if (i > from && tokens.get(i).before() == Gap.COMMA && (aside || !listGoesOn(i, to))) return i;
        }
        return to;
    }

    /** Whether after a comma a list goes on that “or” or a closing “needed” holds together: “no sewing, knitting or weaving needed”. */
    private boolean listGoesOn(int comma, int to) {
        for (int i = comma; i < to; i++) {
            if (plain(i).equals("or") || plain(i).equals("nor") || CLOSERS.contains(plain(i))) return true;
            if (CONTRASTS.contains(plain(i)) || plain(i).equals("and") || plain(i).equals("will")) return false;
        }
        return false;
    }

    private void prefer(Passage passage, int from, int to) {
        int part = from;
        boolean ahead = false;
        int open = from;
        while (part < to) {
            int end = partEnd(passage, part, to);
            int cue = cueIn(part, end);
            if (cue < 0) {
                if (ahead) preferred.set(part, end);
            } else if (PREFERRING.contains(plain(cue))) {
                ahead = IN_FRONT.contains(plain(cue)) || colonFollows(end);
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
    private int partEnd(Passage passage, int part, int to) {
        for (int i = part + 1; i < to; i++) {
            if (passage.segment[i] != passage.segment[part] || CONTRASTS.contains(plain(i)) || plain(i).equals("while"))
                return i;
            boolean said = REQUIRING.contains(plain(i - 1)) || PREFERRING.contains(plain(i - 1));
            if (isAnd(i) && said && i - 1 > part) return i;
            if (i > part + 1 && (plain(i).equals("preferably") || plain(i).equals("ideally"))) return i;
        }
        return to;
    }

    private boolean isAnd(int i) {
        return plain(i).equals("and") || plain(i).equals("or");
    }

    /** The demand or wish that a part of a sentence ends with or holds; -1 if none. A wish tells more than a demand. */
    private int cueIn(int from, int to) {
        int demand = -1;
        for (int i = from; i < to; i++) {
            if (isWish(i)) return i;
            if (REQUIRING.contains(plain(i)) && !isNegated(i)) demand = i;
        }
        return demand;
    }

    private boolean isNegated(int i) {
        return negators.get(i - 1 < 0 ? i : i - 1);
    }

    private boolean isWish(int i) {
        return switch (plain(i)) {
            case "advantage", "asset", "plus" -> {
                String before = plain(i - 1);
                yield Set.of("an", "a", "definite", "distinct", "strong", "big", "huge", "added", "real")
                        .contains(before);
            }
            case "bonus" -> plain(i - 1).equals("a") || plain(i + 1).equals("points") || colonFollows(i + 1);
            case "nice" -> plain(i + 1).equals("to") && plain(i + 2).equals("have");
            default -> PREFERRING.contains(plain(i));
        };
    }

    private boolean hasPreference(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isWish(i)) return true;
        }
        return false;
    }

    /** Whether a colon stands between this token and the one before it. */
    private boolean colonFollows(int token) {
        if (token == 0) return false;
        int start = tokens.get(token - 1).end();
        int end = token < tokens.size() ? tokens.get(token).start() : text.length();
        int colon = text.indexOf(':', start);
        return colon >= 0 && colon < end;
    }

    /** A few words that a colon ends, or that stand on a line by themselves with a word of demand or wish. */
    private boolean isHeading(int from, int to) {
        if (to - from > HEADING_WORDS) return false;
        if (colonFollows(to)) return true;
        if (to >= tokens.size()) return false;
        String gap = text.substring(tokens.get(to - 1).end(), tokens.get(to).start());
        boolean line = gap.indexOf('\n') >= 0 && gap.indexOf('.') < 0;
        return line
                && (cueIn(from, to) == to - 1 || plain(to - 1).equals("have") && isWish(to - 3) || qualifies(to - 1));
    }

    /** “Preferred qualifications”, “Requirements”: words that end a heading. */
    private boolean qualifies(int token) {
        return switch (plain(token)) {
            case "qualifications", "requirements", "skills", "experience", "responsibilities", "duties", "benefits" ->
                true;
            default -> false;
        };
    }

    /** Whether an empty line before a token only sets a heading off from what belongs to it. */
    private boolean follows(int from) {
        if (from == 0) return false;
        int start = from - 1;
        while (start > 0 && tokens.get(start).before().compareTo(Gap.SENTENCE) < 0) start--;
        return isHeading(start, from);
    }
}
