package dev.rung.person;

import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where somebody wants to get to: exactly one of a role, a job, an award, or as many jobs as possible.
 *
 * @param role id or title of a role
 * @param job id of a job
 * @param credential id or title of a larger award
 * @param most {@code jobs}: whatever brings most jobs within reach, the same as no target
 */
public record Target(Optional<String> role, Optional<String> job, Optional<String> credential, Optional<String> most) {
    public Target {
        role = Check.text("role", role);
        job = Check.text("job", job);
        credential = Check.text("credential", credential);
        most = Check.text("most", most);
        if (Stream.of(role, job, credential, most).filter(Optional::isPresent).count() != 1) {
            throw new InvalidField("role", "give exactly one of role, job, credential and most");
        }
        if (most.filter(what -> !what.equals("jobs")).isPresent()) {
            throw new InvalidField("most", "must be jobs, the one thing there can be most of");
        }
    }

    public Target(Optional<String> role, Optional<String> job, Optional<String> credential) {
        this(role, job, credential, Optional.empty());
    }

    public static Target role(String role) {
        return new Target(Optional.of(role), Optional.empty(), Optional.empty());
    }

    public static Target job(String job) {
        return new Target(Optional.empty(), Optional.of(job), Optional.empty());
    }

    public static Target credential(String credential) {
        return new Target(Optional.empty(), Optional.empty(), Optional.of(credential));
    }

    public static Target mostJobs() {
        return new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("jobs"));
    }
}
