package dev.rung.role;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.List;
import java.util.Optional;

/**
 * One skill that a role or job asks for.
 *
 * @param skill which skill
 * @param importance essential or optional
 * @param level the least level that answers it fully
 * @param weight how much it counts beside the others, above 0 and up to 1
 * @param confidence how sure it is that the text asks for it, 0 to 1; none: it was declared, not found in text
 */
public record Requirement(
        SkillId skill, Importance importance, Level level, double weight, Optional<Double> confidence) {
    /** Weight of an essential requirement when none is given. */
    public static final double ESSENTIAL_WEIGHT = 1.0;
    /** Weight of an optional requirement when none is given. */
    public static final double OPTIONAL_WEIGHT = 0.5;

    private static final double LEAST_FOUND = 4;

    public Requirement {
        Check.present("skill", skill);
        Check.present("importance", importance);
        Check.present("level", level);
        Check.range("weight", weight, 0, 1);
        if (weight == 0) throw new InvalidField("weight", "must be above 0");
        confidence = Check.range("confidence", confidence, 0, 1);
    }

    /** A declared requirement. */
    public Requirement(SkillId skill, Importance importance, Level level, double weight) {
        this(skill, importance, level, weight, Optional.empty());
    }

    /** As read from JSON, where all but the skill may be left out: essential, foundation, and the importance's own weight. */
    @JsonCreator
    public static Requirement of(
            @JsonProperty("skill") SkillId skill,
            @JsonProperty("importance") Optional<Importance> importance,
            @JsonProperty("level") Optional<Level> level,
            @JsonProperty("weight") Optional<Double> weight,
            @JsonProperty("confidence") Optional<Double> confidence) {
        Importance how = Check.optional(importance).orElse(Importance.ESSENTIAL);
        return new Requirement(
                skill,
                how,
                Check.optional(level).orElse(Level.FOUNDATION),
                Check.optional(weight).orElse(how == Importance.ESSENTIAL ? ESSENTIAL_WEIGHT : OPTIONAL_WEIGHT),
                confidence);
    }

    /**
     * The whole that the weights of a list are shares of: their sum, or, where some were only found in text, at least {@value
     * #LEAST_FOUND}. A text in which a single skill was found asks for more than that, so who holds that skill is not a full match.
     */
    public static double total(List<Requirement> requirements) {
        double sum = 0;
        boolean found = false;
        for (Requirement requirement : requirements) {
            sum += requirement.weight;
            found |= requirement.confidence.isPresent();
        }
        return found ? Math.max(LEAST_FOUND, sum) : sum;
    }

    public boolean isEssential() {
        return importance == Importance.ESSENTIAL;
    }
}
