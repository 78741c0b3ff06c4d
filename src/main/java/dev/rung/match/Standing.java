package dev.rung.match;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import dev.rung.person.Constraints;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where somebody stands, for whoever plans further than the next step: what they meet now, and what each credential would let them meet.
 *
 * <pre>{@code
 * recommender.standing(request, standing -> standing.met().size());   // 31
 * }</pre>
 *
 * <p>Good while {@link Recommender#standing} runs; for one thread.
 */
public final class Standing {
    private final Session session;
    private final RecommendationRequest request;
    private final Understanding understood;
    private final Holdings now;

    Standing(Session session, RecommendationRequest request) {
        this.session = session;
        this.request = request;
        this.understood = session.read(request.profile());
        this.now = session.holdings(understood.held());
    }

    /**
     * A credential and the needs that whoever earns it would newly meet: from {@link Weights#met()} on. Several credentials together meet
     * what one of them meets and no more, since a need is answered by the best evidence for it.
     */
    public record Lesson(Credential credential, Set<Need> meets) {
        public Lesson {
            meets = Set.copyOf(meets);
        }
    }

    public CatalogueView view() {
        return session.view();
    }

    public Weights weights() {
        return session.weights();
    }

    public LocalDate asOf() {
        return session.asOf();
    }

    public Understanding understood() {
        return understood;
    }

    /** The needs that count as met now. */
    public Set<Need> met() {
        return now.met();
    }

    /** The jobs that count: open, near or remote, in a language the person understands. */
    public Filter jobs() {
        return Admission.jobs(constraints(), session.asOf());
    }

    /** What limits which credentials may be answered: one filter each, under the limit's name in {@link Constraints}. */
    public static Map<String, Filter> limits(Constraints constraints) {
        return Admission.credentials(constraints);
    }

    public Constraints constraints() {
        return request.profile().constraints();
    }

    /** What each of these credentials would add, in the order asked; those that do not exist are left out. */
    public List<Lesson> lessons(List<String> credentials) {
        return session.curricula(credentials).stream()
                .map(c -> new Lesson(
                        c.credential(),
                        Curriculum.newlyMet(
                                c.improvements(now), now, session.weights().met())))
                .toList();
    }

    /** What a role or job asks for; nothing for other goals. */
    public List<Requirement> requirements(Understanding.Goal goal) {
        return switch (goal.kind()) {
            case "role" ->
                view().find(Kind.ROLES, goal.id()).map(Role::requirements).orElse(List.of());
            case "job" ->
                view().find(Kind.JOBS, goal.id()).map(Job::requirements).orElse(List.of());
            default -> List.of();
        };
    }
}
