package dev.rung.extract;

/**
 * Words of a text that fit a skill; what becomes a {@link Mention} unless something better claims the words.
 *
 * @param skill place of the skill in {@link LabelIndex#skills}
 * @param positions of the matched words among the words that carry meaning, ascending
 * @param proper whether it is a proper name, written with the capitals that the taxonomy gives it
 */
record Match(int skill, int[] positions, double confidence, How how, boolean proper) {
    /** Words that name nothing, and may be meant. */
    static Match meant(int skill, int... positions) {
        return new Match(skill, positions, 0, How.VECTOR, false);
    }

    /** The same with another confidence. */
    Match with(double other) {
        return new Match(skill, positions, other, how, proper);
    }

    int words() {
        return positions.length;
    }

    int first() {
        return positions[0];
    }

    int last() {
        return positions[positions.length - 1];
    }
}
