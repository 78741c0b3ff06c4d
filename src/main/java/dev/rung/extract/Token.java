package dev.rung.extract;

/**
 * A word where it stands.
 *
 * @param start first {@code char} in the text
 * @param end the {@code char} after the last
 * @param plain lower case, without accents
 * @param caps which letters are capitals
 * @param before what separates it from the word before
 * @param hyphenated whether nothing but a hyphen or a full stop stands between the word before and this one
 */
record Token(int start, int end, String plain, Caps caps, Gap before, boolean hyphenated) {
    enum Caps {
        /** No capital: “excel”; also scripts that have none. */
        NONE,
        /** The first letter only: “Excel”. */
        FIRST,
        /** All of them: “SQL”, “R”. */
        ALL,
        /** Some other: “iOS”, “DevOps”, “k8S”. */
        MIXED
    }

    /** From the weakest to the strongest. */
    enum Gap {
        /** White space, hyphen, full stop inside a name. */
        SPACE,
        /** Comma, slash, colon, bracket, dash: the sentence goes on, a list may too. */
        COMMA,
        /** Full stop, semicolon, bullet, line: something new begins. */
        SENTENCE,
        /** An empty line. */
        PARAGRAPH
    }

    boolean capital() {
        return caps != Caps.NONE;
    }
}
