package dev.rung.trust.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.person.Verdict;
import dev.rung.trust.part.Moments;
import dev.rung.trust.part.Part;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of issuers that somebody vouches for.
 *
 * <p>Read from a file in Rung's own form, or in that of the Digital Credentials Consortium:
 *
 * <pre>
 * {"name": "State colleges", "issuers": [
 *   {"id": "did:web:college.example", "name": "The College"},
 *   {"id": "https://old.example/issuer", "name": "Old School", "withdrawn": "2025-07-01T00:00:00Z"}]}
 *
 * {"meta": {…}, "registry": {"did:key:z6Mk…": {"name": "The College", "url": "https://college.example"}}}
 * </pre>
 *
 * <p>That no registry knows an issuer makes nothing false. {@code withdrawn} is when a registry stopped vouching.
 *
 * @param name what people call the registry
 * @param issuers the issuers by id: a DID or a URL
 */
public record IssuerRegistry(String name, Map<String, Entry> issuers) {
    public IssuerRegistry {
        issuers = Map.copyOf(issuers);
    }

    /**
     * An issuer in a registry.
     *
     * @param name what people call it
     * @param withdrawn since when the registry no longer vouches for it
     */
    public record Entry(String name, Optional<Instant> withdrawn) {}

    /**
     * Reads a registry file.
     *
     * @param fallbackName what to call it if it does not say
     * @throws InvalidJson where it is in neither form
     */
    public static IssuerRegistry read(byte[] bytes, String fallbackName) throws InvalidJson {
        JsonNode json;
        try {
            json = Json.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new InvalidJson("", "is not well-formed JSON");
        }
        Map<String, Entry> issuers = new HashMap<>();
        if (json.path("registry").isObject()) {
            for (Map.Entry<String, JsonNode> entry : json.path("registry").properties()) {
                issuers.put(entry.getKey(), entry(entry.getValue(), entry.getKey(), "/registry/" + entry.getKey()));
            }
        } else if (json.path("issuers").isArray()) {
            int i = 0;
            for (JsonNode entry : json.path("issuers")) {
                String at = "/issuers/" + i++;
                String id = entry.path("id").asText();
                if (id.isBlank()) throw new InvalidJson(at + "/id", "is required: a DID or a URL");
                issuers.put(id, entry(entry, id, at));
            }
        } else {
            throw new InvalidJson("", "must have issuers (a list) or registry (an object): a file of known issuers");
        }
        String name = json.path("name").asText(json.path("meta").path("name").asText());
        return new IssuerRegistry(name.isBlank() ? fallbackName : name, issuers);
    }

    private static Entry entry(JsonNode json, String id, String at) throws InvalidJson {
        Optional<Instant> withdrawn = Optional.empty();
        if (json.has("withdrawn")) {
            withdrawn = Moments.readLoosely(json.path("withdrawn").asText());
            if (withdrawn.isEmpty())
                throw new InvalidJson(at + "/withdrawn", "must be a time such as 2025-07-01T00:00:00Z");
        }
        return new Entry(json.path("name").asText(id), withdrawn);
    }

    /** What the registries say about an issuer: each one that knows it is named. */
    public static Part ask(List<IssuerRegistry> registries, String issuer, Instant at) {
        if (registries.isEmpty()) {
            return Part.unknown(Part.ISSUER, "no_registry", "No registry was given to look the issuer up in.");
        }
        Part all = null;
        for (IssuerRegistry registry : registries) {
            Entry entry = registry.issuers.get(issuer);
            if (entry == null) continue;
            boolean gone = entry.withdrawn.map(when -> !at.isBefore(when)).orElse(false);
            Part part = gone
                    ? Part.invalid(
                            Part.ISSUER,
                            "issuer_withdrawn",
                            registry.name + " no longer vouches for " + entry.name + ".")
                    : Part.valid(
                            Part.ISSUER,
                            Verdict.ISSUER_KNOWN,
                            registry.name + " knows the issuer as " + entry.name + ".");
            Part said = part.by(registry.name);
            all = all == null ? said : all.both(said);
        }
        if (all != null) return all;
        return Part.unknown(
                Part.ISSUER,
                "issuer_not_in_registry",
                "None of the registries knows " + issuer + "; that makes nothing false.");
    }
}
