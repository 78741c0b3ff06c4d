package dev.rung.extract;

import dev.rung.extract.Token.Gap;
import java.util.List;
import java.util.Set;

/** The words of a text by which it demands, wishes or contrasts, and where the parts of a sentence they govern begin and end. */
final class Clauses {
    /** What a negation may be about: “is not required”, “not acceptable”. */
    static final Set<String> CLOSERS = Set.of(
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
            "prerequisite",
            "acceptable",
            "accepted",
            "considered",
            "counted",
            "credited",
            "qualifying");

    static final Set<String> CONTRASTS =
            Set.of("but", "however", "although", "though", "yet", "instead", "whereas", "because", "unless");

    static final Set<String> REQUIRING = Set.of(
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

    static final Set<String> PREFERRING = Set.of(
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

    private static final Set<String> BEFORE_ADVANTAGE =
            Set.of("an", "a", "definite", "distinct", "strong", "big", "huge", "added", "real");

    final List<Token> tokens;
    private final String text;

    Clauses(Passage passage) {
        this.tokens = passage.tokens;
        this.text = passage.text;
    }

    /** The word in plain letters; empty outside the text. */
    String plain(int token) {
        return token >= 0 && token < tokens.size() ? tokens.get(token).plain() : "";
    }

    boolean isAnd(int i) {
        return plain(i).equals("and") || plain(i).equals("or");
    }

    boolean isWish(int i) {
        return switch (plain(i)) {
            case "advantage", "asset", "plus" -> BEFORE_ADVANTAGE.contains(plain(i - 1));
            case "bonus" -> plain(i - 1).equals("a") || plain(i + 1).equals("points") || colonFollows(i + 1);
            case "nice" -> plain(i + 1).equals("to") && plain(i + 2).equals("have");
            default -> PREFERRING.contains(plain(i));
        };
    }

    boolean hasWish(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isWish(i)) return true;
        }
        return false;
    }

    /** Whether a colon stands between this token and the one before it. */
    boolean colonFollows(int token) {
        if (token == 0) return false;
        int start = tokens.get(token - 1).end();
        int end = token < tokens.size() ? tokens.get(token).start() : text.length();
        return text.indexOf(':', start, Math.max(start, end)) >= 0;
    }

    /** Whether this token stands on a later line than the one before, with no full stop between. */
    boolean newLineFollows(int token) {
        String gap =
                text.substring(tokens.get(token - 1).end(), tokens.get(token).start());
        return gap.indexOf('\n') >= 0 && gap.indexOf('.') < 0;
    }

    /** Where the clause before a token begins: after a contrast, or after a part of the sentence that says something itself. */
    int start(int from, int before) {
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
}
