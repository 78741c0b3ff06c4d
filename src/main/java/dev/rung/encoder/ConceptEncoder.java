package dev.rung.encoder;

import java.util.Optional;

/** An encoder that has also learned which concepts people ask for. */
public interface ConceptEncoder extends SkillEncoder {
    /**
     * How much likelier a concept is to be asked for than one that was never seen asked for: the natural logarithm of that ratio,
     * as counted in the sentences of the training.
     *
     * @param label a concept's label
     * @return 0 for anything that is not the label of a concept the encoder knows, otherwise 0 or more
     */
    double prior(String label);

    /** What was learned about reading sentences with these vectors; empty if nothing was. */
    default Optional<ReadingWeights> reading() {
        return Optional.empty();
    }
}
