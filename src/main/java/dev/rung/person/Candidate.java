package dev.rung.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.skill.Check;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who wants to be found by recruiters.
 *
 * @param id identity, unique among candidates
 * @param name shown to recruiters; never scored
 * @param fictitious an invented person who shows how things look
 * @param profile what they can do and hold
 * @param identifiers by what a badge can say that it is theirs; for that alone, see {@link #shown}
 */
public record Candidate(
        String id,
        Optional<String> name,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean fictitious,
        Profile profile,
        Optional<Identifiers> identifiers) {
    public Candidate {
        id = Check.id("id", id);
        name = Check.text("name", name).map(n -> Check.label("name", n));
        profile = profile == null ? Profile.EMPTY : profile;
        identifiers = Check.optional(identifiers);
    }

    /** Somebody of whom no identifiers are known. */
    public Candidate(String id, Optional<String> name, boolean fictitious, Profile profile) {
        this(id, name, fictitious, profile, Optional.empty());
    }

    /** The same person holding these credentials. */
    public Candidate holding(List<HeldCredential> credentials) {
        return new Candidate(id, name, fictitious, profile.holding(credentials), identifiers);
    }

    /** What recruiters may see: without the identifiers, and without the documents, which carry them too. */
    public Candidate shown() {
        List<HeldCredential> credentials = profile.credentials().stream()
                .map(HeldCredential::withoutDocument)
                .toList();
        return new Candidate(id, name, fictitious, profile.holding(credentials));
    }
}
