package dev.rung.extract;

/** Which words of a text are negated, and which are only preferred; see {@link Negations} and {@link Preferences}. Immutable once made. */
final class Scopes {
    /**
     * Longest sentence, in words; one that is longer is taken for several. A “not” may reach to the end of its sentence, and a sentence of nothing but
     * “not” would be read over and over.
     */
    private static final int LONGEST = 400;

    private final Negations negations;
    private final Preferences preferences;

    private Scopes(Passage passage) {
        Clauses clauses = new Clauses(passage);
        negations = new Negations(clauses);
        preferences = new Preferences(passage, clauses, negations);
        int from = 0;
        while (from < passage.tokens.size()) {
            int to = from + 1;
            int most = Math.min(passage.tokens.size(), from + LONGEST);
            while (to < most && passage.sentence[to] == passage.sentence[from]) to++;
            negations.read(from, to);
            preferences.read(from, to);
            from = to;
        }
    }

    static Scopes of(Passage passage) {
        return new Scopes(passage);
    }

    /** Whether any of these words is negated by a word that is not itself among them (“work without supervision” is not). */
    boolean negated(int firstToken, int lastToken) {
        return negations.negated(firstToken, lastToken);
    }

    Emphasis emphasis(int firstToken, int lastToken) {
        return preferences.preferred(firstToken, lastToken) ? Emphasis.PREFERRED : Emphasis.REQUIRED;
    }
}
