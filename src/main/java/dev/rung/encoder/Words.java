package dev.rung.encoder;

import java.text.Normalizer;

/**
 * The words of a text in normal form (lower case, without accents), one after the other, without making a string of any.
 *
 * <pre>{@code
 * Words words = new Words("Café-Manager, C++ & SQL");
 * while (words.next()) System.out.print(words.word() + " ");   // cafe manager c++ sql
 * }</pre>
 *
 * <p>A word is a run of letters and digits; {@code +} and {@code #} belong to a word they follow ({@code c++}, {@code c#}).
 * Everything else divides words. Only the first {@value #MAX_CHARACTERS} characters of a text and the first {@value #MAX_WORD}
 * characters of a word are read: the vector of a whole book says nothing. Not for use by several threads.
 *
 * <p>Training and serving both read texts through this class, and know words by {@link #hash()}: to change what a word is, or how
 * it is hashed, is to change every trained model ({@link ModelFiles#FORMAT}).
 */
public final class Words {
    /** Longer texts are cut: a long job posting has about this many characters. */
    public static final int MAX_CHARACTERS = 20_000;

    static final int MAX_WORD = 48;
    private static final int SHORTEST_GROUP = 3;
    private static final int LONGEST_GROUP = 5;
    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final String text;
    private final int end;
    private int at;

    /** The word between two edge marks, which make its first and last letters tell. */
    private final char[] edged = new char[MAX_WORD + 2];

    private int length;
    private long exact;

    public Words(String text) {
        String cut = text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
        this.text = isAscii(cut) ? cut : Normalizer.normalize(cut, Normalizer.Form.NFKD);
        this.end = this.text.length();
        edged[0] = '<';
    }

    /** Moves to the next word; false where there is none. */
    public boolean next() {
        length = 0;
        exact = START;
        while (at < end) {
            int c = text.charAt(at);
            int step = 1;
            if (c < 128) {
                if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
                else if (!isAsciiWordPart(c)) c = -1;
            } else {
                c = text.codePointAt(at);
                step = Character.charCount(c);
                if (isMark(c)) {
                    at += step;
                    continue;
                }
                c = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : -1;
            }
            at += step;
            if (c >= 0) append(c);
            else if (length > 0) break;
        }
        edged[length + 1] = '>';
        return length > 0;
    }

    private boolean isAsciiWordPart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (length > 0 && (c == '+' || c == '#'));
    }

    private void append(int codePoint) {
        int chars = Character.charCount(codePoint);
        if (length + chars > MAX_WORD) return;
        length += Character.toChars(codePoint, edged, length + 1);
        exact = (exact ^ codePoint) * PRIME;
    }

    /** The current word. */
    public String word() {
        return new String(edged, 1, length);
    }

    /**
     * The number that stands for the current word and for its plural: plural endings are taken off as in Harman, <i>How Effective
     * Is Suffixing?</i> (JASIS 1991).
     */
    public long hash() {
        if (length < 4 || edged[length] != 's') return spread(exact);
        char before = edged[length - 1];
        char third = edged[length - 2];
        if (before == 's' || before == 'u') return spread(exact);
        if (before == 'e' && third == 'i') {
            return spread((hashOf(length - 3) ^ 'y') * PRIME);
        }
        return spread(hashOf(length - 1));
    }

    private long hashOf(int letters) {
        long hash = START;
        for (int i = 1; i <= letters; ) {
            int codePoint = Character.codePointAt(edged, i, letters + 1);
            hash = (hash ^ codePoint) * PRIME;
            i += Character.charCount(codePoint);
        }
        return hash;
    }

    /** The number that stands for the current word as it is; it depends on nothing but its letters. */
    long exact() {
        return spread(exact);
    }

    /** The number that stands for two words in a row, given their hashes. */
    public static long pair(long first, long second) {
        return spread(first * 31 + second);
    }

    /**
     * The number that stands for a whole text in normal form: for its words in their order, plural endings and all; 0 where it has
     * none.
     */
    public static long key(String text) {
        Words words = new Words(text);
        long key = 0;
        while (words.next()) key = pair(key, words.exact());
        return key;
    }

    /**
     * Writes the buckets of the letter groups (3 to 5 letters, the edges of the word among them) of the current word, as fastText
     * has them (Bojanowski et al., <i>Enriching Word Vectors with Subword Information</i>, TACL 2017).
     *
     * @param buckets how many buckets there are
     * @param into room for {@link #mostGroups()} numbers
     * @return how many were written
     */
    public int groups(int buckets, int[] into) {
        int count = 0;
        int edges = length + 2;
        for (int from = 0; from < edges; from++) {
            long group = START;
            for (int to = from; to < Math.min(edges, from + LONGEST_GROUP); to++) {
                group = (group ^ edged[to]) * PRIME;
                if (to - from + 1 >= SHORTEST_GROUP) {
                    into[count++] = (int) Long.remainderUnsigned(spread(group), buckets);
                }
            }
        }
        return count;
    }

    /** The most letter groups that one word can have. */
    public static int mostGroups() {
        return (MAX_WORD + 2) * (LONGEST_GROUP - SHORTEST_GROUP + 1);
    }

    /** The finaliser of SplitMix64: spreads the poor low bits of a product over all of them. */
    private static long spread(long h) {
        h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) return false;
        }
        return true;
    }
}
