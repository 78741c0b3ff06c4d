package dev.rung.server;

import dev.rung.audit.Decision;
import dev.rung.audit.Decisions;
import dev.rung.badge.Achievement;
import dev.rung.badge.BadgeReader;
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
    private final Decisions decisions;
    private final Events events;
    private final Recommender recommender;

    CandidateResource(Catalogue catalogue, Decisions decisions, Events events, Recommender recommender) {
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.events = events;
        this.recommender = recommender;
    }

    /**
     * Everything that is held about a person.
     *
     * @param generation of the catalogue
     * @param candidate the record, as it was written; none: there is none, but decisions or events
     * @param understood what is derived from it and searched by
     * @param achievements what the badges among it were taken to say
     * @param decisions the records of answers in which they were shown, as far as these are about them
     * @param events what was reported of them, in time
     */
    record Export(
            String generation,
            Optional<Candidate> candidate,
            Optional<Understanding> understood,
            List<Achievement> achievements,
            List<Decision> decisions,
            List<Event> events) {}

    void export(Context ctx) {
        Query.of(ctx, List.of());
        String id = ctx.pathParam("id");
        Optional<Candidate> candidate;
        String generation;
        List<Achievement> achievements;
        try (CatalogueView view = catalogue.view()) {
            candidate = view.find(Kind.CANDIDATES, id);
            generation = view.generation().token();
            BadgeReader reader = new BadgeReader(view.taxonomy(), recommender.extractor(view));
            achievements = candidate
                    .map(c -> HeldCredentialResource.understood(c.profile().credentials(), reader))
                    .orElse(List.of());
        }
        List<Decision> shown = decisions.of(id);
        List<Event> reported = events.of(id);
        if (candidate.isEmpty() && shown.isEmpty() && reported.isEmpty()) throw nobody();
        ctx.header("Cache-Control", Reply.FORGET);
        ctx.header("Content-Disposition", "attachment; filename=\"candidate.json\"");
        Optional<Understanding> understood = candidate.map(c -> recommender.understand(c.profile()));
        Reply.json(ctx, new Export(generation, candidate, understood, achievements, shown, reported));
    }

    /**
     * Takes a person out of decision records and out of every count, then out of searches and off the disk, and answers when all is done. In this order, so that
     * whoever is only half erased when the machine stops can still be found and erased.
     */
    void erase(Context ctx) {
        Query.of(ctx, List.of());
        String id = ctx.pathParam("id");
        boolean isCandidate;
        try (CatalogueView view = catalogue.view()) {
            isCandidate = view.find(Kind.CANDIDATES, id).isPresent();
        }
        int shown = decisions.erase(id);
        int reported = events.erase(id);
        if (!isCandidate && shown == 0 && reported == 0) throw nobody();
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
