package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Page;
import dev.rung.catalogue.Search;
import dev.rung.formats.ImportReport;
import dev.rung.formats.Intake;
import dev.rung.formats.Ledger;
import dev.rung.formats.Progress;
import dev.rung.json.Json;
import dev.rung.match.Recommender;
import dev.rung.person.Candidate;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The records of one kind: put, get, delete, list. A write is answered once it is durable.
 *
 * @param <T> the record's type
 */
final class RecordResource<T> {
    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 200;

    private final Catalogue catalogue;
    private final Recommender recommender;
    private final Kind<T> kind;

    RecordResource(Catalogue catalogue, Recommender recommender, Kind<T> kind) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.kind = kind;
    }

    /**
     * One page of a listing.
     *
     * @param items the records
     * @param next cursor of the next page; none: this is the last
     * @param total how many there are on all pages
     * @param generation of the catalogue that they are from
     */
    record Listing<T>(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<T> items,
            Optional<String> next,
            long total,
            String generation) {}

    void get(Context ctx) {
        Query.of(ctx, List.of());
        try (CatalogueView view = catalogue.view()) {
            T record = view.find(kind, ctx.pathParam("id")).orElseThrow(this::notFound);
            ctx.header("Cache-Control", caching());
            if (Freshness.isHeld(ctx, Freshness.tag(view.generation()))) return;
            Reply.json(ctx, shown(record));
        }
    }

    void list(Context ctx) {
        Query query = Query.of(ctx, List.of("q", "filter", "limit", "cursor"));
        Search search = new Search(
                query.one("q"),
                FilterSyntax.parse(kind, query.all("filter")),
                query.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT),
                query.one("cursor"));
        try (CatalogueView view = catalogue.view()) {
            Page<T> page = view.search(kind, search);
            ctx.header("Cache-Control", caching());
            if (Freshness.isHeld(ctx, Freshness.tag(view.generation()))) return;
            Reply.json(
                    ctx,
                    new Listing<>(
                            page.items(),
                            page.next(),
                            page.total(),
                            view.generation().token()));
        }
    }

    void put(Context ctx) throws IOException {
        Query.of(ctx, List.of());
        String id = ctx.pathParam("id");
        byte[] line = Json.write(withId(Body.of(ctx, JsonNode.class), id));
        boolean isNew;
        try (CatalogueView view = catalogue.view()) {
            isNew = view.find(kind, id).isEmpty();
        }
        take(line);
        try (CatalogueView view = catalogue.view()) {
            T record = view.find(kind, id).orElseThrow(this::notFound);
            ctx.status(isNew ? 201 : 200);
            if (isNew) ctx.header("Location", "/v1/" + kind.plural() + "/" + encoded(id));
            Reply.json(ctx, shown(record));
        }
    }

    void delete(Context ctx) {
        Query.of(ctx, List.of());
        String id = ctx.pathParam("id");
        try (CatalogueView view = catalogue.view()) {
            if (view.find(kind, id).isEmpty()) throw notFound();
        }
        catalogue.write(List.of(Change.remove(kind, id)));
        ctx.status(204);
    }

    /** One record enters as many do: by the same checks, with the same completion. */
    private void take(byte[] line) throws IOException {
        try (Intake intake = new Intake(catalogue, recommender::extractor, new Ledger(), Progress.NONE, false)) {
            intake.ndjson(kind, "body", new ByteArrayInputStream(line));
            ImportReport report = intake.report();
            if (!report.errors().isEmpty()) throw Refusal.of(report.errors());
        }
    }

    private static ObjectNode withId(JsonNode body, String id) {
        if (!(body instanceof ObjectNode fields)) {
            throw Refusal.at(Sort.INVALID_VALUE, "", "must be an object with fields");
        }
        if (!fields.has("id")) fields.put("id", id);
        if (fields.path("id").isTextual() && fields.path("id").textValue().equals(id)) return fields;
        throw Refusal.at(Sort.INVALID_VALUE, "/id", "must be the id in the address, or be left out");
    }

    /** Of people, what recruiters may see; the rest is in their export. */
    private static Object shown(Object record) {
        return record instanceof Candidate candidate ? candidate.shown() : record;
    }

    private String caching() {
        return kind == Kind.CANDIDATES ? Reply.FORGET : Reply.REVALIDATE;
    }

    private Refusal notFound() {
        String singular = kind.plural().substring(0, kind.plural().length() - 1);
        return new Refusal(Sort.NOT_FOUND, "There is no " + singular + " with this id.");
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
