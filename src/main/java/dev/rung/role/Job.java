package dev.rung.role;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.skill.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One job posting.
 *
 * @param id identity, unique among jobs
 * @param title as advertised
 * @param role id of the {@link Role} it is an instance of, if known
 * @param organisation who offers it
 * @param description the posting's text
 * @param requirements the skills it asks for, each once: declared, or found in its text
 * @param place where it is
 * @param remote whether it can be done from anywhere
 * @param language ISO 639-1 code of the working language
 * @param validThrough last day on which one can apply
 * @param sample an invented posting that shows how things look
 */
public record Job(
        String id,
        String title,
        Optional<String> role,
        Optional<String> organisation,
        Optional<String> description,
        List<Requirement> requirements,
        Place place,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean remote,
        Optional<String> language,
        Optional<LocalDate> validThrough,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean sample) {
    public Job {
        id = Check.id("id", id);
        title = Check.label("title", title);
        role = Check.text("role", role);
        organisation = Check.text("organisation", organisation);
        description = Check.text("description", description);
        requirements = Check.distinct("requirements", requirements, Requirement::skill);
        place = place == null ? Place.UNKNOWN : place;
        language = Check.text("language", language);
        validThrough = Check.optional(validThrough);
    }

    /** The same posting with other requirements. */
    public Job withRequirements(List<Requirement> found) {
        return new Job(
                id, title, role, organisation, description, found, place, remote, language, validThrough, sample);
    }
}
