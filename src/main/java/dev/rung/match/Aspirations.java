package dev.rung.match;

import dev.rung.catalogue.Need;
import dev.rung.role.Requirement;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody's words say they would like to do. Where there are wishes, a role or job is scored by
 *
 * <pre>  score = (m + {@value #WEIGHT} · wish) ÷ (1 + {@value #WEIGHT})</pre>
 *
 * where wish is the share of its requirements' weight that lies on wished skills, or 1 for a wished role. Where there are none, the score
 * is the match m alone. The constant is a judgement.
 */
final class Aspirations {
    private static final double WEIGHT = 0.35;

    private final Set<SkillId> skills;
    private final Set<String> roles;

    private Aspirations(Set<SkillId> skills, Set<String> roles) {
        this.skills = skills;
        this.roles = roles;
    }

    static Aspirations of(Understanding understood) {
        Set<String> roles = new HashSet<>();
        understood.wishes().stream().filter(goal -> goal.kind().equals("role")).forEach(goal -> roles.add(goal.id()));
        return new Aspirations(new TreeSet<>(understood.wishedSkills()), roles);
    }

    static Aspirations none() {
        return new Aspirations(Set.of(), Set.of());
    }

    private boolean isNone() {
        return skills.isEmpty() && roles.isEmpty();
    }

    double shareOfMatch() {
        return isNone() ? 1 : 1 / (1 + WEIGHT);
    }

    /** Strengths by which an engine proposes: what is wished for counts beside what is held. */
    Map<Need, Double> beside(Map<Need, Double> strengths) {
        if (skills.isEmpty()) return strengths;
        Map<Need, Double> both = new HashMap<>(strengths);
        for (SkillId skill : skills) {
            for (Level level : Level.values()) both.merge(new Need(skill, level), WEIGHT, Double::sum);
        }
        return both;
    }

    /** How much of the wishes something with these requirements is.
     *
     * @param role the role that it is, or is an instance of
     */
    Wish of(List<Requirement> requirements, Optional<String> role) {
        if (isNone()) return new Wish(0, Set.of(), false);
        Set<SkillId> wished = new TreeSet<>();
        double sum = 0;
        double share = 0;
        for (Requirement requirement : requirements) {
            sum += requirement.weight();
            if (skills.contains(requirement.skill())) {
                share += requirement.weight();
                wished.add(requirement.skill());
            }
        }
        boolean isWishedRole = role.filter(roles::contains).isPresent();
        double wish = isWishedRole ? 1 : sum == 0 ? 0 : share / sum;
        return new Wish(Points.of(wish * WEIGHT / (1 + WEIGHT)), wished, isWishedRole);
    }

    /** The part of a score that answers wishes. */
    record Wish(long points, Set<SkillId> skills, boolean isWishedRole) {
        Optional<Reason> reason(Taxonomy taxonomy) {
            if (points == 0) return Optional.empty();
            String what = isWishedRole
                    ? "you wish for it"
                    : "asks for what you wish to do: "
                            + String.join(
                                    ", ", skills.stream().map(taxonomy::label).toList());
            return Optional.of(Reason.general("wish", points, what));
        }
    }
}
