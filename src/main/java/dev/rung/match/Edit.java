package dev.rung.match;

import dev.rung.match.Change.Addition;
import dev.rung.match.Change.Newcomer;
import dev.rung.match.Change.Standing;
import dev.rung.person.Constraints;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of a profile whose effect is not known yet.
 *
 * @param kind as in {@link Change}
 * @param size how much it asks of the person: smaller is smaller; an order, not a measure
 * @param text in words
 * @param skills to append
 * @param credentials to append
 * @param constraints to have instead
 */
record Edit(
        String kind,
        int size,
        String text,
        List<HeldSkill> skills,
        List<HeldCredential> credentials,
        Optional<Constraints> constraints) {
    static Edit skill(String kind, int size, String text, HeldSkill skill) {
        return new Edit(kind, size, text, List.of(skill), List.of(), Optional.empty());
    }

    static Edit credential(int size, String text, HeldCredential credential) {
        return new Edit("proof", size, text, List.of(), List.of(credential), Optional.empty());
    }

    static Edit limits(String kind, int size, String text, Constraints constraints) {
        return new Edit(kind, size, text, List.of(), List.of(), Optional.of(constraints));
    }

    /** Several at once. */
    static Edit together(String kind, List<Edit> edits) {
        List<HeldSkill> skills = new ArrayList<>();
        List<HeldCredential> credentials = new ArrayList<>();
        int size = 0;
        for (Edit edit : edits) {
            skills.addAll(edit.skills);
            credentials.addAll(edit.credentials);
            size += edit.size;
        }
        String text = String.join(", and ", edits.stream().map(Edit::text).toList());
        return new Edit(kind, size, text, skills, credentials, Optional.empty());
    }

    /** Whether a profile has room for it. */
    boolean fits(Profile profile) {
        return profile.skills().size() + skills.size() <= Profile.MAX_ENTRIES
                && profile.credentials().size() + credentials.size() <= Profile.MAX_ENTRIES;
    }

    Profile applied(Profile profile) {
        List<HeldSkill> allSkills = new ArrayList<>(profile.skills());
        allSkills.addAll(skills);
        List<HeldCredential> allCredentials = new ArrayList<>(profile.credentials());
        allCredentials.addAll(credentials);
        return new Profile(
                profile.text(),
                allSkills,
                allCredentials,
                profile.experience(),
                profile.target(),
                constraints.orElse(profile.constraints()));
    }

    Change told(Standing before, Standing after, Optional<Newcomer> first) {
        Optional<Addition> add = skills.isEmpty() && credentials.isEmpty()
                ? Optional.empty()
                : Optional.of(new Addition(skills, credentials));
        return new Change(kind, text, add, constraints, before, after, first);
    }
}
