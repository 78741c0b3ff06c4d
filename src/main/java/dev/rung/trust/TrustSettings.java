package dev.rung.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.trust.fetch.Fetch;
import dev.rung.trust.key.ControllerDocument;
import dev.rung.trust.registry.IssuerRegistry;
import dev.rung.trust.status.StatusLists;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operator trusts, and how far a check may go. Start from {@link #OFFLINE} and add:
 *
 * <pre>{@code
 * TrustSettings.OFFLINE.withDocument(didJson).withRegistry(colleges).at(Instant.parse("2026-01-01T00:00:00Z"))
 * }</pre>
 *
 * @param documents documents of did:web and https issuers that list their keys, by id
 * @param statusLists status lists at hand
 * @param registries who vouches for issuers
 * @param fetch where documents come from that nobody supplied
 * @param clock what time it is
 * @param maxBytes longest document that is looked at
 * @param timeLimit longest that one document may take, with all that it holds
 */
public record TrustSettings(
        Map<String, ControllerDocument> documents,
        List<StatusLists.Supplied> statusLists,
        List<IssuerRegistry> registries,
        Fetch fetch,
        Clock clock,
        int maxBytes,
        Duration timeLimit) {
    /** Nothing is fetched and nobody is known; 4 MB and 1.5 seconds a document. */
    public static final TrustSettings OFFLINE = new TrustSettings(
            Map.of(), List.of(), List.of(), Fetch.NEVER, Clock.systemUTC(), 4_000_000, Duration.ofMillis(1_500));

    public TrustSettings {
        documents = Map.copyOf(documents);
        statusLists = List.copyOf(statusLists);
        registries = List.copyOf(registries);
    }

    /**
     * With a DID document, or an issuer's profile, that lists keys.
     *
     * @throws InvalidJson if it is no JSON object with an {@code id}
     */
    public TrustSettings withDocument(byte[] document) throws InvalidJson {
        try {
            JsonNode json = Json.mapper().readTree(document);
            if (!(json instanceof ObjectNode object))
                throw new InvalidJson("", "must be a JSON object: a DID document or issuer profile");
            String id = object.path("id").asText();
            if (id.isBlank()) throw new InvalidJson("/id", "is required: whose keys the document lists");
            Map<String, ControllerDocument> more = new HashMap<>(documents);
            more.put(id, new ControllerDocument(id, object));
            return new TrustSettings(more, statusLists, registries, fetch, clock, maxBytes, timeLimit);
        } catch (IOException e) {
            throw new InvalidJson("", "is not well-formed JSON");
        }
    }

    /** With a status list; see {@link StatusLists.Supplied} for the addresses it stands for. */
    public TrustSettings withStatusList(String fileName, byte[] list) {
        List<String> ids = new ArrayList<>();
        try {
            ObjectNode credential = Presented.read(list, maxBytes).credential();
            for (String id : List.of(
                    credential.path("id").asText(),
                    credential.path("credentialSubject").path("id").asText().replaceFirst("#.*", ""))) {
                if (!id.isBlank()) ids.add(id);
            }
        } catch (Unreadable e) {
            ids.clear(); // found by its file's name; what is wrong with it is told when it is needed
        }
        List<StatusLists.Supplied> more = new ArrayList<>(statusLists);
        more.add(new StatusLists.Supplied(ids, fileName, list));
        return new TrustSettings(documents, more, registries, fetch, clock, maxBytes, timeLimit);
    }

    /** With one more registry. */
    public TrustSettings withRegistry(IssuerRegistry registry) {
        List<IssuerRegistry> more = new ArrayList<>(registries);
        more.add(registry);
        return new TrustSettings(documents, statusLists, more, fetch, clock, maxBytes, timeLimit);
    }

    /** With documents from elsewhere. */
    public TrustSettings withFetch(Fetch other) {
        return new TrustSettings(documents, statusLists, registries, other, clock, maxBytes, timeLimit);
    }

    /** As if it were that moment. */
    public TrustSettings at(Instant moment) {
        return new TrustSettings(
                documents, statusLists, registries, fetch, Clock.fixed(moment, ZoneOffset.UTC), maxBytes, timeLimit);
    }

    /** With more, or less, time for each document. */
    public TrustSettings withTimeLimit(Duration limit) {
        return new TrustSettings(documents, statusLists, registries, fetch, clock, maxBytes, limit);
    }
}
