package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.match.CredentialCard;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommender;
import dev.rung.match.SimilarCredentials;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a credential is worth: as JSON, for one person, and as a page; and what else teaches the same. */
final class CardResource {
    private static final byte[] NO_BODY = new byte[0];

    private final Catalogue catalogue;
    private final Recommender recommender;
    private final Clock clock;

    CardResource(Catalogue catalogue, Recommender recommender, Clock clock) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.clock = clock;
    }

    void card(Context ctx) {
        LocalDate day = day(ctx);
        if (isHeld(ctx, day.toString())) return;
        Reply.json(ctx, found(recommender.card(ctx.pathParam("id"), Optional.empty(), Optional.of(day))));
    }

    void cardForSomebody(Context ctx) {
        Query.of(ctx, List.of());
        RecommendationRequest asker = Body.of(ctx, RecommendationRequest.class);
        Reply.json(ctx, found(recommender.card(ctx.pathParam("id"), Optional.of(asker), Optional.empty())));
    }

    void similar(Context ctx) {
        int limit = Query.of(ctx, List.of("limit"))
                .number("limit", RecommendationRequest.DEFAULT_LIMIT, 1, RecommendationRequest.MAX_LIMIT);
        if (isHeld(ctx, "")) return;
        Optional<SimilarCredentials> similar = recommender.similar(ctx.pathParam("id"), limit);
        Reply.json(ctx, found(similar));
    }

    void page(Context ctx) {
        LocalDate day = day(ctx);
        ctx.header("Content-Security-Policy", CardPage.POLICY);
        if (isHeld(ctx, day.toString())) return;
        Optional<CredentialCard> card = recommender.card(ctx.pathParam("id"), Optional.empty(), Optional.of(day));
        ctx.status(card.isPresent() ? 200 : 404);
        String html = card.map(CardPage::of).orElseGet(CardPage::ofNone);
        ctx.contentType("text/html; charset=utf-8").result(html.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the caller holds the answer of that day; of a credential that there is not, nobody holds one, and it is not to be kept. */
    private boolean isHeld(Context ctx, String day) {
        try (CatalogueView view = catalogue.view()) {
            if (view.find(Kind.CREDENTIALS, ctx.pathParam("id")).isEmpty()) return false;
            ctx.header("Cache-Control", Reply.REVALIDATE);
            return Freshness.isHeld(ctx, Freshness.tag(view.generation().token(), NO_BODY, day));
        }
    }

    private LocalDate day(Context ctx) {
        return Query.of(ctx, List.of("asOf")).day("asOf").orElseGet(() -> LocalDate.now(clock));
    }

    private static <T> T found(Optional<T> answer) {
        return answer.orElseThrow(() -> new Refusal(Sort.NOT_FOUND, "There is no credential with this id."));
    }
}
