package dev.rung.match;

import java.util.regex.Pattern;

/**
 * Tells an occupation from a mere word: a title of one word, such as “cook” or “accountant”, means little by itself, but “I have been a cook” and
 * “Accountant, six years” say what somebody is or was. English only; elsewhere such titles need several words to be believed.
 */
final class Occupations {
    /** How sure it is that a title means the occupation where the words around it say so. A judgement. */
    static final double NAMED = 0.9;

    private static final Pattern BEFORE = Pattern.compile(
            "\\b(?:i am|i['’]?m|i was|been|being|be|become|becoming|works?|worked|working|employed|trained|qualified|job|career|as|former|currently)"
                    + "(?:\\s+(?:now|currently|formerly|working|employed|trained|as))*\\s+(?:(?:an?|the|my)\\s+)?(?:(?:qualified|trained|former|self-employed|freelance)\\s+)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINNING = Pattern.compile("(?:^|[.!?;\\n•*-])\\s*$");
    private static final Pattern AFTER =
            Pattern.compile("^\\s*(?:$|[,;:(–\\n-]|\\d|(?:with|for|at|in|since|from|of)\\b)");
    /** Longer than any cue. */
    private static final int LOOK_BACK = 60;

    private Occupations() {}

    /** Whether the words between start and end stand where an occupation is named. */
    static boolean isNamed(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - LOOK_BACK), start);
        if (BEFORE.matcher(before).find()) return true;
        boolean begins = start <= LOOK_BACK && before.isBlank()
                || BEGINNING.matcher(before).find();
        return begins && AFTER.matcher(text.substring(end)).find();
    }
}
