package dev.rung.server;

import dev.rung.behaviour.Event;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.match.Recommender;
import dev.rung.match.Understanding;
import dev.rung.person.Candidate;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** What a person is owed: everything that is held about them in one document, and to be forgotten. */
final class CandidateResource {
    private final Catalogue catalogue;
    private final Events events;
    private final Recommender recommender;

    CandidateResource(Catalogue catalogue, Events events, Recommender recommender) {
        this.catalogue = catalogue;
        this.events = events;
        this.recommender = recommender;
    }

    /**
     * Everything that is held about a person.
     *
     * @param generation of the catalogue
     * @param candidate the record, as it was written; none: there is none, but events
     * @param understood what is derived from it and searched by
     * @param events what was reported of them, in time
     */
    record Export(
            String generation, Optional<Candidate> candidate, Optional<Understanding> understood, List<Event> events) {}

    void export(Context ctx) {
        Query.of(ctx, List.of());
        String id = ctx.pathParam("id");
        Optional<Candidate> candidate;
        String generation;
        try (CatalogueView view = catalogue.view()) {
            candidate = view.find(Kind.CANDIDATES, id);
            generation = view.generation().token();
        }
        List<Event> reported = events.of(id);
        if (candidate.isEmpty() && reported.isEmpty()) throw nobody();
        ctx.header("Cache-Control", Reply.FORGET);
        ctx.header("Content-Disposition", "attachment; filename=\"candidate.json\"");
        Optional<Understanding> understood = candidate.map(c -> recommender.understand(c.profile()));
        Reply.json(ctx, new Export(generation, candidate, understood, reported));
    }

    /** Removes a person from searches, from every count and from the disk, and answers when all is done. */
    void erase(Context ctx) {
        Query.of(ctx, List.of());
        String id = ctx.pathParam("id");
        boolean isCandidate;
        try (CatalogueView view = catalogue.view()) {
            isCandidate = view.find(Kind.CANDIDATES, id).isPresent();
        }
        int gone = events.erase(id);
        if (!isCandidate && gone == 0) throw nobody();
        if (isCandidate) {
            catalogue.write(List.of(Change.remove(Kind.CANDIDATES, id)));
            catalogue.purge();
        }
        ctx.status(204);
    }

    private static Refusal nobody() {
        return new Refusal(Sort.NOT_FOUND, "There is no candidate with this id, and nothing was reported of one.");
    }
}
