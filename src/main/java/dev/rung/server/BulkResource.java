package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.server.BulkReport.LineError;
import dev.rung.server.Lines.Line;
import dev.rung.server.Problem.Sort;
import dev.rung.skill.InvalidField;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes many records of one kind, one JSON document a line, and reports on each line that was refused; the others go in. What has been written is
 * durable before the answer begins, and stays when a stream breaks off or grows too large: then the problem carries the report so far.
 *
 * @param <T> the record's type
 */
final class BulkResource<T> {
    private static final int BATCH = 1_000;

    private final Catalogue catalogue;
    private final Preparation preparation;
    private final Kind<T> kind;
    private final Limits limits;

    BulkResource(Catalogue catalogue, Preparation preparation, Kind<T> kind, Limits limits) {
        this.catalogue = catalogue;
        this.preparation = preparation;
        this.kind = kind;
        this.limits = limits;
    }

    void load(Context ctx) throws IOException {
        Query.of(ctx, List.of());
        Loading loading = new Loading();
        Lines lines = new Lines(Body.LINES.stream(ctx, limits), limits.jsonBytes());
        try {
            for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isBlank()) loading.take(line.get());
            }
        } catch (Refusal e) {
            loading.flush();
            throw e.after(loading.report());
        }
        loading.flush();
        Reply.json(ctx, loading.report());
    }

    /** One stream under way. */
    private final class Loading {
        private final Map<String, Long> lineOfId = new HashMap<>();
        private final List<Line> batch = new ArrayList<>();
        private final List<LineError> errors = new ArrayList<>();
        private int read;
        private int accepted;
        private int rejected;

        void take(Line line) {
            if (read == limits.bulkLines()) {
                throw new Refusal(
                        Sort.TOO_LARGE,
                        "A stream must not have more than " + limits.bulkLines() + " records; send the rest from line "
                                + line.number() + " on in another one.");
            }
            read++;
            batch.add(line);
            if (batch.size() == BATCH) flush();
        }

        void flush() {
            List<Change> changes = new ArrayList<>(batch.size());
            try (CatalogueView view = catalogue.view()) {
                for (Line line : batch) change(line, view).ifPresent(changes::add);
            }
            batch.clear();
            if (!changes.isEmpty()) catalogue.write(changes);
            accepted += changes.size();
        }

        private Optional<Change> change(Line line, CatalogueView view) {
            if (line.isTooLong()) {
                return reject(line, "", "is longer than " + limits.jsonBytes() + " bytes");
            }
            try {
                T record = preparation.prepare(kind, Json.read(line.bytes(), kind.type()), view);
                Long before = lineOfId.putIfAbsent(kind.idOf(record), line.number());
                if (before != null) return reject(line, "/id", "repeats the id of line " + before);
                return Optional.of(Change.put(kind, record));
            } catch (InvalidJson e) {
                return reject(line, e.pointer(), e.problem());
            } catch (InvalidField e) {
                return reject(line, "/" + e.field(), e.problem());
            }
        }

        private Optional<Change> reject(Line line, String field, String message) {
            rejected++;
            if (errors.size() < BulkReport.MAX_ERRORS) {
                errors.add(new LineError(
                        line.number(), field.isEmpty() ? Optional.empty() : Optional.of(field), message));
            }
            return Optional.empty();
        }

        BulkReport report() {
            return new BulkReport(read, accepted, rejected, errors, rejected - errors.size());
        }
    }
}
