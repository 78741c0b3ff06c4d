package dev.rung.extract;

import dev.rung.extract.Token.Caps;
import dev.rung.extract.Token.Gap;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into words.
 *
 * <p>A word is a run of letters and digits; {@code +} and {@code #} belong to it at its end (C++, C#), a full stop at its beginning (.NET), an
 * apostrophe within is dropped (don't) and with a following s taken off (children's). Scripts written without spaces (Chinese, Japanese, Thai)
 * give a word a character. Everything else separates, be it an emoji, a control character or half a surrogate pair.
 */
final class Tokens {
    private static final Set<String> ABBREVIATIONS =
            Set.of("e", "g", "i", "eg", "ie", "incl", "approx", "dr", "mr", "ms", "mrs", "vs", "min", "max");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private Gap gap = Gap.PARAGRAPH;
    private boolean hyphen;
    private int lines;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens cut = new Tokens(text);
        cut.cut();
        return cut.tokens;
    }

    private void cut() {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (wordly(c)) {
                at = word(at);
            } else {
                at = between(at, c);
            }
        }
    }

    private int word(int start) {
        int first = text.codePointAt(start);
        int end = start + Character.charCount(first);
        int cut = end;
        boolean alone = standsAlone(first);
        while (!alone && end < text.length()) {
            int c = text.codePointAt(end);
            int size = Character.charCount(c);
            if (wordly(c) && !standsAlone(c) || isMark(c)) {
                end += size;
                cut = end;
            } else if (isApostrophe(c) && end + 1 < text.length() && wordly(text.codePointAt(end + 1))) {
                if (possessive(end + 1)) {
                    end += 2;
                    break;
                }
                end += size;
            } else if ((c == '+' || c == '#') && closes(end)) {
                end += size;
                cut = end;
            } else {
                break;
            }
        }
        int from = dotted(start) ? start - 1 : start;
        String surface = text.substring(from, cut);
        String plain = plain(surface);
        if (!plain.isEmpty()) {
            tokens.add(
                    new Token(from, cut, plain, caps(surface), gap, hyphen && gap == Gap.SPACE && !tokens.isEmpty()));
            gap = Gap.SPACE;
            hyphen = true;
            lines = 0;
        }
        return end;
    }

    /** Takes in what stands between words, one character at a time. */
    private int between(int at, int c) {
        int next = at + Character.charCount(c);
        switch (c) {
            case '-', '\u2010', '\u2011', '\'', '\u2019' -> {}
            case '.' -> {
                if (next >= text.length() || Character.isWhitespace(text.charAt(next)) || text.charAt(next) == '"') {
                    widen(abbreviated() ? Gap.SPACE : Gap.SENTENCE);
                    hyphen = false;
                }
            }
            case '!', '?', ';', '•', '▪', '◦', '●', '·', '|', '。', '！', '？' -> widen(Gap.SENTENCE);
            case ',', ':', '/', '(', ')', '[', ']', '\u2013', '\u2014', '、', '，' -> widen(Gap.COMMA);
            case '\n', '\r', '\u2028', '\u2029' -> line(at, next);
            case '*' -> {
                if (gap.compareTo(Gap.SENTENCE) < 0 && endsLine(at - 1)) widen(Gap.SENTENCE);
            }
            default -> hyphen = false;
        }
        if (c != '-' && c != '\u2010' && c != '\u2011' && c != '.') hyphen = false;
        return next;
    }

    private void widen(Gap at) {
        if (at.compareTo(gap) > 0) gap = at;
    }

    /** A line that merely wraps goes on in lower case; any other line is new; an empty one begins a paragraph. */
    private void line(int at, int next) {
        if (text.charAt(at) == '\r' && next < text.length() && text.charAt(next) == '\n') return;
        if (++lines > 1) widen(Gap.PARAGRAPH);
        int i = next;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) i++;
        if (i < text.length() && !Character.isLowerCase(text.charAt(i))) widen(Gap.SENTENCE);
    }

    private boolean endsLine(int at) {
        int i = at;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) i--;
        return i < 0 || text.charAt(i) == '\n';
    }

    /** Whether the full stop after the last word belongs to an abbreviation in mid-sentence. */
    private boolean abbreviated() {
        if (tokens.isEmpty()) return false;
        return ABBREVIATIONS.contains(tokens.get(tokens.size() - 1).plain());
    }

    private boolean possessive(int s) {
        char c = text.charAt(s);
        return (c == 's' || c == 'S') && (s + 1 >= text.length() || !wordly(text.codePointAt(s + 1)));
    }

    /** Whether only further plus and number signs follow before something that is no word: C++, but not a+b. */
    private boolean closes(int at) {
        int i = at;
        while (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '#')) i++;
        return i - at <= 2 && (i >= text.length() || !wordly(text.codePointAt(i)));
    }

    /** Whether the word at this place is the name after a leading full stop: .NET */
    private boolean dotted(int start) {
        return start > 0
                && text.charAt(start - 1) == '.'
                && Character.isLetter(text.codePointAt(start))
                && (start == 1 || !wordly(text.codePointBefore(start - 1)) && text.charAt(start - 2) != '.');
    }

    private static boolean wordly(int c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019';
    }

    private static boolean standsAlone(int c) {
        if (c < 0x0e00) return false;
        if (Character.isIdeographic(c)) return true;
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.THAI
                || script == UnicodeScript.LAO
                || script == UnicodeScript.KHMER
                || script == UnicodeScript.MYANMAR;
    }

    static String plain(String surface) {
        boolean ascii = true;
        for (int i = 0; i < surface.length() && ascii; i++) {
            ascii = surface.charAt(i) < 128;
        }
        String lower = surface.toLowerCase(Locale.ROOT);
        String decomposed = ascii ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (wordly(c) || c == '+' || c == '#' || c == '.') plain.appendCodePoint(Character.toLowerCase(c));
        }
        return plain.toString();
    }

    private static Caps caps(String surface) {
        int upper = 0;
        int letters = 0;
        boolean first = false;
        for (int i = 0; i < surface.length(); ) {
            int c = surface.codePointAt(i);
            i += Character.charCount(c);
            if (!Character.isLetter(c)) continue;
            if (Character.isUpperCase(c)) {
                upper++;
                if (letters == 0) first = true;
            }
            letters++;
        }
        if (upper == 0) return Caps.NONE;
        if (upper == letters) return Caps.ALL;
        return first && upper == 1 ? Caps.FIRST : Caps.MIXED;
    }
}
