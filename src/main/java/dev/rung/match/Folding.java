package dev.rung.match;

import dev.rung.credential.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Folds near-duplicates in a ranking, so that a list is not five copies of one course. Each entry joins the first one above it of which it is
 * a near-duplicate; all others keep places of their own. So nothing is lost, a shorter list is the beginning of a longer one, and what an
 * entry is folded into does not depend on the limit.
 */
final class Folding {
    private Folding() {}

    /**
     * An entry with a place of its own.
     *
     * @param others its near-duplicates, in order
     */
    record Fold<T>(T first, List<Other<T>> others) {}

    /** The credentials that have near-duplicates among these, each with them. */
    static Duplicates duplicates(List<Credential> all, Session session) {
        List<List<Duplicates.Member>> groups = new ArrayList<>();
        for (Fold<Credential> fold : of(all, Integer.MAX_VALUE, c -> c, session)) {
            if (fold.others().isEmpty()) continue;
            List<Duplicates.Member> group = new ArrayList<>();
            group.add(member(fold.first(), 1));
            fold.others().forEach(o -> group.add(member(o.entry(), o.likeness())));
            groups.add(List.copyOf(group));
        }
        return new Duplicates(
                session.view().generation().token(), session.view().generation().model(), all.size(), groups);
    }

    private static Duplicates.Member member(Credential credential, double likeness) {
        return new Duplicates.Member(
                credential.id(), credential.title(), credential.issuer().name(), Points.toNumber(Points.of(likeness)));
    }

    /** An entry folded into another one. */
    record Other<T>(T entry, double likeness) {}

    /** The first {@code limit} entries that are no near-duplicates of one above them, each with those that are.
     *
     * @param ranked best first
     */
    static <T> List<Fold<T>> of(List<T> ranked, int limit, Function<T, Credential> credential, Session session) {
        List<Fold<T>> folds = new ArrayList<>();
        List<Outline> outlines = new ArrayList<>();
        for (T entry : ranked) {
            Outline outline = session.lexicon().curricula().outline(credential.apply(entry));
            boolean isFolded = false;
            for (int i = 0; i < folds.size() && !isFolded; i++) {
                double likeness = outlines.get(i).likeness(outline, Likeness.NEAR_DUPLICATE);
                isFolded = likeness > 0
                        && Likeness.grade(
                                        likeness, credential.apply(folds.get(i).first()), credential.apply(entry))
                                .filter(Grade.NEAR_DUPLICATE::equals)
                                .isPresent();
                if (isFolded) folds.get(i).others().add(new Other<>(entry, likeness));
            }
            if (!isFolded && folds.size() < limit) {
                folds.add(new Fold<>(entry, new ArrayList<>()));
                outlines.add(outline);
            }
        }
        return folds;
    }
}
