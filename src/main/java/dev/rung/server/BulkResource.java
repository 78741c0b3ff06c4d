package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Kind;
import dev.rung.formats.ImportNote;
import dev.rung.formats.ImportReport;
import dev.rung.formats.Intake;
import dev.rung.formats.Ledger;
import dev.rung.formats.Progress;
import dev.rung.json.Recent;
import dev.rung.match.Recommender;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes many records of one kind, one JSON document a line, and reports on each line that was refused; the others go in. What the report counts as
 * accepted is durable before the answer begins, and stays when a stream grows too large or arrives too slowly: then the problem carries the
 * report so far.
 *
 * @param <T> the record's type
 */
final class BulkResource<T> {
    private static final Logger LOG = LoggerFactory.getLogger(BulkResource.class);

    /** What a report calls the stream. */
    private static final String NAME = "body";

    private final Catalogue catalogue;
    private final Recommender recommender;
    private final Kind<T> kind;
    private final Recent<ImportNote> imports;
    private final Metrics metrics;
    private final Limits limits;

    BulkResource(
            Catalogue catalogue,
            Recommender recommender,
            Kind<T> kind,
            Recent<ImportNote> imports,
            Metrics metrics,
            Limits limits) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.kind = kind;
        this.imports = imports;
        this.metrics = metrics;
        this.limits = limits;
    }

    void load(Context ctx) throws IOException {
        Query.of(ctx, List.of());
        InputStream body = Body.LINES.stream(ctx, limits);
        try (Intake intake = new Intake(catalogue, recommender::extractor, new Ledger(), Progress.NONE, false)) {
            try {
                intake.ndjson(kind, NAME, body);
            } catch (Refusal e) {
                metrics.brokenOff(kind);
                remember(intake.report());
                throw e.after(intake.report());
            } catch (UncheckedIOException e) {
                if (!FullDisk.isReasonOf(e)) throw e;
                throw FullDisk.refusal().after(intake.report());
            }
            remember(intake.report());
            Reply.json(ctx, intake.report());
        }
    }

    /** What went in is in, whether it can be noted down or not. */
    private void remember(ImportReport report) {
        metrics.imported(kind, report);
        try {
            imports.add(ImportNote.of(Instant.now(), "http", kind.plural(), List.of(), report));
        } catch (UncheckedIOException e) {
            LOG.error("The import could not be noted down", e);
        }
    }
}
