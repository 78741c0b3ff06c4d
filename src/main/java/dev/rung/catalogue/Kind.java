package dev.rung.catalogue;

import dev.rung.credential.Credential;
import dev.rung.person.Candidate;
import dev.rung.role.Job;
import dev.rung.role.Role;
import dev.rung.skill.Skill;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of the five sorts of record that a catalogue holds.
 *
 * <pre>{@code
 * Optional<Role> role = view.find(Kind.ROLES, "pastry-chef");
 * }</pre>
 *
 * @param <T> the record's type
 */
public final class Kind<T> {
    public static final Kind<Skill> SKILLS = new Kind<>("skills", Skill.class, s -> s.id().value(), Skill::label);
    public static final Kind<Role> ROLES = new Kind<>("roles", Role.class, Role::id, Role::title);
    public static final Kind<Job> JOBS = new Kind<>("jobs", Job.class, Job::id, Job::title);
    public static final Kind<Credential> CREDENTIALS =
            new Kind<>("credentials", Credential.class, Credential::id, Credential::title);
    public static final Kind<Candidate> CANDIDATES = new Kind<>(
            "candidates", Candidate.class, Candidate::id, c -> c.name().orElse(c.id()));

    /** All kinds, in the order in which they build on each other. */
    public static final List<Kind<?>> ALL = List.of(SKILLS, ROLES, CREDENTIALS, JOBS, CANDIDATES);

    private final String plural;
    private final Class<T> type;
    private final Function<T, String> id;
    private final Function<T, String> title;

    private Kind(String plural, Class<T> type, Function<T, String> id, Function<T, String> title) {
        this.plural = plural;
        this.type = type;
        this.id = id;
        this.title = title;
    }

    /** The kind of that plural name, as in paths of the API: {@code skills}, {@code roles}, … */
    public static Optional<Kind<?>> named(String plural) {
        return ALL.stream().filter(k -> k.plural.equals(plural)).findFirst();
    }

    public String plural() {
        return plural;
    }

    public Class<T> type() {
        return type;
    }

    public String idOf(T record) {
        return id.apply(record);
    }

    public String titleOf(T record) {
        return title.apply(record);
    }

    @Override
    public String toString() {
        return plural;
    }
}
