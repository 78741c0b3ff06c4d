package dev.rung.match;

import dev.rung.credential.AssessmentKind;
import dev.rung.person.EvidenceKind;
import dev.rung.skill.Level;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * How much one piece of evidence is worth:
 *
 * <pre>  strength = similarity × level fit × evidence × recency × confidence</pre>
 *
 * each between 0 and 1, the numbers taken from {@link Weights}. Level fit is {@code levelStep} to the power of the levels that are
 * missing; recency is 2 to the power of minus (years since last used ÷ half-life), by whole months.
 *
 * @param weights the numbers
 * @param asOf the day from which recency is counted
 */
record Strength(Weights weights, LocalDate asOf) {
    /** Without similarity and level fit: what the evidence itself is worth. */
    double ofEvidence(Held held) {
        double worth = weights.worth(held.evidence(), held.isVerified());
        if (held.evidence() == EvidenceKind.ASSESSED) worth *= assessmentFactor(held);
        return worth * recency(held) * held.confidence();
    }

    double levelFit(Level held, Level wanted) {
        double step = weights.levelStep();
        return switch (held.stepsBelow(wanted)) {
            case 0 -> 1;
            case 1 -> step;
            case 2 -> step * step;
            default -> step * step * step;
        };
    }

    private double recency(Held held) {
        if (held.lastUsed().isEmpty()) return 1;
        long months = ChronoUnit.MONTHS.between(held.lastUsed().get(), YearMonth.from(asOf));
        return months <= 0 ? 1 : Math.pow(2, -months / (12 * weights.halfLifeYears()));
    }

    /** The best kind decides: a credential with an exam and a project is worth as much as one with the better of the two. */
    private double assessmentFactor(Held held) {
        double best = 0;
        if (held.proof().isPresent()) {
            for (AssessmentKind kind : held.proof().get().assessment()) {
                best = Math.max(best, weights.worth(kind));
            }
        }
        return best == 0 ? weights.worth(AssessmentKind.PEER_REVIEW) : best;
    }
}
