package dev.rung.extract;

import dev.rung.skill.Check;

/**
 * From where on a find counts. An encoder with better vectors brings floors of its own; nothing else changes.
 *
 * <p>Confidence is an ordering by judgement, not a probability: each way of matching has a base (label .95, alternative .85, other forms of a
 * label's words .8 and less), lowered for words between, for order, and for single words that are common. A vector's confidence grows from
 * {@code vectorConfidence} at the floor to .8 at cosine 1.
 *
 * @param minConfidence label matches below it are dropped, 0 to 1
 * @param vectorFloor lowest cosine between a stretch of text and a skill's labels at which the stretch mentions the skill; above 1 switches
 *     vectors off in running text
 * @param nameFloor the same for {@link SkillExtractor#resolve}, where the whole text is meant to be one skill's name
 * @param vectorConfidence confidence at either floor, 0 to .8
 */
public record ExtractionSettings(double minConfidence, double vectorFloor, double nameFloor, double vectorConfidence) {
    /**
     * For an encoder that nobody has calibrated, {@link dev.rung.encoder.LexicalEncoder} among them.
     *
     * <p>On the validation sentences of the house, tech and SkillSkape sets with ESCO 1.1.1, label matches below .35 were right in 2 of a
     * hundred, and of the stretches that the lexical encoder alone placed at cosine .75 and above only 24 of 446 were (5 of 71 at .9): what it
     * can see, the labels have seen before. Hence a floor at which it seldom speaks. The name floor is judgement.
     */
    public static final ExtractionSettings CONSERVATIVE = new ExtractionSettings(0.35, 0.9, 0.6, 0.4);

    /** Words alone, no vectors: for names that must not be guessed, such as titles. */
    public static final ExtractionSettings WORDS_ONLY = new ExtractionSettings(0.35, 2, 2, 0);

    public ExtractionSettings {
        Check.range("minConfidence", minConfidence, 0, 1);
        Check.range("vectorFloor", vectorFloor, 0, 2);
        Check.range("nameFloor", nameFloor, 0, 2);
        Check.range("vectorConfidence", vectorConfidence, 0, 0.8);
    }

    /** Whether any text is ever compared by vector. */
    boolean usesVectors() {
        return vectorFloor <= 1 || nameFloor <= 1;
    }
}
