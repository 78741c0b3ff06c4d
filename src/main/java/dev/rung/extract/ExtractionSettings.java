package dev.rung.extract;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.skill.Check;

/**
 * From where on a find counts, and by which means finds are made.
 *
 * @param sentences whether sentences are read by meaning as well as by names, which needs an encoder that has learned to
 *     ({@link ConceptEncoder#reading}); others find names only
 * @param minConfidence finds below it are dropped, 0 to 1
 * @param nameFloor lowest cosine between a name and a skill's label at which {@link SkillExtractor#resolve} takes the one for the other;
 *     above 1 switches that off
 * @param atFloor confidence at that floor, 0 to 1
 * @param atOne confidence at cosine 1, {@code atFloor} to 1
 */
public record ExtractionSettings(
        boolean sentences, double minConfidence, double nameFloor, double atFloor, double atOne) {
    /**
     * For an encoder that has learned to read sentences. At .2, half and two thirds of the finds are what people named on the validation sentences of the
     * house and tech sets, and F1 is within .03 of its best on both; {@code rung eval extraction} shows every floor. Names: of ESCO's names that training
     * left out, 40 in a hundred whose nearest skill lies at .60 to .65 are that skill's, 71 at .80 to .85 and 95 above .90 ({@code rung eval
     * similarity}), which the two confidences follow.
     */
    public static final ExtractionSettings READING = new ExtractionSettings(true, 0.2, 0.6, 0.4, 0.95);

    /**
     * For any other, {@link dev.rung.encoder.LexicalEncoder} among them. On the validation sentences, with ESCO 1.1.1, names below .35 were
     * right in 2 of a hundred. The name floor is judgement.
     */
    public static final ExtractionSettings CONSERVATIVE = new ExtractionSettings(false, 0.35, 0.6, 0.4, 0.8);

    /** Words alone, no vectors: for names that must not be guessed, such as titles. */
    public static final ExtractionSettings WORDS_ONLY = new ExtractionSettings(false, 0.35, 2, 0, 0);

    public ExtractionSettings {
        Check.range("minConfidence", minConfidence, 0, 1);
        Check.range("nameFloor", nameFloor, 0, 2);
        Check.range("atFloor", atFloor, 0, 1);
        Check.range("atOne", atOne, atFloor, 1);
    }

    /** What suits an encoder. */
    public static ExtractionSettings of(SkillEncoder encoder) {
        return encoder instanceof ConceptEncoder known && known.reading().isPresent() ? READING : CONSERVATIVE;
    }

    /** Whether any text is ever compared by vector. */
    boolean usesVectors() {
        return sentences || nameFloor <= 1;
    }
}
