package dev.rung.server;

import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.util.List;

/** {@code /v1/reindex}: a new generation of the catalogue, while the old one answers. */
final class ReindexResource {
    private final Reindexing reindexing;

    ReindexResource(Reindexing reindexing) {
        this.reindexing = reindexing;
    }

    void state(Context ctx) {
        Query.of(ctx, List.of());
        Reply.json(ctx, reindexing.state());
    }

    void begin(Context ctx) {
        Query.of(ctx, List.of());
        Reindexing.State begun = reindexing
                .begin()
                .orElseThrow(() -> new Refusal(
                        Sort.CONFLICT,
                        "The catalogue is being built anew already; ask GET /v1/reindex how far it is."));
        ctx.status(202);
        Reply.json(ctx, begun);
    }
}
