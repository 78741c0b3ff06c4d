package dev.rung.match;

import dev.rung.behaviour.Lessons;
import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.encoder.SkillEncoder;
import dev.rung.extract.SkillExtractor;
import dev.rung.person.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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
        this.lexicons = Lexicons.of(catalogue, encoder);
        this.clock = clock;
        this.lessons = lessons;
    }

    /** Which credential next, towards the profile's target or, without one, from where the person stands. */
    public Recommendations<CredentialAdvice> credentials(RecommendationRequest request) {
        try (CatalogueView view = catalogue.view()) {
            Session session = session(view, request.weights(), request.asOf());
            Understanding understood = session.read(request.profile());
            NextSteps steps = new NextSteps(session, request.profile(), understood);
            Recommendations<CredentialAdvice> answer = steps.recommend(request.limit());
            return request.changes() == 0 ? answer : new NextChanges(session, request, understood, steps).of(answer);
        }
    }

    /** What {@link Recommendations#generation} of an answer about credentials would be now: the catalogue's, and what names the histories if there are any. */
    public String generationOfCredentials() {
        try (CatalogueView view = catalogue.view()) {
            return Past.generation(view, lessons.get());
        }
    }

    /** Which roles fit now; or, with {@link RecommendationRequest#from}, which are near enough to move to. */
    public Recommendations<RoleAdvice> roles(RecommendationRequest request) {
        try (CatalogueView view = catalogue.view()) {
            return new RoleSearch(session(view, request.weights(), request.asOf()), request).answer();
        }
    }

    /** Which jobs fit now, within the profile's constraints. */
    public Recommendations<JobAdvice> jobs(RecommendationRequest request) {
        try (CatalogueView view = catalogue.view()) {
            return new JobSearch(session(view, request.weights(), request.asOf()), request).answer();
        }
    }

    /**
     * Which jobs a credential opens to somebody: those counted by {@link CredentialAdvice#opens}, a page of them.
     *
     * @param credential its id
     * @param role only jobs of this role, by id
     * @param cursor {@link OpenedJobs#next} of the page before
     * @return nothing if there is no such credential
     * @throws dev.rung.catalogue.CursorExpired if the cursor is not of this question
     */
    public Optional<OpenedJobs> opened(
            String credential, RecommendationRequest request, Optional<String> role, Optional<String> cursor) {
        try (CatalogueView view = catalogue.view()) {
            Session session = session(view, request.weights(), request.asOf());
            return session.curricula(List.of(credential)).stream()
                    .findFirst()
                    .map(c -> new Opportunity(session, request, c, role).page(cursor, request.limit()));
        }
    }

    /**
     * Who of a team takes which credential, so that it reaches a target for the least.
     *
     * @throws dev.rung.skill.InvalidField if the catalogue has no such target
     */
    public GroupPlan group(GroupRequest request) {
        try (CatalogueView view = catalogue.view()) {
            return new GroupPlanner(session(view, request.weights(), request.asOf()), request).plan();
        }
    }

    /** Which skills many jobs ask for and few credentials teach. */
    public DemandReport demand(DemandRequest request) {
        try (CatalogueView view = catalogue.view()) {
            return new Shortage(session(view, Weights.DEFAULT, request.asOf())).report(request);
        }
    }

    /** Who has these skills, and by what evidence. */
    public Recommendations<CandidateAdvice> candidates(CandidateRequest request) {
        try (CatalogueView view = catalogue.view()) {
            return new CandidateSearch(session(view, request.weights(), request.asOf()), request).search();
        }
    }

    /** For planning beyond the next step: hands out where the person stands, for as long as the function runs. */
    public <T> T standing(RecommendationRequest request, Function<Standing, T> use) {
        try (CatalogueView view = catalogue.view()) {
            return use.apply(new Standing(session(view, request.weights(), request.asOf()), request));
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
     * Makes ready what the first questions about a view would otherwise wait for: the names of all skills, roles and credentials, and which skills are near
     * to which. For a generation that is about to become the live one; takes seconds for all of ESCO, and nothing for what another one held already.
     *
     * @param more asked now and then whether to go on; may take its time, to let others by
     */
    public void prepare(CatalogueView view, BooleanSupplier more) {
        lexicons.of(view).similarities().findAll(more);
    }

    /**
     * How a catalogue learns what a candidate holds. For opening a catalogue; weights and recency are left to the search itself.
     */
    public static CandidateReader candidateReader(SkillEncoder encoder) {
        return new HoldingsReader(new Lexicons(encoder));
    }

    private Session session(CatalogueView view, Weights weights, Optional<LocalDate> asOf) {
        LocalDate day = asOf.orElseGet(() -> LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        return new Session(view, lexicons.of(view), lessons.get(), weights, day);
    }
}
