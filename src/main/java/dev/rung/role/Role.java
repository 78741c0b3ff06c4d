package dev.rung.role;

import dev.rung.skill.Alignment;
import dev.rung.skill.Check;
import java.util.List;
import java.util.Optional;

/**
 * An occupation and what it asks for.
 *
 * @param id identity, unique among roles
 * @param title the name people see
 * @param altTitles other names for the same occupation
 * @param description what people in it do
 * @param group ISCO-08 group it belongs to, the first digit being the major group; as text, since groups may start with 0
 * @param requirements the skills it asks for, each once
 * @param alignments the same occupation elsewhere
 */
public record Role(
        String id,
        String title,
        List<String> altTitles,
        Optional<String> description,
        Optional<String> group,
        List<Alignment> alignments,
        List<Requirement> requirements) {
    public Role {
        id = Check.id("id", id);
        title = Check.label("title", title);
        altTitles = Check.list("altTitles", altTitles);
        description = Check.text("description", description);
        group = Check.text("group", group);
        alignments = Check.distinct("alignments", alignments, a -> a);
        requirements = Check.distinct("requirements", requirements, Requirement::skill);
    }
}
