package dev.rung.match;

import dev.rung.behaviour.Lessons;
import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.encoder.SkillEncoder;
import dev.rung.extract.SkillExtractor;
import dev.rung.person.Candidate;
import dev.rung.person.Profile;
import dev.rung.role.Job;
import dev.rung.role.Role;
import dev.rung.skill.SkillId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers the three questions: which credential next, which role or job now, and who can really do it.
 *
 * <pre>{@code
 * Recommender recommender = new Recommender(catalogue, encoder);
 * var answer = recommender.credentials(RecommendationRequest.about(profile));
 * answer.results().getFirst().sentence();
 * // Adds forecasting and dashboards towards financial analyst; brings 3 more jobs within reach; 40 hours, 120 EUR; assessed.
 * }</pre>
 *
 * <p>The same question to the same generation of the catalogue, with the same model and for the same day, has the same answer. Safe for
 * use by many threads.
 */
public final class Recommender {
    private final Catalogue catalogue;
    private final Clock clock;
    private final Lexicons lexicons;
    private final Supplier<Lessons> lessons;

    public Recommender(Catalogue catalogue, SkillEncoder encoder) {
        this(catalogue, encoder, Clock.systemUTC());
    }

    /** With a clock that says which day it is where a request does not. */
    public Recommender(Catalogue catalogue, SkillEncoder encoder, Clock clock) {
        this(catalogue, encoder, clock, () -> Lessons.NONE);
    }

    /** With what people's histories teach, asked anew for each request. */
    public Recommender(Catalogue catalogue, SkillEncoder encoder, Clock clock, Supplier<Lessons> lessons) {
        this.catalogue = catalogue;
        this.lexicons = new Lexicons(encoder);
        this.clock = clock;
        this.lessons = lessons;
    }

    /** Which credential next, towards the profile's target or, without one, from where the person stands. */
    public Recommendations<CredentialAdvice> credentials(RecommendationRequest request) {
        try (CatalogueView view = catalogue.view()) {
            Session session = session(view, request.weights(), request.asOf());
            Understanding understood = session.read(request.profile());
            return new NextSteps(session, request.profile(), understood).recommend(request.limit());
        }
    }

    /** What {@link Recommendations#generation} of an answer about credentials would be now: the catalogue's, and what names the histories if there are any. */
    public String generationOfCredentials() {
        try (CatalogueView view = catalogue.view()) {
            return Past.generation(view, lessons.get());
        }
    }

    /** Which roles fit now. */
    public Recommendations<RoleAdvice> roles(RecommendationRequest request) {
        try (CatalogueView view = catalogue.view()) {
            Session session = session(view, request.weights(), request.asOf());
            Understanding understood = session.read(request.profile());
            Fits fits = new Fits(session, session.holdings(understood.held()), Aspirations.of(understood));
            Filter jobs = Admission.jobs(request.profile().constraints(), session.asOf());
            List<Fits.Fit<Role>> best = fits.roles(request.limit());
            List<RoleAdvice> results = fits.advice(best, jobs);
            return answer(session, understood, view.count(Kind.ROLES, Filter.NONE), results);
        }
    }

    /** Which jobs fit now, within the profile's constraints. */
    public Recommendations<JobAdvice> jobs(RecommendationRequest request) {
        try (CatalogueView view = catalogue.view()) {
            Session session = session(view, request.weights(), request.asOf());
            Understanding understood = session.read(request.profile());
            Fits fits = new Fits(session, session.holdings(understood.held()), Aspirations.of(understood));
            Filter jobs = Admission.jobs(request.profile().constraints(), session.asOf());
            List<Fits.Fit<Job>> best = fits.jobs(jobs, request.limit());
            List<JobAdvice> results = best.stream().map(fits::advice).toList();
            return answer(session, understood, view.count(Kind.JOBS, jobs), results);
        }
    }

    /** Who has these skills, and by what evidence. */
    public Recommendations<CandidateAdvice> candidates(CandidateRequest request) {
        try (CatalogueView view = catalogue.view()) {
            return new CandidateSearch(session(view, request.weights(), request.asOf()), request).search();
        }
    }

