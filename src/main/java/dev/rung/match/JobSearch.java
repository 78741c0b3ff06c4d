package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Reach;
import dev.rung.match.Change.Standing;
import dev.rung.role.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which jobs fit now, within the profile's limits. */
final class JobSearch {
    private final Session session;
    private final RecommendationRequest request;
    private final Understanding understood;
    private final Holdings now;
    private final Fits fits;
    private final Filter jobs;

    JobSearch(Session session, RecommendationRequest request) {
        this.session = session;
        this.request = request;
        this.understood = session.read(request.profile());
        this.now = session.holdings(understood.held());
        this.fits = new Fits(session, now, Aspirations.of(understood));
        this.jobs = Admission.jobs(request.profile().constraints(), session.asOf());
    }

    Recommendations<JobAdvice> answer() {
        List<Fits.Fit<Job>> best = fits.jobs(jobs, request.limit());
        FitAdvice words = new FitAdvice(session, understood);
        List<JobAdvice> results = best.stream().map(words::job).toList();
        Recommendations<JobAdvice> answer = new Recommendations<>(
                session.view().generation().token(),
                session.view().generation().model(),
                session.asOf(),
                session.weights(),
                understood,
                session.view().count(Kind.JOBS, jobs),
                Map.of(),
                List.of(),
                session.gap(understood, now),
                List.of(),
                results);
        return request.changes() == 0 ? answer : changed(answer, best);
    }

    private Recommendations<JobAdvice> changed(Recommendations<JobAdvice> answer, List<Fits.Fit<Job>> best) {
        Trials trials = new Trials(
                request.profile(),
                profile -> new JobSearch(session, request.with(profile)).standings(),
                request.changes());
        List<Change> ofAnswer = new Loosenings(request.profile().constraints(), session.view(), trials).ofJobs();
        Edits edits = new Edits(session, understood, request.profile());
        List<JobAdvice> changed = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            List<Edit> tried = new ArrayList<>(edits.bettering(best.get(i).match()));
            JobAdvice job = answer.results().get(i);
            if (!job.reachable() && Reach.isKnown(best.get(i).record().requirements())) {
                int lacking = Reach.needed(job.of(), session.weights().reach()) - job.met();
                edits.reaching(best.get(i).match(), lacking).ifPresent(tried::addFirst);
            }
            changed.add(job.with(trials.of(job.id(), tried)));
        }
        return answer.with(changed, ofAnswer);
    }

    private Standings standings() {
        List<Standings.Place> places = new ArrayList<>();
        for (Fits.Fit<Job> fit : fits.jobs(jobs, RecommendationRequest.MAX_LIMIT)) {
            Match.Coverage coverage = fit.match().coverage(session.weights().met());
            places.add(new Standings.Place(
                    fit.record().id(),
                    fit.record().title(),
                    new Standing(
                            Optional.of(fit.score()),
                            Optional.of(places.size() + 1),
                            Optional.of(coverage.met()),
                            Optional.of(FitAdvice.isReachable(fit.record(), coverage, session.weights())),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));
        }
        return Standings.of(session.view().count(Kind.JOBS, jobs), places);
    }
}
