package dev.rung.match;

import dev.rung.catalogue.Need;
import dev.rung.role.Requirement;
import dev.rung.skill.Level;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well a person answers a list of requirements: {@code m = Σ w·h / Σ w}, term by term, where Σ w is the list's {@link Requirement#total}.
 *
 * <p>Each term is a {@link Reason}; what is left of a requirement is a {@link Missing}. The score is the sum of the reasons, not the
 * other way round.
 */
final class Match {
    private final List<Term> terms;
    private final long points;

    private Match(List<Term> terms) {
        this.terms = terms;
        this.points = terms.stream().mapToLong(Term::points).sum();
    }

    /** One requirement and how it is answered. */
    record Term(Requirement requirement, Optional<Answer> answer, double share) {
        long points() {
            return answer.isEmpty() ? 0 : Points.of(share * answer.get().strength());
        }

        double strength() {
            return answer.isEmpty() ? 0 : answer.get().strength();
        }

        long lost() {
            return Points.of(share) - points();
        }
    }

    static Match of(List<Requirement> requirements, Holdings holdings) {
        return of(requirements, holdings, 1);
    }

    /** As part of a score in which the match counts for a share. */
    static Match of(List<Requirement> requirements, Holdings holdings, double part) {
        double sum = Requirement.total(requirements);
        List<Term> terms = new ArrayList<>();
        for (Requirement requirement : requirements) {
            terms.add(new Term(requirement, holdings.answer(Need.of(requirement)), part * requirement.weight() / sum));
        }
        return new Match(terms);
    }

    /** In millionths, 0 to 1,000,000 give or take the rounding of each term. */
    long points() {
        return points;
    }

    double score() {
        return Points.toNumber(points);
    }

    /** How many of the essential requirements are met, and of how many. */
    Coverage coverage(double met) {
        int essentials = 0;
        int answered = 0;
        for (Term term : terms) {
            if (!term.requirement.isEssential()) continue;
            essentials++;
            if (term.strength() >= met) answered++;
        }
        return new Coverage(answered, essentials);
    }

    record Coverage(int met, int of) {}

    /** The reasons, weightiest first, ties by skill. */
    List<Reason> reasons(Taxonomy taxonomy) {
        return terms.stream()
                .filter(t -> t.points() > 0)
                .sorted(Comparator.comparingLong(Term::points).reversed().thenComparing(t -> t.requirement.skill()))
                .map(t -> reason(t, t.answer.orElseThrow(), taxonomy))
                .toList();
    }

    /** The answers behind the reasons, in the same order. */
    List<Answer> answers() {
        return terms.stream()
                .filter(t -> t.points() > 0)
                .sorted(Comparator.comparingLong(Term::points).reversed().thenComparing(t -> t.requirement.skill()))
                .map(t -> t.answer.orElseThrow())
                .toList();
    }

    /** What is not fully answered, what would add most first, ties by skill. */
    List<Missing> missing(Taxonomy taxonomy) {
        return open().stream().map(t -> missing(t, taxonomy)).toList();
    }

    /** The requirements that are not fully answered, in that order. */
    List<Term> open() {
        return terms.stream()
                .filter(t -> t.lost() > 0)
                .sorted(Comparator.comparingLong(Term::lost).reversed().thenComparing(t -> t.requirement.skill()))
                .toList();
    }

    private static Reason reason(Term term, Answer answer, Taxonomy taxonomy) {
        Held held = answer.held();
        String asked = taxonomy.label(term.requirement.skill());
        String text =
                switch (answer.relation()) {
                    case SAME -> asked + ", from " + held.source();
                    case NARROWER ->
                        asked + ", of which " + taxonomy.label(held.skill()) + " is a part, from " + held.source();
                    case BROADER ->
                        asked + ", in part, from the more general " + taxonomy.label(held.skill()) + " ("
                                + held.source() + ")";
                    case RELATED ->
                        asked + ", in part, from the related " + taxonomy.label(held.skill()) + " (" + held.source()
                                + ")";
                    case NEAR ->
                        asked + ", in part, from " + taxonomy.label(held.skill()) + ", nearest by vector at "
                                + String.format(Locale.ROOT, "%.2f", answer.cosine()) + " (" + held.source() + ")";
                };
        return new Reason(
                "skill",
                Optional.of(term.requirement.skill().value()),
                Optional.of(asked),
                Optional.of(held.skill().value()),
                Optional.of(answer.relation().name().toLowerCase(Locale.ROOT)),
                Optional.of(held.evidence()),
                held.isVerified(),
                Optional.of(Points.toNumber(Points.of(answer.strength()))),
                Points.toNumber(term.points()),
                text);
    }

    private static Missing missing(Term term, Taxonomy taxonomy) {
        Requirement requirement = term.requirement;
        return new Missing(
                requirement.skill().value(),
                taxonomy.label(requirement.skill()),
                requirement.level(),
                requirement.importance(),
                Points.toNumber(Points.of(term.strength())),
                Points.toNumber(term.lost()),
                change(requirement, term.answer, taxonomy));
    }

    /** The smallest step that would answer it better: a proof, else a level, else the skill itself. */
    static String change(Requirement requirement, Optional<Answer> answer, Taxonomy taxonomy) {
        String skill = Words.quoted(taxonomy.label(requirement.skill()));
        if (answer.isEmpty()) return "learn " + skill + " to " + name(requirement.level()) + " level";
        Held held = answer.get().held();
        if (answer.get().relation() != Similarities.Relation.SAME) {
            return "show " + skill + " itself, not only " + Words.quoted(taxonomy.label(held.skill()));
        }
        if (held.level().stepsBelow(requirement.level()) > 0) {
            return "raise " + skill + " from " + name(held.level()) + " to " + name(requirement.level()) + " level";
        }
        return held.isVerified()
                ? "use " + skill + " again"
                : "prove " + skill + " with an assessed, verified credential";
    }

    private static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
