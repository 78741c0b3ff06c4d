package dev.rung.match;

import dev.rung.behaviour.Lessons.Following;
import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import dev.rung.credential.EntryConditions;
import dev.rung.credential.StackRule;
import dev.rung.match.Weights.NextWeights;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Scores one credential for one person.
 *
 * <p>First, how useful it is:
 *
 * <pre>  useful = gain·Σ worth(need)·(h' − h) ÷ gap  +  opens·ln(1 + jobs opened) ÷ ln(1 + jobs)  +  gain·stack  +  histories·share</pre>
 *
 * where h and h' are the held strengths before and after, and gap is what is missing to the target now, {@code Σ worth(need)·(1 − h)}, but at least
 * {@value #SMALLEST_GAP}. With a target, jobs opened count {@value #BESIDE_A_TARGET} times as much as without one; share is how often it followed what the person holds ({@link
 * dev.rung.behaviour.Lessons#next}), 0 where there are no histories. Then what it is like, each a number from 0 to 1 that scales with the usefulness,
 * so that cheapness alone recommends nothing:
 *
 * <pre>  score = useful · (1 + trust·t + effort·e + outcomes·o) · (1 − {@value #DETOUR}·d) ÷ (gain + opens) ÷ (1 + trust + effort + outcomes)</pre>
 *
 * <ul>
 *   <li><i>t</i>: how well it proves what it teaches, see {@link ProvingPower}.
 *   <li><i>e</i>: the mean of 1 ÷ (1 + hours ÷ 80) and 1 ÷ (1 + cost ÷ 300), 0 for what is not stated.
 *   <li><i>o</i>: the share that finished, shrunk towards {@value Merits#USUAL_COMPLETION} as if {@value Merits#PRIOR_SIZE} more had been counted; or as counted here from
 *       events and shrunk as {@link dev.rung.behaviour.Shrinkage} says, if more people stand behind that figure.
 *   <li><i>d</i>: how much of a detour it asks for first: of the skills that are wanted before it starts, beyond their foundations, the share that the person lacks
 *       and that the direction has no use for. “Data analytics for accountants” is not made for a marketer; spreadsheets first is no detour if the roles ahead ask
 *       for spreadsheets too; and a day of food hygiene keeps no cook from a course in pastry.
 * </ul>
 *
 * The shape of these formulas and their constants are judgements of Rung's authors; the caller can set every weight.
 */
final class NextCredential {
    /** What counting towards the award that somebody is after is worth, beside learning all that the award asks. */
    private static final double STACK = 0.5;

    /** How much less a credential is worth if it wants nothing first but what leads elsewhere. */
    private static final double DETOUR = 0.5;

    private static final double SMALLEST_GAP = 0.2;
    private static final double BESIDE_A_TARGET = 0.3;

    private final NextWeights weights;
    private final Taxonomy taxonomy;
    private final Direction direction;
    private final Holdings now;
    private final Optional<String> award;
    private final boolean targeted;
    private final long jobs;
    private final Past past;
    private final double gap;
    /** From which strength on a skill that is wanted before a start counts as held. */
    private final double met;

    private final Set<SkillId> ahead = new HashSet<>();

    /**
     * @param now what the person answers today
     * @param direction where it should lead
     * @param award id of the award that the person is after
     * @param targeted whether there is a target
     * @param jobs how many jobs there are within the person's constraints
     * @param past what histories teach this person
     */
    NextCredential(
            Weights weights,
            Taxonomy taxonomy,
            Direction direction,
            Holdings now,
            Optional<String> award,
            boolean targeted,
            long jobs,
            Past past) {
        this.weights = weights.next();
        this.met = weights.met();
        this.taxonomy = taxonomy;
        this.direction = direction;
        this.now = now;
        this.award = award;
        this.targeted = targeted;
        this.jobs = jobs;
        this.past = past;
        double missing = 0;
        for (Need need : direction.needs()) {
            missing += direction.worth(need) * (1 - now.strength(need));
            ahead.add(need.skill());
        }
        this.gap = Math.max(SMALLEST_GAP, missing);
    }

    /**
     * A score, worked out but not yet put into words: most credentials that are scored are not shown.
     *
     * @param points the sum of the parts, in millionths
     * @param gain what it adds to the match, 0 to 1
     * @param gains what it adds, by skill
     * @param parts what else it is made of
     */
    record Score(long points, double gain, List<Gain> gains, List<Part> parts) {
        static final Score NONE = new Score(0, 0, List.of(), List.of());
    }

    /** One part of a score that is not about a skill. */
    private record Part(String kind, long points) {}

    /**
     * What a skill's needs gain together.
     *
     * @param answer to the need that gains most
     * @param amount in the worth of needs
     */
    record Gain(Answer answer, double amount, long points) {}

    /**
     * Scores a credential; no points if it is of no use to this person.
     *
     * @param improved the needs it would answer better, and how, in order of needs
     * @param opens how many jobs it would bring within reach
     */
    Score score(Credential credential, List<Answer> improved, long opens) {
        double scale = (1 - DETOUR * detour(credential))
                / ((weights.gain() + weights.opens()) * (1 + weights.trust() + weights.effort() + weights.outcomes()));
        if (!Double.isFinite(scale)) return Score.NONE;

        List<Gain> gains = gains(improved, weights.gain() / gap, scale);
        double gain = gains.stream().mapToDouble(Gain::amount).sum();
        double useful = weights.gain() * gain / gap;
        List<Part> parts = new ArrayList<>();
        if (opens > 0) {
            double share = Math.log1p(opens) / Math.log1p(Math.max(jobs, opens));
            double part = weights.opens() * (targeted ? BESIDE_A_TARGET : 1) * share;
            useful += part;
            parts.add(new Part("opens", Points.of(part * scale)));
        }
        if (stack(credential).isPresent()) {
            double part = weights.gain() * STACK;
            useful += part;
            parts.add(new Part("stack", Points.of(part * scale)));
        }
        Optional<Following> following = past.following(credential.id());
        if (following.isPresent()) {
            double part = weights.histories() * following.get().share();
            useful += part;
            parts.add(new Part("histories", Points.of(part * scale)));
        }
        Merits merits = new Merits(credential, past);
        parts.add(new Part("trust", Points.of(useful * weights.trust() * merits.trust() * scale)));
        parts.add(new Part("effort", Points.of(useful * weights.effort() * merits.effort() * scale)));
        parts.add(new Part("outcomes", Points.of(useful * weights.outcomes() * merits.outcomes() * scale)));
        long points = gains.stream().mapToLong(Gain::points).sum()
                + parts.stream().mapToLong(Part::points).sum();
        return new Score(points, Points.toNumber(Points.of(gain)), gains, parts);
    }

    /** The parts of a score in words, weightiest first; their contributions sum to it. */
    List<Reason> reasons(Score score, Credential credential, long opens) {
        List<Reason> reasons = new ArrayList<>();
        for (Gain gain : score.gains()) reasons.add(gainReason(gain, credential));
        Merits merits = new Merits(credential, past);
        for (Part part : score.parts()) {
            if (part.points() == 0) continue;
            String text =
                    switch (part.kind()) {
                        case "opens" -> "opens " + opens + (opens == 1 ? " more job" : " more jobs");
                        case "stack" ->
                            "counts towards your award: "
                                    + stack(credential)
                                            .map(StackRule::agreement)
                                            .orElse("");
                        case "histories" -> past.text(credential);
                        case "trust" -> merits.trustText();
                        case "effort" -> merits.effortText();
                        default -> merits.outcomesText();
                    };
            reasons.add(Reason.general(part.kind(), part.points(), text));
        }
        reasons.sort((a, b) -> Double.compare(b.contribution(), a.contribution()));
        return reasons;
    }

    /** How much of a detour it asks for first, 0 to 1: <i>d</i> above. */
    double detour(Credential credential) {
        int beyondFoundations = 0;
        double away = 0;
        for (EntryConditions.Wanted wanted : credential.entry().skills()) {
            Level level = wanted.level().orElse(Level.FOUNDATION);
            if (level == Level.FOUNDATION) continue;
            beyondFoundations++;
            if (ahead.contains(wanted.skill())) continue;
            away += 1 - Math.min(1, now.strength(new Need(wanted.skill(), level)) / met);
        }
        return beyondFoundations == 0 ? 0 : away / beyondFoundations;
    }

    private Optional<StackRule> stack(Credential credential) {
        return credential.stacksInto().stream()
                .filter(s -> award.filter(s.award()::equals).isPresent())
                .findFirst();
    }

    /** Needs of one skill stand together, since needs are ordered by skill; so sums of fractions are made in a fixed order. */
    private List<Gain> gains(List<Answer> improved, double unit, double scale) {
        List<Gain> gains = new ArrayList<>();
        for (int i = 0; i < improved.size(); ) {
            SkillId skill = improved.get(i).need().skill();
            Answer best = improved.get(i);
            double most = 0;
            double amount = 0;
            for (; i < improved.size() && improved.get(i).need().skill().equals(skill); i++) {
                Answer answer = improved.get(i);
                double worth = direction.worth(answer.need());
                if (worth == 0) continue;
                double part = worth * (answer.strength() - now.strength(answer.need()));
                amount += part;
                if (part > most) {
                    most = part;
                    best = answer;
                }
            }
            long points = Points.of(amount * unit * scale);
            if (points > 0) gains.add(new Gain(best, amount, points));
        }
        return gains;
    }

    private Reason gainReason(Gain gain, Credential credential) {
        Need need = gain.answer().need();
        String label = taxonomy.label(need.skill());
        SkillId taught = gain.answer().held().skill();
        String how = taught.equals(need.skill()) ? label : label + " (through " + taxonomy.label(taught) + ")";
        String verb = now.strength(need) > 0 ? "strengthens " : "teaches ";
        return new Reason(
                "gain",
                Optional.of(need.skill().value()),
                Optional.of(label),
                Optional.of(credential.id()),
                Optional.of(gain.answer().relation().name().toLowerCase(Locale.ROOT)),
                Optional.of(gain.answer().held().evidence()),
                false,
                Optional.of(Points.toNumber(Points.of(gain.answer().strength()))),
                Points.toNumber(gain.points()),
                verb + how + ", which " + direction.askedBy(need) + " asks for");
    }
}
