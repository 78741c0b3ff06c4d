package dev.rung.person;

import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.util.List;
import java.util.Optional;

/**
 * What is known about a learner or candidate. Every field may be left out; names and free text are accepted wherever ids are.
 *
 * @param text in their own words
 * @param skills what they say they can do
 * @param credentials what they hold
 * @param experience what they have worked as
 * @param target where they want to get to
 * @param constraints what they can spend and accept
 */
public record Profile(
        Optional<String> text,
        List<HeldSkill> skills,
        List<HeldCredential> credentials,
        List<Experience> experience,
        Optional<Target> target,
        Constraints constraints) {
    /** Most skills, credentials or periods of experience in one profile. A long life has a few hundred. */
    public static final int MAX_ENTRIES = 2_000;

    /** Nothing known. */
    public static final Profile EMPTY =
            new Profile(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Constraints.NONE);

    public Profile {
        text = Check.text("text", text);
        skills = bounded("skills", skills);
        credentials = bounded("credentials", credentials);
        experience = bounded("experience", experience);
        target = Check.optional(target);
        constraints = constraints == null ? Constraints.NONE : constraints;
    }

    /** The same person with another target. */
    public Profile towards(Target other) {
        return new Profile(text, skills, credentials, experience, Optional.of(other), constraints);
    }

    /** The same person with other constraints. */
    public Profile within(Constraints other) {
        return new Profile(text, skills, credentials, experience, target, other);
    }

    /** The same person holding these credentials. */
    public Profile holding(List<HeldCredential> others) {
        return new Profile(text, skills, others, experience, target, constraints);
    }

    private static <T> List<T> bounded(String field, List<T> values) {
        List<T> list = Check.list(field, values);
        if (list.size() > MAX_ENTRIES) {
            throw new InvalidField(field, "must not have more than " + MAX_ENTRIES + " entries, has " + list.size());
        }
        return list;
    }
}
