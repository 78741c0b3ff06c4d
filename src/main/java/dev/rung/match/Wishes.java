package dev.rung.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what somebody can do from what they want to do, in their own words: “I bake at home and want to do pastry”. The last cue before a
 * word, within its sentence, decides. English only; elsewhere everything counts as said of the present.
 */
final class Wishes {
    private static final Pattern CUE = Pattern.compile(
            "\\b(?<wish>want(?:s|ed|ing)?|wish(?:es|ing)?|would like|'d like|hop(?:e|es|ing) to|interested in|become|becoming|looking"
                    + " (?:for|to)|switch(?:ing)? to|mov(?:e|ing) (?:in)?to|dream(?:ing)? of|aim(?:ing)? (?:to|for)|towards?|learn(?:ing)?"
                    + " (?:more )?(?:about|to)|get(?:ting)? into|keen (?:to|on)|curious about|plan(?:ning)? to)\\b"
                    + "|\\b(?:i have|i've|i am|i'm|i can|i know|i do|i did|worked|working as|(?<!to )work as|experience (?:in|with|as|of)|years? (?:in|as|of|with)"
                    + "|trained as|qualified|skilled in|good at|already|currently|at home|used to|hold a|certified)\\b",
            Pattern.CASE_INSENSITIVE);

    private Wishes() {}

    /** Whether the words between start and end are wished for rather than held. */
    static boolean isWish(String text, int start, int end) {
        int sentence = start;
        while (sentence > 0 && ".!?;\n".indexOf(text.charAt(sentence - 1)) < 0) sentence--;
        Matcher cue = CUE.matcher(text).region(sentence, end).useTransparentBounds(true);
        boolean wish = false;
        while (cue.find()) wish = cue.group("wish") != null;
        return wish;
    }
}
