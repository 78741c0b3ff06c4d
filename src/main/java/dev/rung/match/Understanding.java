package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.rung.person.EvidenceKind;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.List;
import java.util.Optional;

/**
 * What Rung took a profile to say. It goes back to the caller, who can see and correct how each thing was understood.
 *
 * @param skills everything that counts as held, and which words said so
 * @param target the target, if one was given and found
 * @param wishes roles and skills that the text wishes for; they stand in where no target is given
 * @param notes what was not understood, or does not count, and why
 * @param held the same skills as {@code skills}, with their evidence
 * @param wishedSkills the skills among the wishes
 * @param heldCredentials ids of the credentials that are held
 * @param history the same ids, oldest first; those of one day stand together, and those of no known day before all others
 */
public record Understanding(
        List<Said> skills,
        Optional<Goal> target,
        List<Goal> wishes,
        List<Note> notes,
        @JsonIgnore List<Held> held,
        @JsonIgnore List<SkillId> wishedSkills,
        @JsonIgnore List<String> heldCredentials,
        @JsonIgnore List<List<String>> history) {
    public Understanding {
        skills = List.copyOf(skills);
        wishes = List.copyOf(wishes);
        notes = List.copyOf(notes);
        held = List.copyOf(held);
        wishedSkills = List.copyOf(wishedSkills);
        heldCredentials = List.copyOf(heldCredentials);
        history = history.stream().map(List::copyOf).toList();
    }

    /**
     * One skill that was found in the profile.
     *
     * @param at where it was said, by JSON Pointer into the profile
     * @param said the words that said it
     * @param skill id of the skill it was taken for
     * @param label that skill's name
     * @param how {@code label}, {@code alternative}, {@code words}, {@code vector}, {@code role} or {@code credential}
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
            Level level,
            EvidenceKind evidence,
            boolean verified) {}

    /**
     * Where somebody wants to get to, as found in the catalogue.
     *
     * @param kind {@code role}, {@code job}, {@code credential} or, for a wish, {@code skill}
     * @param id of it
     * @param title of it
     */
    public record Goal(String kind, String id, String title) {}

    /**
     * Something in the profile that does not count, or not as given.
     *
     * @param at where, by JSON Pointer into the profile
     * @param message what and why
     */
    public record Note(String at, String message) {
        /** Of a text most of which is in a language that the encoder does not know. */
        public static Note foreign(String at) {
            return new Note(
                    at,
                    "this seems to be in a language that is not read for its meaning: only names were looked for, as the catalogue writes them");
        }
    }
}
