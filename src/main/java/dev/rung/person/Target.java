package dev.rung.person;

import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where somebody wants to get to: exactly one of a role, a job or an award.
 *
 * @param role id or title of a role
 * @param job id of a job
 * @param credential id or title of a larger award
 */
public record Target(Optional<String> role, Optional<String> job, Optional<String> credential) {
    public Target {
        role = Check.text("role", role);
        job = Check.text("job", job);
        credential = Check.text("credential", credential);
        if (Stream.of(role, job, credential).filter(Optional::isPresent).count() != 1) {
            throw new InvalidField("role", "give exactly one of role, job and credential");
        }
    }

    public static Target role(String role) {
        return new Target(Optional.of(role), Optional.empty(), Optional.empty());
    }
}
