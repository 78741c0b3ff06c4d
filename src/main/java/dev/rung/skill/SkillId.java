package dev.rung.skill;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.benmanes.caffeine.cache.Interner;

/**
 * The identity of a {@link Skill}: a short name of the starter catalogue ({@code bake-pastries}) or the URI of a published
 * concept ({@code http://data.europa.eu/esco/skill/…}). Compared letter by letter, ordered as text.
 */
public record SkillId(@JsonValue String value) implements Comparable<SkillId> {
    private static final Interner<SkillId> READ = Interner.newWeakInterner();

    public SkillId {
        value = Check.id("skill", value);
    }

    /**
     * As read from JSON: the same object for the same id. Thousands of records that are kept in memory ask for the same few thousand skills, and the letters of
     * their ids were a tenth of a server's heap.
     */
    @JsonCreator
    public static SkillId of(String value) {
        return READ.intern(new SkillId(value));
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
