package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.rung.person.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What Rung took a profile to say. It goes back to the caller, who can see and correct how each thing was understood.
 *
 * @param skills everything that counts as held, and which words said so
 * @param target the target, if one was given and found
 * @param notes what was not understood, or does not count, and why
 */
public record Understanding(
        List<Said> skills,
        Optional<Goal> target,
        List<Note> notes,
        @JsonIgnore List<Held> held) {
    public Understanding {
        skills = List.copyOf(skills);
        notes = List.copyOf(notes);
        held = List.copyOf(held);
    }

    /**
     * One skill that was found in the profile.
     *
     * @param at where it was said, by JSON Pointer into the profile
     * @param said the words that said it
     * @param skill id of the skill it was taken for
     * @param label that skill's name
     * @param how {@code id}, {@code label}, {@code words}, {@code vector}, {@code role} or {@code credential}
     * @param confidence 0 to 1
     * @param level how well it counts as held
     * @param evidence by which evidence
     * @param verified whether that evidence was checked and holds
     */
    public record Said(
            String at,
            String said,
            String skill,
            String label,
            String how,
            double confidence,
            dev.rung.skill.Level level,
            dev.rung.person.EvidenceKind evidence,
            boolean verified) {}

    /**
     * Where somebody wants to get to, as found in the catalogue.
     *
     * @param kind {@code role}, {@code job} or {@code credential}
     * @param id of it
     * @param title of it
     */
    public record Goal(String kind, String id, String title) {}

    /**
     * Something in the profile that does not count, or not as given.
     *
     * @param at where, by JSON Pointer into the profile
     * @param message what and why, and what to do
     */
    public record Note(String at, String message) {}

    /** Whether the profile said nothing at all that is of use. */
    boolean isEmpty() {
        return held.isEmpty();
    }

    static Understanding nothing() {
        return new Understanding(List.of(), Optional.empty(), List.of(), List.of());
    }

    /** Pointers to the parts of a {@link Profile}. */
    static String at(String part, int index) {
        return "/" + part + "/" + index;
    }
}
