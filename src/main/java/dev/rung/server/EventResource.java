package dev.rung.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.behaviour.Event;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.formats.EventIntake;
import dev.rung.formats.Ledger;
import dev.rung.formats.Progress;
import dev.rung.json.InvalidJson;
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

    /**
     * What became of one event.
     *
     * @param notes what is odd about it, as in the report about many
     */
    record Recorded(int recorded, int known, List<Note> notes) {}

    /**
     * Something odd.
     *
     * @param at JSON pointer into the event
     */
    record Note(String at, String message) {}

    void record(Context ctx) {
        Query.of(ctx, List.of());
        ObjectNode json = Body.of(ctx, ObjectNode.class);
        try (CatalogueView view = catalogue.view()) {
            EventIntake intake =
                    new EventIntake(events, view, recommender::extractor, new Ledger(), Progress.NONE, false);
            Event event = intake.read(json);
            Events.Receipt receipt = events.record(List.of(event));
            List<Note> notes = intake.noteOf(event).stream()
                    .map(note -> new Note("/credential", note))
                    .toList();
            Reply.json(ctx, new Recorded(receipt.recorded(), receipt.known(), notes));
        } catch (InvalidJson e) {
            throw Refusal.of(e);
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
