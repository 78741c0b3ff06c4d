package dev.rung.extract;

/**
 * Words of a text that fit a skill; what becomes a {@link Mention} unless something better claims the words.
 *
 * @param skill place of the skill in {@link LabelIndex#skills}
 * @param positions of the matched words among the words that carry meaning, ascending
 */
record Match(int skill, int[] positions, double confidence, How how) {
    /** The same with another confidence. */
    Match with(double other) {
        return new Match(skill, positions, other, how);
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
