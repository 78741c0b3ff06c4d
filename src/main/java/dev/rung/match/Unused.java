package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.role.Requirement;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a role or job lacks for the person: a skill they hold strongly, or wish to use, that it neither asks for nor is answered by (R22).
 *
 * @param skill id of the skill
 * @param label its name
 * @param strength how strongly it is held, 0 to 1; 0 if it is only wished for
 * @param wished whether the person wishes to use it
 */
public record Unused(
        String skill,
        String label,
        double strength,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean wished) {
    private static final int MOST = 5;

    /** What a person has to offer or wishes for; worked out once for all roles and jobs of an answer. */
    record Offer(Map<SkillId, Double> strengths, Set<SkillId> wished) {
        static Offer of(Understanding understood, Strength strength) {
            Map<SkillId, Double> strengths = new HashMap<>();
            for (Held held : understood.held()) {
                strengths.merge(held.skill(), strength.ofEvidence(held), Math::max);
            }
            Set<SkillId> wished = new HashSet<>(understood.wishedSkills());
            wished.forEach(skill -> strengths.putIfAbsent(skill, 0.0));
            return new Offer(strengths, wished);
        }

        /** The wishes first, then the strongest; ties by skill. */
        List<Unused> beyond(List<Requirement> requirements, Match match, Taxonomy taxonomy) {
            Set<SkillId> used = new HashSet<>();
            requirements.forEach(r -> used.add(r.skill()));
            match.answers().forEach(a -> used.add(a.held().skill()));
            List<SkillId> left = new ArrayList<>();
            strengths.keySet().stream().filter(s -> !used.contains(s)).forEach(left::add);
            left.sort(Comparator.comparing((SkillId s) -> !wished.contains(s))
                    .thenComparing(s -> -strengths.getOrDefault(s, 0.0))
                    .thenComparing(s -> s));
            return left.stream()
                    .limit(MOST)
                    .map(s -> new Unused(
                            s.value(),
                            taxonomy.label(s),
                            Points.toNumber(Points.of(strengths.getOrDefault(s, 0.0))),
                            wished.contains(s)))
                    .toList();
        }
    }
}
