package dev.rung.match;

import dev.rung.credential.Credential;
import java.util.List;
import java.util.Optional;

/**
 * When two credentials count as the same. Skills decide first ({@link Outline#likeness}), then level, workload and whether they are tested:
 *
 * <table>
 * <caption>Grades</caption>
 * <tr><th>grade</th><th>likeness</th><th>and</th></tr>
 * <tr><td>near-duplicate</td><td>{@value #NEAR_DUPLICATE} and more</td><td>EQF levels equal where both state one; hours within a factor of {@value
 * #SAME_HOURS}, or stated by neither; both tested or neither; a region and a language in common where both state them</td></tr>
 * <tr><td>equivalent</td><td>{@value #EQUIVALENT} and more</td><td>EQF levels at most one apart where both state one</td></tr>
 * <tr><td>similar</td><td>{@value #SIMILAR} and more</td><td></td></tr>
 * </table>
 *
 * The thresholds were chosen by looking at pairs of the starter catalogue (908 credentials) and of 1,110 real programmes of one state's register: from
 * 0.9 on, pairs were the same course entered twice, or the same certificate by two bodies; from 0.85 on, courses of which one could stand in for the other; down to
 * 0.5, courses in the same subject. Two courses of one skill that are a level apart have 0.8.
 */
final class Likeness {
    static final double NEAR_DUPLICATE = 0.9;
    static final double EQUIVALENT = 0.85;
    static final double SIMILAR = 0.5;
    private static final double SAME_HOURS = 1.5;

    private Likeness() {}

    /** The grade of two credentials whose skills are that alike; none if they are not even similar. */
    static Optional<Grade> grade(double likeness, Credential one, Credential other) {
        if (likeness < SIMILAR) return Optional.empty();
        int levelsApart =
                one.eqf().flatMap(a -> other.eqf().map(b -> Math.abs(a - b))).orElse(0);
        if (likeness >= NEAR_DUPLICATE
                && levelsApart == 0
                && isSameWorkload(one, other)
                && one.isAssessed() == other.isAssessed()
                && haveCommon(one.offer().regions(), other.offer().regions())
                && haveCommon(one.offer().languages(), other.offer().languages())) {
            return Optional.of(Grade.NEAR_DUPLICATE);
        }
        return Optional.of(likeness >= EQUIVALENT && levelsApart <= 1 ? Grade.EQUIVALENT : Grade.SIMILAR);
    }

    private static boolean haveCommon(List<String> one, List<String> other) {
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
    }

    private static boolean isSameWorkload(Credential one, Credential other) {
        Optional<Double> a = one.workload().hours();
        Optional<Double> b = other.workload().hours();
        if (a.isEmpty() || b.isEmpty()) return a.isEmpty() && b.isEmpty();
        return Math.max(a.get(), b.get()) <= SAME_HOURS * Math.min(a.get(), b.get());
    }
}
