package dev.rung.catalogue;

import dev.rung.role.Requirement;
import dev.rung.skill.Check;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;

/**
 * A skill wanted at a minimum level: the unit in which demand is indexed and counted. Two requirements of different jobs that
 * ask for the same skill at the same level are the same need, whatever their weights.
 *
 * @param skill which skill
 * @param level the least level
 */
public record Need(SkillId skill, Level level) implements Comparable<Need> {
    public Need {
        Check.present("skill", skill);
        Check.present("level", level);
    }

    public static Need of(Requirement requirement) {
        return new Need(requirement.skill(), requirement.level());
    }

    /** The need as one index term: the level's digit, a hash sign, the skill's id. */
    public String term() {
        return level.ordinal() + "#" + skill.value();
    }

    /** By hand, since needs are looked up by the hundred thousand and a record's own is several times slower. */
    @Override
    public int hashCode() {
        return 31 * skill.value().hashCode() + level.ordinal();
    }

    @Override
    public int compareTo(Need other) {
        int bySkill = skill.compareTo(other.skill);
        return bySkill != 0 ? bySkill : level.compareTo(other.level);
    }
}
