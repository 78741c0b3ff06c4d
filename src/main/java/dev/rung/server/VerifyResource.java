package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.badge.Achievement;
import dev.rung.badge.BadgeReader;
import dev.rung.badge.BadgeReport;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.Recommender;
import dev.rung.server.Problem.Sort;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import dev.rung.trust.CredentialDocument;
import dev.rung.trust.TrustSettings;
import dev.rung.trust.Unreadable;
import dev.rung.trust.Verifier;
import dev.rung.trust.part.Moments;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks badges that are handed in and keeps nothing of them. Whatever is in them, the answer says what could and could not be found out. */
final class VerifyResource {
    /** What an answer calls a badge that is the whole body. */
    private static final String BODY = "body";

    private static final int MOST_AT_ONCE = 20;
    private static final Pattern DATA = Pattern.compile("data:image/(?:png|svg\\+xml);base64,(.+)", Pattern.DOTALL);

    private final Catalogue catalogue;
    private final Recommender recommender;
    private final TrustDesk trust;

    VerifyResource(Catalogue catalogue, Recommender recommender, TrustDesk trust) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.trust = trust;
    }

    /**
     * Several badges, with what is needed to check them.
     *
     * @param credentials badges as JSON, tokens as text, images as data URLs
     * @param documents DID documents and issuer profiles; they are believed for this answer only, and never over the operator's own
     * @param statusLists status lists, likewise
     * @param at as if it were that moment
     */
    record Several(
            List<JsonNode> credentials, List<JsonNode> documents, List<JsonNode> statusLists, Optional<Instant> at) {
        Several {
            credentials = bounded("credentials", credentials);
            documents = bounded("documents", documents);
            statusLists = bounded("statusLists", statusLists);
            at = Check.optional(at);
        }

        private static List<JsonNode> bounded(String field, List<JsonNode> values) {
            List<JsonNode> list = Check.list(field, values);
            if (list.size() > MOST_AT_ONCE) {
                throw new InvalidField(field, "must not have more than " + MOST_AT_ONCE + " entries");
            }
            return list;
        }
    }

    /** One report a badge, in the same order. */
    record Reports(@JsonInclude(JsonInclude.Include.ALWAYS) List<BadgeReport> results) {}

    void verify(Context ctx) {
        Query query = Query.of(ctx, List.of("at", "skills"));
        Optional<Instant> at = at(query);
        boolean skills = query.flag("skills");
        byte[] body = Body.bytes(ctx);
        ctx.header("Cache-Control", Reply.FORGET);
        Optional<Several> several = several(body);
        if (several.isEmpty()) {
            TrustSettings settings = at.map(trust.newest()::at).orElse(trust.newest());
            Reply.json(ctx, report(BODY, body, settings, skills));
            return;
        }
        TrustSettings settings = supplied(several.get());
        Optional<Instant> moment = several.get().at().or(() -> at);
        TrustSettings then = moment.map(settings::at).orElse(settings);
        List<BadgeReport> reports = new ArrayList<>();
        for (JsonNode each : several.get().credentials()) {
            reports.add(report("/credentials/" + reports.size(), bytes(each), then, skills));
        }
        Reply.json(ctx, new Reports(reports));
    }

    /** The moment for which to check, if the query names one. */
    static Optional<Instant> at(Query query) {
        return query.one("at").map(text -> Moments.readLoosely(text)
                .orElseThrow(() -> Refusal.inQuery("at", "must be a time such as 2026-01-31T12:00:00Z")));
    }

    private BadgeReport report(String name, byte[] document, TrustSettings settings, boolean skills) {
        BadgeReport report = BadgeReport.of(name, Verifier.of(settings).verify(document));
        return skills ? report.understanding(understood(document, settings.maxBytes())) : report;
    }

    private List<Achievement> understood(byte[] document, int maxBytes) {
        try (CatalogueView view = catalogue.view()) {
            BadgeReader reader = new BadgeReader(view.taxonomy(), recommender.extractor(view));
            return reader.read(CredentialDocument.read(document, maxBytes));
        } catch (Unreadable e) {
            return List.of(); // the report says why
        }
    }

    /** A body that is a list of badges, and not one. */
    private static Optional<Several> several(byte[] body) {
        JsonNode json;
        try {
            json = Json.mapper().readTree(body);
        } catch (IOException e) {
            return Optional.empty();
        }
        boolean isList = json instanceof ObjectNode && json.path("credentials").isArray() && !json.has("@context");
        if (!isList) return Optional.empty();
        try {
            return Optional.of(Json.read(json, Several.class));
        } catch (InvalidJson e) {
            throw Refusal.of(e);
        }
    }

    private TrustSettings supplied(Several several) {
        TrustSettings settings = trust.newest();
        for (int i = 0; i < several.documents().size(); i++) {
            JsonNode document = several.documents().get(i);
            if (settings.documents().containsKey(document.path("id").asText())) continue;
            try {
                settings = settings.withDocument(Json.write(document));
            } catch (InvalidJson e) {
                throw Refusal.at(Sort.INVALID_VALUE, "/documents/" + i + e.pointer(), e.problem());
            }
        }
        for (JsonNode list : several.statusLists()) settings = settings.withStatusList("", bytes(list));
        return settings;
    }

    private static byte[] bytes(JsonNode document) {
        if (!document.isTextual()) return Json.write(document);
        Matcher data = DATA.matcher(document.textValue());
        if (data.matches()) {
            try {
                return Base64.getMimeDecoder().decode(data.group(1));
            } catch (IllegalArgumentException e) {
                return new byte[0]; // an image that is none, which the report says
            }
        }
        return document.textValue().getBytes(StandardCharsets.UTF_8);
    }
}
