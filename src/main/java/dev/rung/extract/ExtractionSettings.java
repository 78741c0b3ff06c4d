package dev.rung.extract;

import dev.rung.skill.Check;

/**
 * From where on a find counts. An encoder with better vectors brings floors of its own; nothing else changes.
 *
 * <p>Confidence is an ordering by judgement: each way of matching has a base (label .95, alternative label .9, words .8), lowered for words
 * between, for order, and for words that many skills' labels share; see {@link How}. A vector's confidence grows from {@code
 * vectorConfidence} at the floor to .8 at cosine 1.
 *
 * @param minConfidence label matches below it are dropped, 0 to 1
 * @param vectorFloor lowest cosine between a stretch of text and a skill's labels at which the stretch mentions the skill; above 1 switches
 *     vectors off in running text
 * @param nameFloor the same for {@link SkillExtractor#resolve}, where the whole text is meant to be one skill's name
 * @param vectorConfidence confidence at either floor, 0 to .8
 */
public record ExtractionSettings(double minConfidence, double vectorFloor, double nameFloor, double vectorConfidence) {
    /** For an encoder that nobody has calibrated, {@link dev.rung.encoder.LexicalEncoder} among them. */
    public static final ExtractionSettings CONSERVATIVE = new ExtractionSettings(0.35, 0.9, 0.6, 0.4);

    public ExtractionSettings {
        Check.range("minConfidence", minConfidence, 0, 1);
        Check.range("vectorFloor", vectorFloor, 0, 2);
        Check.range("nameFloor", nameFloor, 0, 2);
        Check.range("vectorConfidence", vectorConfidence, 0, 0.8);
    }
}
