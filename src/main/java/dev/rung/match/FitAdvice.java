package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Reach;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts roles and jobs that fit into words, both ways: what they ask and the person lacks, what the person has and they lack. */
final class FitAdvice {
    private static final int MISSING_SHOWN = 8;

    private final Session session;
    private final Unused.Offer offer;

    FitAdvice(Session session, Understanding understood) {
        this.session = session;
        this.offer = Unused.Offer.of(understood, new Strength(session.weights(), session.asOf()));
    }

    /** What roles and jobs have in common. */
    private record Words(
            String sentence,
            List<Reason> reasons,
            List<Missing> missing,
            List<Unused> lacks,
            Match.Coverage coverage) {}

    private Words words(Fits.Fit<?> fit, List<Requirement> requirements) {
        Match.Coverage coverage = fit.match().coverage(session.weights().met());
        List<Reason> reasons = fit.reasons(session.view().taxonomy());
        List<Missing> missing = fit.match().missing(session.view().taxonomy());
        return new Words(
                Sentences.match(coverage, reasons, missing),
                reasons,
                missing.stream().limit(MISSING_SHOWN).toList(),
                offer.beyond(requirements, fit.match(), session.view().taxonomy()),
                coverage);
    }

    /** The advice on each of these roles, with the number of its jobs, all counted in one pass. */
    List<RoleAdvice> roles(List<Fits.Fit<Role>> fits, Filter jobs, Optional<Bridges> bridges) {
        if (fits.isEmpty()) return List.of();
        List<String> ids = fits.stream().map(f -> f.record().id()).toList();
        Map<String, Long> counts =
                session.view().facet(Kind.JOBS, "role", jobs.and(Filter.in("role", ids)), ids.size());
        return fits.stream()
                .map(f -> role(f, counts.getOrDefault(f.record().id(), 0L), bridges))
                .toList();
    }

    private RoleAdvice role(Fits.Fit<Role> fit, long jobs, Optional<Bridges> bridges) {
        Role role = fit.record();
        Words words = words(fit, role.requirements());
        return new RoleAdvice(
                role.id(),
                role.title(),
                fit.score(),
                words.sentence,
                words.reasons,
                words.missing,
                words.lacks,
                words.coverage.met(),
                words.coverage.of(),
                jobs,
                role.group(),
                bridges.map(b -> b.into(role)),
                List.of());
    }

    JobAdvice job(Fits.Fit<Job> fit) {
        Job job = fit.record();
        Words words = words(fit, job.requirements());
        return new JobAdvice(
                job.id(),
                job.title(),
                fit.score(),
                words.sentence,
                words.reasons,
                words.missing,
                words.lacks,
                words.coverage.met(),
                words.coverage.of(),
                isReachable(job, words.coverage, session.weights()),
                job.role(),
                job.organisation(),
                job.place(),
                job.remote(),
                job.validThrough(),
                job.sample(),
                List.of());
    }

    /** By the rule that every engine counts by. */
    static boolean isReachable(Job job, Match.Coverage coverage, Weights weights) {
        return coverage.of() > 0
                && Reach.isKnown(job.requirements())
                && coverage.met() >= Reach.needed(coverage.of(), weights.reach());
    }
}
