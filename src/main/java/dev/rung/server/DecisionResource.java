package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.audit.Decision;
import dev.rung.audit.DecisionSheet;
import dev.rung.audit.Decisions;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Who was shown to recruiters, and for what: to be looked at by those who answer for it. */
final class DecisionResource {
    private final Decisions decisions;

    DecisionResource(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * One page of decision records, oldest first.
     *
     * @param items the records
     * @param next cursor of the next page; none: this is the last
     */
    record Listing(@JsonInclude(JsonInclude.Include.ALWAYS) List<Decision> items, Optional<String> next) {}

    void list(Context ctx) {
        Query query = Query.of(ctx, List.of("limit", "cursor"));
        int limit = query.number("limit", RecordResource.DEFAULT_LIMIT, 1, RecordResource.MAX_LIMIT);
        List<Decision> items = decisions.list(query.one("cursor"), limit + 1);
        List<Decision> page = items.subList(0, Math.min(limit, items.size()));
        Optional<String> next =
                items.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty();
        Reply.json(ctx, new Listing(page, next));
    }

    void get(Context ctx) {
        Query.of(ctx, List.of());
        Reply.json(
                ctx,
                decisions
                        .find(ctx.pathParam("id"))
                        .orElseThrow(() -> new Refusal(Sort.NOT_FOUND, "There is no decision with this id.")));
    }

    /** Written to a file first, and sent from there once the place among the working is given back: somebody who reads slowly keeps nobody waiting. */
    void sheet(Context ctx) throws IOException {
        Query.of(ctx, List.of());
        Path sheet = Files.createTempFile("rung-decisions", ".csv");
        try {
            write(sheet);
            ctx.result(Files.newInputStream(sheet, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(sheet);
            throw e;
        }
        ctx.contentType("text/csv; charset=utf-8");
        ctx.header("Content-Disposition", "attachment; filename=\"decisions.csv\"");
    }

    private void write(Path sheet) throws IOException {
        try (Writer out = Files.newBufferedWriter(sheet)) {
            out.write(DecisionSheet.header());
            decisions.each(decision -> {
                try {
                    out.write(DecisionSheet.rows(decision));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
