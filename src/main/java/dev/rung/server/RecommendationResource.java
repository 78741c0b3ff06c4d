package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rung.catalogue.Catalogue;
import dev.rung.match.CandidateAdvice;
import dev.rung.match.CandidateRequest;
import dev.rung.match.DemandReport;
import dev.rung.match.DemandRequest;
import dev.rung.match.GroupPlan;
import dev.rung.match.GroupRequest;
import dev.rung.match.OpenedJobs;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommendations;
import dev.rung.match.Recommender;
import dev.rung.privacy.PersonalData;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The questions: which credential next and which jobs it opens, which role or job now, who can really do it, what a team should learn, and what nobody teaches.
 *
 * <p>An answer depends on the question, the catalogue, the model and the day, and its entity tag is made of these. So a question that was asked before
 * and is sent with the old answer's tag in {@code If-None-Match} is answered with 304 before any work is done.
 */
final class RecommendationResource {
    private final Catalogue catalogue;
    private final Recommender recommender;
    private final PersonalData people;
    private final Clock clock;

    RecommendationResource(Catalogue catalogue, Recommender recommender, PersonalData people, Clock clock) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.people = people;
        this.clock = clock;
    }

    void credentials(Context ctx) {
        recommend(ctx, recommender::generationOfCredentials, recommender::credentials);
    }

    void roles(Context ctx) {
        recommend(ctx, () -> Freshness.generation(catalogue), recommender::roles);
    }

    void jobs(Context ctx) {
        recommend(ctx, () -> Freshness.generation(catalogue), recommender::jobs);
    }

    /**
     * An answer of which a record is kept.
     *
     * @param answer as without a record
     * @param decision id of the record
     */
    record Recorded(@JsonUnwrapped Recommendations<CandidateAdvice> answer, String decision) {}

    /** An answer of which a record is kept is given anew each time, since each time somebody is shown. */
    void candidates(Context ctx) {
        Query.of(ctx, List.of());
        CandidateRequest request = Body.of(ctx, CandidateRequest.class);
        if (request.record()) {
            PersonalData.Recorded kept = people.record(request, () -> recommender.candidates(request), Door.key(ctx));
            Reply.json(ctx, new Recorded(kept.answer(), kept.decision().id()));
            return;
        }
        answer(
                ctx,
                request.asOf(),
                Reply.FORGET,
                () -> Freshness.generation(catalogue),
                Recommendations::generation,
                () -> recommender.candidates(request));
    }

    /** Which jobs a credential opens. */
    void opened(Context ctx) {
        Query query = Query.of(ctx, List.of("role", "cursor"));
        RecommendationRequest request = Body.of(ctx, RecommendationRequest.class);
        answer(
                ctx,
                request.asOf(),
                Reply.REVALIDATE,
                () -> Freshness.generation(catalogue),
                OpenedJobs::generation,
                () -> recommender
                        .opened(ctx.pathParam("id"), request, query.one("role"), query.one("cursor"))
                        .orElseThrow(() -> new Refusal(Sort.NOT_FOUND, "There is no credential with this id.")));
    }

    void group(Context ctx) {
        Query.of(ctx, List.of());
        GroupRequest request = Body.of(ctx, GroupRequest.class);
        answer(
                ctx,
                request.asOf(),
                Reply.REVALIDATE,
                () -> Freshness.generation(catalogue),
                GroupPlan::generation,
                () -> recommender.group(request));
    }

    void demand(Context ctx) {
        Query query = Query.of(ctx, List.of("region", "limit", "asOf"));
        int limit = query.number("limit", RecordResource.DEFAULT_LIMIT, 1, RecommendationRequest.MAX_LIMIT);
        DemandRequest request = new DemandRequest(query.one("region"), limit, query.day("asOf"));
        answer(
                ctx,
                request.asOf(),
                Reply.REVALIDATE,
                () -> Freshness.generation(catalogue),
                DemandReport::generation,
                () -> recommender.demand(request));
    }

    private <A> void recommend(
            Context ctx, Supplier<String> generation, Function<RecommendationRequest, Recommendations<A>> question) {
        Query.of(ctx, List.of());
        RecommendationRequest request = Body.of(ctx, RecommendationRequest.class);
        answer(
                ctx,
                request.asOf(),
                Reply.REVALIDATE,
                generation,
                Recommendations::generation,
                () -> question.apply(request));
    }

    private <A> void answer(
            Context ctx,
            Optional<LocalDate> asOf,
            String caching,
            Supplier<String> generation,
            Function<A, String> generationOf,
            Supplier<A> question) {
        String day = asOf.orElseGet(() -> LocalDate.now(clock)).toString();
        ctx.header("Cache-Control", caching);
        if (Freshness.isHeld(ctx, Freshness.tag(generation.get(), Body.bytes(ctx), day))) return;
        A answer = question.get();
        ctx.header("ETag", Freshness.tag(generationOf.apply(answer), Body.bytes(ctx), day));
        Reply.json(ctx, answer);
    }
}
