package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.match.CandidateRequest;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommendations;
import dev.rung.match.Recommender;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
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
    private final Clock clock;

    RecommendationResource(Catalogue catalogue, Recommender recommender, Clock clock) {
        this.catalogue = catalogue;
        this.recommender = recommender;
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

    void candidates(Context ctx) {
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
        Query.of(ctx, java.util.List.of());
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
