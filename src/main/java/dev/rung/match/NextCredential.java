package dev.rung.match;

import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import dev.rung.credential.Money;
import dev.rung.credential.OutcomeStatistics;
import dev.rung.credential.StackRule;
import dev.rung.match.Weights.NextWeights;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Scores one credential for one person.
 *
 * <p>First, how useful it is:
 *
 * <pre>  useful = gain·Σ worth(need)·(h' − h) ÷ gap  +  opens·ln(1 + jobs opened) ÷ ln(1 + jobs)  +  gain·stack</pre>
 *
 * where h and h' are the held strengths before and after, and gap is what is missing to the target now, {@code Σ worth(need)·(1 − h)}, but at least
 * {@value #SMALLEST_GAP}. With a target, jobs opened count {@value #BESIDE_A_TARGET} times as much as without one. Then what it is like, each a number from 0 to 1 that scales with the usefulness,
 * so that cheapness alone recommends nothing:
 *
 * <pre>  score = useful · (1 + trust·t + effort·e + outcomes·o) ÷ (gain + opens) ÷ (1 + trust + effort + outcomes)</pre>
 *
 * <ul>
 *   <li><i>t</i>: 0.6 if it tests what it teaches, 0.2 if it states a framework level or credit, 0.2 if an employer or body recognises it.
 *   <li><i>e</i>: the mean of 1 ÷ (1 + hours ÷ 80) and 1 ÷ (1 + cost ÷ 300), 0 for what is not stated.
 *   <li><i>o</i>: the share that finished, shrunk towards {@value #USUAL_COMPLETION} as if {@value #PRIOR_SIZE} more had been counted.
 * </ul>
 *
 * The shape of these formulas and their constants are judgements of Rung's authors; the caller can set every weight.
 */
final class NextCredential {
    private static final double HOURS_SCALE = 80;
    private static final double COST_SCALE = 300;
    private static final double USUAL_COMPLETION = 0.6;
    private static final double PRIOR_SIZE = 50;
    /** What counting towards the award that somebody is after is worth, beside learning all that the award asks. */
    private static final double STACK = 0.5;

    private static final double SMALLEST_GAP = 0.2;
    private static final double BESIDE_A_TARGET = 0.3;

    private final NextWeights weights;
    private final Taxonomy taxonomy;
    private final Direction direction;
    private final Holdings now;
    private final Optional<String> award;
    private final boolean targeted;
    private final long jobs;
    private final double gap;

    /**
     * @param now what the person answers today
     * @param direction where it should lead
     * @param award id of the award that the person is after
     * @param targeted whether there is a target
     * @param jobs how many jobs there are within the person's constraints
     */
    NextCredential(
            NextWeights weights,
            Taxonomy taxonomy,
            Direction direction,
            Holdings now,
            Optional<String> award,
            boolean targeted,
            long jobs) {
        this.weights = weights;
        this.taxonomy = taxonomy;
        this.direction = direction;
        this.now = now;
        this.award = award;
        this.targeted = targeted;
        this.jobs = jobs;
        double missing = 0;
        for (Need need : direction.needs()) missing += direction.worth(need) * (1 - now.strength(need));
        this.gap = Math.max(SMALLEST_GAP, missing);
    }

    /**
     * A score with its parts.
     *
     * @param points the sum of the reasons, in millionths
     * @param reasons weightiest first
     * @param gain what it adds to the match, 0 to 1
     */
    record Scored(long points, List<Reason> reasons, double gain) {}

    /**
     * Scores a credential; no reasons and no points if it is of no use to this person.
     *
     * @param improved the needs it would answer better, and how
     * @param opens how many jobs it would bring within reach
     */
    Scored score(Credential credential, Map<Need, Answer> improved, long opens) {
        double scale = 1
                / ((weights.gain() + weights.opens()) * (1 + weights.trust() + weights.effort() + weights.outcomes()));
        if (!Double.isFinite(scale)) return new Scored(0, List.of(), 0);

        Map<SkillId, Gain> gains = gains(improved);
        double gain = gains.values().stream().mapToDouble(g -> g.amount).sum();
        double useful = 0;
        List<Reason> reasons = new ArrayList<>();
        for (Map.Entry<SkillId, Gain> each : gains.entrySet()) {
            double part = weights.gain() * each.getValue().amount / gap;
            useful += part;
            reasons.add(gainReason(each.getKey(), each.getValue(), credential, Points.of(part * scale)));
        }
        if (opens > 0) {
            double share = Math.log1p(opens) / Math.log1p(Math.max(jobs, opens));
            double part = weights.opens() * (targeted ? BESIDE_A_TARGET : 1) * share;
            useful += part;
            reasons.add(Reason.general(
                    "opens", Points.of(part * scale), "opens " + opens + (opens == 1 ? " more job" : " more jobs")));
        }
        Optional<StackRule> stack = credential.stacksInto().stream()
                .filter(s -> award.filter(s.award()::equals).isPresent())
                .findFirst();
        if (stack.isPresent()) {
            double part = weights.gain() * STACK;
            useful += part;
            reasons.add(Reason.general(
                    "stack",
                    Points.of(part * scale),
                    "counts towards your award: " + stack.get().agreement()));
        }
        if (useful > 0) {
            reasons.add(Reason.general(
                    "trust", Points.of(useful * weights.trust() * trust(credential) * scale), trustText(credential)));
            reasons.add(Reason.general(
                    "effort",
                    Points.of(useful * weights.effort() * effort(credential) * scale),
                    effortText(credential)));
            reasons.add(Reason.general(
                    "outcomes",
                    Points.of(useful * weights.outcomes() * outcomes(credential) * scale),
                    outcomesText(credential)));
        }
        List<Reason> counted = reasons.stream()
                .filter(r -> r.contribution() > 0)
                .sorted((a, b) -> Double.compare(b.contribution(), a.contribution()))
                .toList();
        long points =
                counted.stream().mapToLong(r -> Points.of(r.contribution())).sum();
        return new Scored(points, counted, Points.toNumber(Points.of(gain)));
    }

    /** What a skill's needs gain together, and the need that gains most. */
    private static final class Gain {
        private double amount;
        private double most;
        private Need need;
        private Answer answer;

        Gain(Need need, Answer answer) {
            this.need = need;
            this.answer = answer;
        }

        void add(Need other, Answer by, double part) {
            amount += part;
            if (part > most) {
                most = part;
                need = other;
                answer = by;
            }
        }
    }

    private Map<SkillId, Gain> gains(Map<Need, Answer> improved) {
        Map<SkillId, Gain> gains = new TreeMap<>();
        // In the order of needs, so that sums of fractions do not depend on the order of a hash map.
        new TreeMap<>(improved).forEach((need, answer) -> {
            double part = direction.worth(need) * (answer.strength() - now.strength(need));
            if (part > 0)
                gains.computeIfAbsent(need.skill(), s -> new Gain(need, answer)).add(need, answer, part);
        });
        return gains;
    }

    private Reason gainReason(SkillId skill, Gain gain, Credential credential, long points) {
        String label = taxonomy.label(skill);
        SkillId taught = gain.answer.held().skill();
        String how = taught.equals(skill) ? label : label + " (through " + taxonomy.label(taught) + ")";
        String verb = now.strength(gain.need) > 0 ? "strengthens " : "teaches ";
        return new Reason(
                "gain",
                Optional.of(skill.value()),
                Optional.of(label),
                Optional.of(credential.id()),
                Optional.of(gain.answer.relation().name().toLowerCase(Locale.ROOT)),
                Optional.of(gain.answer.held().evidence()),
                false,
                Optional.of(Points.toNumber(Points.of(gain.answer.strength()))),
                Points.toNumber(points),
                verb + how + ", which " + direction.askedBy(gain.need) + " asks for");
    }

    private static double trust(Credential credential) {
        boolean framed = credential.eqf().isPresent()
                || credential.nqf().isPresent()
                || credential.workload().ects().isPresent();
        return (credential.isAssessed() ? 0.6 : 0)
                + (framed ? 0.2 : 0)
                + (credential.recognisedBy().isEmpty() ? 0 : 0.2);
    }

    private static String trustText(Credential credential) {
        List<String> parts = new ArrayList<>();
        if (credential.isAssessed()) {
            parts.add("tests what it teaches");
        } else {
            parts.add(
                    credential.assessment().isEmpty() ? "assessment not stated" : "attendance only, nothing is tested");
        }
        credential.eqf().ifPresent(level -> parts.add("EQF level " + level));
        if (!credential.recognisedBy().isEmpty()) {
            parts.add("recognised by " + String.join(", ", credential.recognisedBy()));
        }
        return String.join("; ", parts);
    }

    private static double effort(Credential credential) {
        double hours = credential
                .workload()
                .hours()
                .map(h -> 1 / (1 + h / HOURS_SCALE))
                .orElse(0.0);
        double cost = credential
                .offer()
                .cost()
                .map(c -> 1 / (1 + c.amount() / COST_SCALE))
                .orElse(0.0);
        return (hours + cost) / 2;
    }

    private static String effortText(Credential credential) {
        return credential.workload().hours().map(h -> Math.round(h) + " hours").orElse("hours not stated") + ", "
                + credential.offer().cost().map(Money::toString).orElse("cost not stated");
    }

    private static double outcomes(Credential credential) {
        Optional<OutcomeStatistics> statistics = credential.outcomeStatistics();
        double completed = statistics.flatMap(OutcomeStatistics::completed).orElse(0L);
        double started = statistics
                .filter(s -> s.completed().isPresent())
                .map(OutcomeStatistics::started)
                .orElse(0L);
        return (completed + USUAL_COMPLETION * PRIOR_SIZE) / (started + PRIOR_SIZE);
    }

    private static String outcomesText(Credential credential) {
        return credential
                .outcomeStatistics()
                .flatMap(s -> s.completed().map(c -> c + " of " + s.started() + " who started finished"))
                .orElse("no completion figures, so the usual share is taken");
    }
}
