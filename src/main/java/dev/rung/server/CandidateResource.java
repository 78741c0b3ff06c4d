package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.match.Recommender;
import dev.rung.privacy.PersonExport;
import dev.rung.privacy.PersonalData;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.util.List;

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

    void export(Context ctx) {
        Query.of(ctx, List.of());
        PersonExport export = PersonExport.of(ctx.pathParam("id"), people, catalogue, recommender)
                .orElseThrow(CandidateResource::nobody);
        ctx.header("Cache-Control", Reply.FORGET);
        ctx.header("Content-Disposition", "attachment; filename=\"candidate.json\"");
        Reply.json(ctx, export);
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
