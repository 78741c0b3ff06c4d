package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.pathway.Pathfinder;
import dev.rung.pathway.PathwayRequest;
import dev.rung.pathway.Pathways;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The way ahead, step by step. */
final class PathwayResource {
    private final Catalogue catalogue;
    private final Pathfinder pathfinder;
    private final Clock clock;

    PathwayResource(Catalogue catalogue, Pathfinder pathfinder, Clock clock) {
        this.catalogue = catalogue;
        this.pathfinder = pathfinder;
        this.clock = clock;
    }

    void find(Context ctx) {
        Query.of(ctx, List.of());
        PathwayRequest request = Body.of(ctx, PathwayRequest.class);
        String day = request.asOf().orElseGet(() -> LocalDate.now(clock)).toString();
        ctx.header("Cache-Control", Reply.REVALIDATE);
        if (Freshness.isHeld(ctx, Freshness.tag(Freshness.generation(catalogue), Body.bytes(ctx), day))) return;
        Pathways answer = pathfinder.find(request);
        ctx.header("ETag", Freshness.tag(answer.generation(), Body.bytes(ctx), day));
        Reply.json(ctx, answer);
    }
}
