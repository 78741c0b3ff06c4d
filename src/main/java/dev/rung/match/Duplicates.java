package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Credentials of a catalogue that are near-duplicates of each other, for whoever looks after it.
 *
 * @param generation of the catalogue
 * @param model of the encoder
 * @param credentials how many were compared
 * @param groups each with at least two members, ordered by the id of the first
 */
public record Duplicates(
        String generation,
        String model,
        long credentials,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<List<Member>> groups) {
    public Duplicates {
        groups = List.copyOf(groups);
    }

    /**
     * One credential of a group.
     *
     * @param id of it
     * @param title of it
     * @param issuer who awards it
     * @param likeness to the first of the group, 0 to 1
     */
    public record Member(String id, String title, String issuer, double likeness) {}
}