    /**
     * What a credential is worth, for anybody, or for the person who asks.
     *
     * @param id of the credential
     * @param asker a profile with weights and a day; none: for anybody, by the default weights
     * @param asOf the day where there is no asker; none: today (UTC)
     * @return nothing if there is no such credential
     */
    public Optional<CredentialCard> card(String id, Optional<RecommendationRequest> asker, Optional<LocalDate> asOf) {
        try (CatalogueView view = catalogue.view()) {
            Weights weights = asker.map(RecommendationRequest::weights).orElse(Weights.DEFAULT);
            Session session = session(
                    view, weights, asker.map(RecommendationRequest::asOf).orElse(asOf));
            return view.find(Kind.CREDENTIALS, id).map(credential -> new Appraisal(session, credential)
                    .card(asker.map(RecommendationRequest::profile)));
        }
    }

    /**
     * Which credentials teach what this one teaches.
     *
     * @return nothing if there is no such credential
     */
    public Optional<SimilarCredentials> similar(String id, int limit) {
        try (CatalogueView view = catalogue.view()) {
            Session session = session(view, Weights.DEFAULT, Optional.empty());
            return view.find(Kind.CREDENTIALS, id).map(credential -> new Lookalikes(session).of(credential, limit));
        }
    }

    /** All near-duplicates of the catalogue. Compares each credential with each other one: for a person who waits, not for a request. */
    public Duplicates duplicates() {
        try (CatalogueView view = catalogue.view()) {
            Session session = session(view, Weights.DEFAULT, Optional.empty());
            List<Credential> all = new ArrayList<>();
            view.each(Kind.CREDENTIALS, all::add);
            return Folding.duplicates(all, session);
        }
    }

    /** What Rung takes a profile to say. */
    public Understanding understand(Profile profile) {
        try (CatalogueView view = catalogue.view()) {
            return session(view, Weights.DEFAULT, Optional.empty()).read(profile);
        }
    }

    /** Finds the skills of a view in text. */
    public SkillExtractor extractor(CatalogueView view) {
        return lexicons.of(view).skills();
    }

    /**
     * How a catalogue learns what a candidate holds. For opening a catalogue; weights and recency are left to the search itself.
     */
    public static CandidateReader candidateReader(SkillEncoder encoder) {
        Lexicons lexicons = new Lexicons(encoder);
        return (candidate, view) -> strengths(candidate, view, lexicons.of(view));
    }

    private static Map<SkillId, CandidateReader.Strength> strengths(
            Candidate candidate, CatalogueView view, Lexicon names) {
        // The day does not matter here: nothing that is left out ages, and ageing is the search's business.
        Session session = new Session(view, names, Lessons.NONE, Weights.DEFAULT, LocalDate.EPOCH);
        Strength strength = new Strength(session.weights(), session.asOf());
        Map<SkillId, CandidateReader.Strength> strengths = new HashMap<>();
        for (Held held : session.read(candidate.profile()).held()) {
            double any = strength.ofEvidence(held);
            double proven = held.isVerified() ? any : 0;
            strengths.merge(
                    held.skill(),
                    new CandidateReader.Strength(any, proven),
                    (a, b) ->
                            new CandidateReader.Strength(Math.max(a.any(), b.any()), Math.max(a.proven(), b.proven())));
        }
        return strengths;
    }

    private Session session(CatalogueView view, Weights weights, Optional<LocalDate> asOf) {
        LocalDate day = asOf.orElseGet(() -> LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        return new Session(view, lexicons.of(view), lessons.get(), weights, day);
    }

    private static <T> Recommendations<T> answer(
            Session session, Understanding understood, long total, List<T> results) {
        return new Recommendations<>(
                session.view().generation().token(),
                session.view().generation().model(),
                session.asOf(),
                session.weights(),
                understood,
                total,
                Map.of(),
                List.of(),
                results);
    }
}
