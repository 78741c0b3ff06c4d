package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.skill.Level;
import java.util.List;

/**
 * The credentials that teach what one credential teaches, most alike first.
 *
 * @param generation of the catalogue
 * @param model of the encoder
 * @param id of the credential that the others are compared with
 * @param title of it
 * @param total how many there are before the limit
 * @param results most alike first; ties by id
 */
public record SimilarCredentials(
        String generation,
        String model,
        String id,
        String title,
        int total,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Similar> results) {
    public SimilarCredentials {
        results = List.copyOf(results);
    }

    /**
     * One of them, and why.
     *
     * @param id of it
     * @param title of it
     * @param issuer who awards it
     * @param grade near-duplicate, equivalent or similar
     * @param likeness how much the two teach the same, 0 to 1
     * @param sentence the same in words
     * @param shared the skills of the one and by which of the other they are covered
     * @param onlyHere what only the one asked about teaches
     * @param onlyThere what only this one teaches
     * @param differences in level, hours, cost, assessment and terms
     * @param illustrative invented to show how things look
     */
    public record Similar(
            String id,
            String title,
            String issuer,
            Grade grade,
            double likeness,
            String sentence,
            List<Shared> shared,
            List<Skill> onlyHere,
            List<Skill> onlyThere,
            List<Difference> differences,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean illustrative) {}

    /** A skill, by id and name. */
    public record Skill(String skill, String label) {}

    /**
     * A skill of the one that the other covers.
     *
     * @param skill id of the skill of the credential asked about
     * @param label its name
     * @param level to which that one teaches it
     * @param by id of the skill of the other that covers it
     * @param byLabel its name
     * @param byLevel to which the other teaches that
     * @param relation of the covering skill to the covered: {@code same}, {@code narrower}, {@code broader}, {@code related}, {@code near}
     */
    public record Shared(
            String skill, String label, Level level, String by, String byLabel, Level byLevel, String relation) {}

    /**
     * What tells the two apart.
     *
     * @param key {@code level}, {@code hours}, {@code credit}, {@code cost}, {@code assessment}, {@code delivery} or {@code issuer}
     * @param here as the credential asked about states it, or that it does not
     * @param there as the other states it
     */
    public record Difference(String key, String here, String there) {}
}
