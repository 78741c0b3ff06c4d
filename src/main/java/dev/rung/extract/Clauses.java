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
            "optionally");

    private static final Set<String> BEFORE_ADVANTAGE =
            Set.of("an", "a", "definite", "distinct", "strong", "big", "huge", "added", "real");
    /** Wishes only where the sentence says that something is so: “SQL would be welcome”, but not “welcome our guests”. */
    private static final Set<String> PRAISE = Set.of(
            "welcome", "welcomed", "appreciated", "valued", "useful", "helpful", "handy", "nice", "good", "great");
    /** Of those, the ones that wish with “is” as well as with “would be”. */
    private static final Set<String> PLAIN_PRAISE =
            Set.of("welcome", "welcomed", "appreciated", "valued", "useful", "helpful");
    /** Of those, the ones that also stand after what is wished for without any verb: “knowledge of SQL helpful”. */
    private static final Set<String> BARE_PRAISE = Set.of("appreciated", "useful", "helpful");

    private static final Set<String> DEGREES = Set.of(
            "very",
            "also",
            "most",
            "more",
            "highly",
            "particularly",
            "especially",
            "always",
            "really",
            "certainly",
            "extremely");
    private static final Set<String> MAYBE = Set.of("would", "could", "might", "may", "will", "can");
    private static final Set<String> PEOPLE = Set.of("you", "we", "they", "i", "he", "she", "who");

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
            case "bonus" ->
                plain(i - 1).equals("a")
                        || plain(i - 1).equals("added")
                        || plain(i + 1).equals("points")
                        || colonFollows(i + 1);
            case "helps" -> plain(i + 1).equals("if");
            default -> PREFERRING.contains(plain(i)) || PRAISE.contains(plain(i)) && isPraise(i);
        };
    }

    /** Whether a wish stands before what is wished for: “ideally”, “nice to have”, “it would be great if”, “we would welcome”. */
    boolean isWishInFront(int i) {
        return switch (plain(i)) {
            case "preferably", "ideally", "optionally", "helps" -> true;
            case "welcome" -> plain(i - 1).equals("would");
            default -> PRAISE.contains(plain(i)) && (isToHave(i) || plain(i + 1).equals("if"));
        };
    }

    private boolean isToHave(int i) {
        return plain(i + 1).equals("to") && plain(i + 2).equals("have");
    }

    private boolean isPraise(int i) {
        String word = plain(i);
        if (isToHave(i)) return true;
        if (colonFollows(i + 1)) return BARE_PRAISE.contains(word);
        if (word.equals("welcome") && plain(i - 1).equals("would")) return true;
        int verb = i - 1;
        while (DEGREES.contains(plain(verb))) verb--;
        boolean maybe = plain(verb).equals("be") && MAYBE.contains(plain(verb - 1));
        int subject = maybe ? verb - 2 : verb - 1;
        if (PEOPLE.contains(plain(subject))) return false;
        if (maybe) return !plain(i + 1).equals("to");
        if (!endsPart(i)) return false;
        if (plain(verb).equals("is") || plain(verb).equals("are")) return PLAIN_PRAISE.contains(word);
        boolean follows = i > 1
                && tokens.get(i).before() == Gap.SPACE
                && tokens.get(i - 1).before() == Gap.SPACE;
        return BARE_PRAISE.contains(word)
                && follows
                && !isAnd(i - 1)
                && !plain(i - 1).equals("be");
    }

    /** Whether nothing follows a word in its part of the sentence, or only what sets something against it. */
    private boolean endsPart(int i) {
        return i + 1 == tokens.size()
                || tokens.get(i + 1).before() != Gap.SPACE
                || CONTRASTS.contains(plain(i + 1))
                || isAnd(i + 1);
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
            if (isAnd(i) && i < before - 1 && (CLOSERS.contains(plain(i - 1)) || isWish(i - 1))) return i + 1;
        }
        return from;
    }

    /** Whether the part of the sentence that ends at a token has a demand or a wish of its own. */
    private boolean speaks(int from, int end) {
        for (int i = end - 1; i >= from; i--) {
            if (REQUIRING.contains(plain(i)) || isWish(i) || CLOSERS.contains(plain(i))) return true;
            if (tokens.get(i).before() != Gap.SPACE) return false;
        }
        return false;
    }
}
