package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Generation;
import dev.rung.evaluation.Evaluation;
import dev.rung.evaluation.GoldenCases;
import dev.rung.formats.ImportNote;
import dev.rung.match.Recommender;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What whoever runs a catalogue wants to know about it: what was imported lately, and how good its answers are. */
final class OperatorResource {
    private final Catalogue catalogue;
    private final Recommender recommender;
    private final Notes notes;
    private final GoldenCases cases = GoldenCases.ofStarter();
    private final Clock clock;

    OperatorResource(Catalogue catalogue, Recommender recommender, Notes notes, Clock clock) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.notes = notes;
        this.clock = clock;
    }

    /** @param imports newest first */
    record Imports(@JsonInclude(JsonInclude.Include.ALWAYS) List<ImportNote> imports) {}

    /** @param evaluations newest first */
    record Evaluations(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Evaluation> evaluations) {}

    /** @param set of cases to ask; {@code golden} */
    record Which(String set) {
        Which {
            if (!Evaluation.GOLDEN.equals(Check.present("set", set))) throw new InvalidField("set", "must be golden");
        }
    }

    void imports(Context ctx) {
        Query.of(ctx, List.of());
        Reply.json(ctx, new Imports(notes.imports().all()));
    }

    void evaluations(Context ctx) {
        Query.of(ctx, List.of());
        Reply.json(ctx, new Evaluations(notes.evaluations().all()));
    }

    /** Asks the golden cases now, of the catalogue as it is. */
    void evaluate(Context ctx) {
        Query.of(ctx, List.of());
        Body.of(ctx, Which.class);
        GoldenCases.Report report = cases.run(recommender);
        Evaluation evaluation = Evaluation.of(Instant.now(clock), generation(), report);
        notes.evaluations().add(evaluation);
        Reply.json(ctx, evaluation);
    }

    private Generation generation() {
        try (CatalogueView view = catalogue.view()) {
            return view.generation();
        }
    }
}
