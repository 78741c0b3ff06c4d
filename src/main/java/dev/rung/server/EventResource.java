package dev.rung.server;

import dev.rung.behaviour.Event;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.formats.EventIntake;
import dev.rung.formats.Ledger;
import dev.rung.formats.Progress;
import dev.rung.match.Recommender;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Takes what people did: one event, or many, one a line. Answered once it is durable; the same event sent again changes nothing.
 */
final class EventResource {
    private final Events events;
    private final Catalogue catalogue;
    private final Recommender recommender;
    private final Limits limits;

    EventResource(Events events, Catalogue catalogue, Recommender recommender, Limits limits) {
        this.events = events;
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.limits = limits;
    }

    void record(Context ctx) {
        Query.of(ctx, List.of());
        Event event = Body.of(ctx, Event.class);
        try {
            Reply.json(ctx, events.record(List.of(event)));
        } catch (Events.ConflictingEvent e) {
            throw Refusal.at(Sort.CONFLICT, "/id", "stands for another event already");
        }
    }

    void load(Context ctx) throws IOException {
        Query.of(ctx, List.of());
        InputStream body = Body.LINES.stream(ctx, limits);
        try (CatalogueView view = catalogue.view()) {
            EventIntake intake =
                    new EventIntake(events, view, recommender::extractor, new Ledger(), Progress.NONE, false);
            try {
                intake.ndjson("body", body);
            } catch (Refusal e) {
                throw e.after(intake.report());
            } catch (UncheckedIOException e) {
                if (!FullDisk.isReasonOf(e)) throw e;
                throw FullDisk.refusal().after(intake.report());
            }
            Reply.json(ctx, intake.report());
        }
    }
}
