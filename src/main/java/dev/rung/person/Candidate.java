package dev.rung.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.skill.Check;
import java.util.Optional;

/**
 * Somebody who wants to be found by recruiters.
 *
 * @param id identity, unique among candidates
 * @param name shown to recruiters; never scored
 * @param fictitious an invented person who shows how things look
 * @param profile what they can do and hold
 */
public record Candidate(
        String id,
        Optional<String> name,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean fictitious,
        Profile profile) {
    public Candidate {
        id = Check.id("id", id);
        name = Check.text("name", name);
        profile = profile == null ? Profile.EMPTY : profile;
    }
}
