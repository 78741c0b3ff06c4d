package dev.rung.credential;

import dev.rung.skill.Check;
import java.util.Optional;

/**
 * Who awards a credential.
 *
 * @param id identity: a short name, a URL or a DID
 * @param name the name people see
 * @param url where to read about it
 */
public record Issuer(String id, String name, Optional<String> url) {
    public Issuer {
        id = Check.id("id", id);
        name = Check.label("name", name);
        url = Check.text("url", url);
    }
}
