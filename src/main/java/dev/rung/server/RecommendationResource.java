package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rung.audit.Decisions;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.match.CandidateAdvice;
import dev.rung.match.CandidateRequest;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommendations;
import dev.rung.match.Recommender;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The questions: which credential next, which role or job now, and who can really do it.
 *
 * <p>An answer depends on the question, the catalogue, the model and the day, and its entity tag is made of these. So a question that was asked before
 * and is sent with the old answer's tag in {@code If-None-Match} is answered with 304 before any work is done.
 */
final class RecommendationResource {
    private final Catalogue catalogue;
    private final Recommender recommender;
    private final Decisions decisions;
    private final Clock clock;

    RecommendationResource(Catalogue catalogue, Recommender recommender, Decisions decisions, Clock clock) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.decisions = decisions;
        this.clock = clock;
    }

    void credentials(Context ctx) {
        answer(
                ctx,
                RecommendationRequest.class,
                RecommendationRequest::asOf,
                recommender::credentials,
                recommender::generationOfCredentials,
                Reply.REVALIDATE);
    }

    void roles(Context ctx) {
        answer(
                ctx,
                RecommendationRequest.class,
                RecommendationRequest::asOf,
                recommender::roles,
                this::generation,
                Reply.REVALIDATE);
    }

    void jobs(Context ctx) {
        answer(
                ctx,
                RecommendationRequest.class,
                RecommendationRequest::asOf,
                recommender::jobs,
                this::generation,
                Reply.REVALIDATE);
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
        CandidateRequest request = Body.of(ctx, CandidateRequest.class);
        if (request.record()) {
            Query.of(ctx, List.of());
            Recommendations<CandidateAdvice> answer = recommender.candidates(request);
            Reply.json(
                    ctx,
                    new Recorded(
                            answer,
                            decisions.record(request, answer, Door.key(ctx)).id()));
            return;
        }
        answer(
                ctx,
                CandidateRequest.class,
                CandidateRequest::asOf,
                recommender::candidates,
                this::generation,
                Reply.FORGET);
    }

    private <Q, A> void answer(
            Context ctx,
            Class<Q> type,
            Function<Q, Optional<LocalDate>> asOf,
            Function<Q, Recommendations<A>> question,
            Supplier<String> generation,
            String caching) {
        Query.of(ctx, List.of());
        Q request = Body.of(ctx, type);
        String day = asOf.apply(request).orElseGet(() -> LocalDate.now(clock)).toString();
        ctx.header("Cache-Control", caching);
        if (Freshness.isHeld(ctx, Freshness.tag(generation.get(), Body.bytes(ctx), day))) return;
        Recommendations<A> answer = question.apply(request);
        ctx.header("ETag", Freshness.tag(answer.generation(), Body.bytes(ctx), day));
        Reply.json(ctx, answer);
    }

    private String generation() {
        try (CatalogueView view = catalogue.view()) {
            return view.generation().token();
        }
    }
}
