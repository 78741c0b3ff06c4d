package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Kind;
import dev.rung.formats.Intake;
import dev.rung.formats.Ledger;
import dev.rung.formats.Progress;
import dev.rung.match.Recommender;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Takes many records of one kind, one JSON document a line, and reports on each line that was refused; the others go in. What the report counts as
 * accepted is durable before the answer begins, and stays when a stream grows too large or arrives too slowly: then the problem carries the
 * report so far.
 *
 * @param <T> the record's type
 */
final class BulkResource<T> {
    /** What a report calls the stream. */
    private static final String NAME = "body";

    private final Catalogue catalogue;
    private final Recommender recommender;
    private final Kind<T> kind;
    private final Limits limits;

    BulkResource(Catalogue catalogue, Recommender recommender, Kind<T> kind, Limits limits) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.kind = kind;
        this.limits = limits;
    }

    void load(Context ctx) throws IOException {
        Query.of(ctx, List.of());
        InputStream body = Body.LINES.stream(ctx, limits);
        try (Intake intake = new Intake(catalogue, recommender::extractor, new Ledger(), Progress.NONE, false)) {
            try {
                intake.ndjson(kind, NAME, body);
            } catch (Refusal e) {
                throw e.after(intake.report());
            }
            Reply.json(ctx, intake.report());
        }
    }
}
