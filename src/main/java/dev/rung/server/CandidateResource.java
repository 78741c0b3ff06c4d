package dev.rung.server;

import dev.rung.badge.Achievement;
import dev.rung.badge.BadgeReader;
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

/** What a person is owed: everything that is held about them in one document, and to be forgotten. */
final class CandidateResource {
    private final Catalogue catalogue;
    private final Recommender recommender;

    CandidateResource(Catalogue catalogue, Recommender recommender) {
        this.catalogue = catalogue;
        this.recommender = recommender;
    }

    /**
     * Everything that is held about a person.
     *
     * @param generation of the catalogue
     * @param candidate the record, as it was written
     * @param understood what is derived from it and searched by
     * @param achievements what the badges among it were taken to say
     */
    record Export(String generation, Candidate candidate, Understanding understood, List<Achievement> achievements) {}

    void export(Context ctx) {
        Query.of(ctx, List.of());
        Candidate candidate;
        String generation;
        List<Achievement> achievements;
        try (CatalogueView view = catalogue.view()) {
            candidate = find(view, ctx.pathParam("id"));
            generation = view.generation().token();
            BadgeReader reader = new BadgeReader(view.taxonomy(), recommender.extractor(view));
            achievements = HeldCredentialResource.understood(candidate.profile().credentials(), reader);
        }
        ctx.header("Cache-Control", Reply.FORGET);
        ctx.header("Content-Disposition", "attachment; filename=\"candidate.json\"");
        Reply.json(ctx, new Export(generation, candidate, recommender.understand(candidate.profile()), achievements));
    }

    /** Removes a person from searches and then from the disk, and answers when both are done. */
    void erase(Context ctx) {
        Query.of(ctx, List.of());
        String id = ctx.pathParam("id");
        try (CatalogueView view = catalogue.view()) {
            find(view, id);
        }
        catalogue.write(List.of(Change.remove(Kind.CANDIDATES, id)));
        catalogue.purge();
        ctx.status(204);
    }

    private static Candidate find(CatalogueView view, String id) {
        return view.find(Kind.CANDIDATES, id)
                .orElseThrow(() -> new Refusal(Sort.NOT_FOUND, "There is no candidate with this id."));
    }
}
