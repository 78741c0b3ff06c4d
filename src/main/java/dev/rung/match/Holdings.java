package dev.rung.match;

import dev.rung.catalogue.Need;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How strongly a person answers each need: {@code h(p, s)}, the best over all they hold. The heart of matching; everything else adds
 * these numbers up.
 *
 * <pre>{@code
 * Holdings now = Holdings.of(held, similarities, strength);
 * Holdings then = now.plus(taught);            // with a credential earned
 * then.strength(need) >= now.strength(need);   // always: more evidence never counts less
 * }</pre>
 *
 * <p>Immutable.
 */
final class Holdings {
    private final Map<Need, Answer> answers;
    private final Similarities similarities;
    private final Strength strength;

    private Holdings(Map<Need, Answer> answers, Similarities similarities, Strength strength) {
        this.answers = answers;
        this.similarities = similarities;
        this.strength = strength;
    }

    static Holdings of(List<Held> held, Similarities similarities, Strength strength) {
        return new Holdings(Map.of(), similarities, strength).plus(held);
    }

    /** The answers to these needs only: for matching many people with one list of requirements. */
    static Holdings of(List<Held> held, Similarities similarities, Strength strength, Set<Need> needs) {
        Set<SkillId> skills = new HashSet<>();
        needs.forEach(need -> skills.add(need.skill()));
        Map<Need, Answer> best = new HashMap<>();
        for (Held each : held) {
            double worth = strength.ofEvidence(each);
            for (Similarities.Neighbour neighbour : similarities.of(each.skill())) {
                if (!skills.contains(neighbour.skill())) continue;
                for (Level level : Level.values()) {
                    Need need = new Need(neighbour.skill(), level);
                    if (needs.contains(need)) improve(best, 0, need, each, worth, neighbour, strength);
                }
            }
        }
        return new Holdings(Collections.unmodifiableMap(best), similarities, strength);
    }

    /** Strictly better only: of equals the evidence named first stays, whatever the order of a hash map. */
    private static void improve(
            Map<Need, Answer> best,
            double least,
            Need need,
            Held held,
            double worth,
            Similarities.Neighbour neighbour,
            Strength strength) {
        double value = neighbour.factor(strength.weights().similarity())
                * strength.levelFit(held.level(), need.level())
                * worth;
        Answer known = best.get(need);
        if (value > Math.max(least, known == null ? 0 : known.strength())) {
            best.put(need, new Answer(need, held, neighbour.relation(), neighbour.cosine(), value));
        }
    }

    /** With more held on top. */
    Holdings plus(Collection<Held> more) {
        Map<Need, Answer> all = new HashMap<>(answers);
        all.putAll(improvements(more));
        return new Holdings(Collections.unmodifiableMap(all), similarities, strength);
    }

    /** The needs that would be answered better with more held on top, and how. */
    Map<Need, Answer> improvements(Collection<Held> more) {
        Map<Need, Answer> better = new HashMap<>();
        for (Held held : more) {
            double worth = strength.ofEvidence(held);
            for (Similarities.Neighbour neighbour : similarities.of(held.skill())) {
                if (neighbour.factor(strength.weights().similarity()) == 0) continue;
                for (Level level : Level.values()) {
                    Need need = new Need(neighbour.skill(), level);
                    improve(better, strength(need), need, held, worth, neighbour, strength);
                }
            }
        }
        return better;
    }

    /** {@code h(p, s)} for one need, 0 to 1. */
    double strength(Need need) {
        Answer answer = answers.get(need);
        return answer == null ? 0 : answer.strength();
    }

    Optional<Answer> answer(Need need) {
        return Optional.ofNullable(answers.get(need));
    }

    /** Every need that is answered at all, with its strength. */
    Map<Need, Double> strengths() {
        Map<Need, Double> strengths = new HashMap<>();
        answers.forEach((need, answer) -> strengths.put(need, answer.strength()));
        return strengths;
    }

    /** The needs answered strongly enough to count as met. */
    Set<Need> met() {
        Set<Need> met = new HashSet<>();
        answers.forEach((need, answer) -> {
            if (answer.strength() >= strength.weights().met()) met.add(need);
        });
        return met;
    }
}
