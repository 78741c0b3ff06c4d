package dev.rung.catalogue;

/**
 * What every engine ranks texts by, so that a question is answered alike wherever the records are kept: a BM25 ranking over titles, other titles and
 * texts, and a ranking by nearness of vectors, fused by {@link ReciprocalRanks}. Both are always fused to the same depth, so that the order
 * does not depend on the size of a page.
 */
public final class TextRanking {
    /** How many of the best by words take part. */
    public static final int WORDS_DEPTH = 1_000;
    /** How many of the nearest by vector take part. */
    public static final int VECTOR_DEPTH = 100;
    /** Records farther than this from the text, by cosine, are not about it. */
    public static final double NEAR = 0.3;
    /** More different words than this say nothing more; it also bounds the work a long text can make. */
    public static final int MOST_WORDS = 64;

    /** What a word in a title counts, where one in the text counts 1. */
    public static final float TITLE = 3;

    /** What a word in another title counts. */
    public static final float OTHER_TITLES = 2;
    /** A word counts most in the field where it counts best, and so little in the others. */
    public static final float OTHER_FIELDS = 0.1f;
    /** The beginning of a word in a title counts as much as a frequent word does. */
    public static final float BEGINNING = 0.5f;
    /** The beginning of a word in another title. */
    public static final float OTHER_BEGINNING = BEGINNING / TITLE;
    /** From how many characters on a last word may be the beginning of one. */
    public static final int SHORTEST_BEGINNING = 2;

    private TextRanking() {}
}
