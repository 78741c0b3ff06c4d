package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.catalogue.Need;
import dev.rung.match.Understanding.Goal;
import dev.rung.role.Importance;
import dev.rung.role.Requirement;
import dev.rung.skill.Level;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where somebody stands before their target: every requirement of it, and how strongly it is answered now.
 *
 * @param target the role, job or credential aimed at
 * @param score the match with it, 0 to 1
 * @param met how many essential requirements are met
 * @param of how many there are
 * @param requirements what is missing first, then what is partly there, then what is held; weightiest first, ties by skill
 */
public record Gap(
        Goal target,
        double score,
        int met,
        int of,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Part> requirements) {
    public Gap {
        requirements = List.copyOf(requirements);
    }

    /** How a requirement is answered: not at all; less strongly than {@link Weights#met} asks; at least so strongly. */
    public enum State {
        MISSING,
        PARTLY,
        HELD
    }

    /**
     * One requirement.
     *
     * @param skill id of the skill that is asked for
     * @param label its name
     * @param level at least this level
     * @param importance essential or optional
     * @param weight how much it counts beside the others, above 0 and up to 1
     * @param state missing, partly or held
     * @param strength how strongly it is answered, 0 to 1
     * @param heldBy id of the skill that answers it
     * @param heldByLabel that skill's name
     * @param relation of that skill to the one asked for: same, narrower, broader, related or near
     */
    public record Part(
            String skill,
            String label,
            Level level,
            Importance importance,
            double weight,
            State state,
            double strength,
            Optional<String> heldBy,
            Optional<String> heldByLabel,
            Optional<String> relation) {}

    static Gap of(Goal target, List<Requirement> requirements, Holdings now, double met, Taxonomy taxonomy) {
        Match match = Match.of(requirements, now);
        Match.Coverage coverage = match.coverage(met);
        List<Part> parts = new ArrayList<>();
        for (Requirement requirement : requirements) {
            Optional<Answer> answer = now.answer(Need.of(requirement));
            double strength = answer.map(Answer::strength).orElse(0.0);
            Optional<String> heldBy = answer.map(a -> a.held().skill().value());
            parts.add(new Part(
                    requirement.skill().value(),
                    taxonomy.label(requirement.skill()),
                    requirement.level(),
                    requirement.importance(),
                    requirement.weight(),
                    strength >= met ? State.HELD : strength > 0 ? State.PARTLY : State.MISSING,
                    Points.toNumber(Points.of(strength)),
                    heldBy,
                    answer.map(a -> taxonomy.label(a.held().skill())),
                    answer.map(a -> a.relation().name().toLowerCase(Locale.ROOT))));
        }
        parts.sort(Comparator.comparing(Part::state)
                .thenComparing(Comparator.comparingDouble(Part::weight).reversed())
                .thenComparing(Part::skill));
        return new Gap(target, match.score(), coverage.met(), coverage.of(), parts);
    }
}
