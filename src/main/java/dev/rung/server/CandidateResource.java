package dev.rung.server;

import dev.rung.audit.Decision;
import dev.rung.badge.Achievement;
import dev.rung.badge.BadgeReader;
import dev.rung.behaviour.Event;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.match.Recommender;
import dev.rung.match.Understanding;
import dev.rung.person.Candidate;
import dev.rung.person.HeldCredential;
import dev.rung.privacy.PersonalData;
import dev.rung.privacy.PersonalData.Kept;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** What a person is owed: everything that is held about them in one document, and to be forgotten. */
final class CandidateResource {
    private final Catalogue catalogue;
    private final PersonalData people;
    private final Recommender recommender;

    CandidateResource(Catalogue catalogue, PersonalData people, Recommender recommender) {
        this.catalogue = catalogue;
        this.people = people;
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
        Kept kept = people.of(ctx.pathParam("id")).orElseThrow(CandidateResource::nobody);
        List<HeldCredential> held =
                kept.candidate().map(c -> c.profile().credentials()).orElse(List.of());
        List<Achievement> achievements;
        try (CatalogueView view = catalogue.view()) {
            BadgeReader reader = new BadgeReader(view.taxonomy(), recommender.extractor(view));
            achievements = HeldCredentialResource.understood(held, reader);
        }
        ctx.header("Cache-Control", Reply.FORGET);
        ctx.header("Content-Disposition", "attachment; filename=\"candidate.json\"");
        Reply.json(
                ctx,
                new Export(
                        kept.generation(),
                        kept.candidate(),
                        kept.candidate().map(c -> recommender.understand(c.profile())),
                        achievements,
                        kept.decisions(),
                        kept.events()));
    }

    /** Answers when all is done. */
    void erase(Context ctx) {
        Query.of(ctx, List.of());
        if (!people.erase(ctx.pathParam("id"))) throw nobody();
        ctx.status(204);
    }

    private static Refusal nobody() {
        return new Refusal(Sort.NOT_FOUND, "There is no candidate with this id, and nothing was reported of one.");
    }
}
