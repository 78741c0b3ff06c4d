package dev.rung.skill;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The identity of a {@link Skill}: a short name of the starter catalogue ({@code bake-pastries}) or the URI of a published
 * concept ({@code http://data.europa.eu/esco/skill/…}). Compared letter by letter, ordered as text.
 */
public record SkillId(@JsonValue String value) implements Comparable<SkillId> {
    @JsonCreator
    public SkillId {
        value = Check.id("skill", value);
    }

    @Override
    public int compareTo(SkillId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
