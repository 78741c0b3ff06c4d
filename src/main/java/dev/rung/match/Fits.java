package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
import dev.rung.catalogue.Reach;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which roles and jobs fit: the engine proposes, the match decides. An engine may round weights, so more are fetched than are asked for
 * and scored exactly.
 */
final class Fits {
    private static final int EXTRA = 40;
    private static final int REASONS_SHOWN_AS_MISSING = 8;

    private final Session session;
    private final Holdings holdings;
    private final Map<dev.rung.catalogue.Need, Double> strengths;

    Fits(Session session, Holdings holdings) {
        this.session = session;
        this.holdings = holdings;
        this.strengths = holdings.strengths();
    }

    /** A record with its match. */
    record Fit<T>(T record, Match match) {}

    List<Fit<Role>> roles(int limit) {
        return best(Kind.ROLES, Filter.NONE, Role::requirements, limit);
    }

    List<Fit<Job>> jobs(Filter filter, int limit) {
        return best(Kind.JOBS, filter, Job::requirements, limit);
    }

    private <T> List<Fit<T>> best(Kind<T> kind, Filter filter, Function<T, List<Requirement>> requirements, int limit) {
        if (strengths.isEmpty()) return List.of();
        List<String> ids = session.view().rankByAnswers(kind, strengths, filter, limit + EXTRA).stream()
                .map(Ranked::id)
                .toList();
        List<Fit<T>> fits = new ArrayList<>();
        for (T record : session.view().find(kind, ids)) {
            Match match = Match.of(requirements.apply(record), holdings);
            if (match.points() > 0) fits.add(new Fit<>(record, match));
        }
        fits.sort(Comparator.comparingLong((Fit<T> f) -> f.match().points())
                .reversed()
                .thenComparing(f -> kind.idOf(f.record())));
        return fits.size() > limit ? List.copyOf(fits.subList(0, limit)) : fits;
    }

    RoleAdvice advice(Fit<Role> fit, Filter jobs) {
        Role role = fit.record();
        Match.Coverage coverage = fit.match().coverage(session.weights().met());
        List<Reason> reasons = fit.match().reasons(session.view().taxonomy());
        List<Missing> missing = fit.match().missing(session.view().taxonomy());
        return new RoleAdvice(
                role.id(),
                role.title(),
                fit.match().score(),
                Sentences.match(coverage, reasons, missing),
                reasons,
                missing.stream().limit(REASONS_SHOWN_AS_MISSING).toList(),
                coverage.met(),
                coverage.of(),
                session.view().count(Kind.JOBS, jobs.and(Filter.in("role", role.id()))),
                role.group());
    }

    JobAdvice advice(Fit<Job> fit) {
        Job job = fit.record();
        Match.Coverage coverage = fit.match().coverage(session.weights().met());
        List<Reason> reasons = fit.match().reasons(session.view().taxonomy());
        List<Missing> missing = fit.match().missing(session.view().taxonomy());
        return new JobAdvice(
                job.id(),
                job.title(),
                fit.match().score(),
                Sentences.match(coverage, reasons, missing),
                reasons,
                missing.stream().limit(REASONS_SHOWN_AS_MISSING).toList(),
                coverage.met(),
                coverage.of(),
                coverage.of() > 0
                        && coverage.met()
                                >= Reach.needed(coverage.of(), session.weights().reach()),
                job.role(),
                job.organisation(),
                job.place(),
                job.remote(),
                job.validThrough(),
                job.sample());
    }
}
