package dev.rung.trust.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.trust.fetch.Fetch;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the document that says which keys speak for somebody.
 *
 * <p>{@code did:key} and {@code did:jwk} carry their key in their name. For {@code did:web} and {@code https} the documents that the
 * operator supplied are asked first, then, only if fetching is on, the network.
 *
 * <p>Thread-safe.
 */
public final class Keyring {
    private static final String DID_KEY = "did:key:";
    private static final String DID_JWK = "did:jwk:";
    private static final String DID_WEB = "did:web:";

    private final Map<String, ControllerDocument> supplied;
    private final Fetch fetch;

    public Keyring(Map<String, ControllerDocument> supplied, Fetch fetch) {
        this.supplied = Map.copyOf(supplied);
        this.fetch = fetch;
    }

    /**
     * The document of whoever {@code id} names; empty if it is not known here.
     *
     * @throws UnusableKey if {@code id} is a key that cannot be read
     */
    public Optional<ControllerDocument> document(String id) throws UnusableKey {
        ControllerDocument known = supplied.get(id);
        if (known != null) return Optional.of(known);
        if (id.startsWith(DID_KEY)) return Optional.of(didKey(id));
        if (id.startsWith(DID_JWK)) return Optional.of(didJwk(id));
        Optional<String> address =
                id.startsWith(DID_WEB) ? webAddress(id) : id.startsWith("https:") ? Optional.of(id) : Optional.empty();
        return address.flatMap(fetch::get).flatMap(bytes -> read(id, bytes));
    }

    /**
     * The full name of a key and of the document it is in: {@code did:key:z6Mk…} without a fragment means its only key.
     */
    public static String keyName(String verificationMethod) {
        if (verificationMethod.startsWith(DID_KEY) && !verificationMethod.contains("#")) {
            return verificationMethod + "#" + verificationMethod.substring(DID_KEY.length());
        }
        if (verificationMethod.startsWith(DID_JWK) && !verificationMethod.contains("#"))
            return verificationMethod + "#0";
        return verificationMethod;
    }

    /** Whose document a key's name points into. */
    public static String owner(String keyName) {
        int hash = keyName.indexOf('#');
        return hash < 0 ? keyName : keyName.substring(0, hash);
    }

    private static ControllerDocument didKey(String did) throws UnusableKey {
        String key = did.substring(DID_KEY.length());
        PublicKeys.multikey(key);
        ObjectNode method = JsonNodeFactory.instance.objectNode();
        method.put("id", did + "#" + key).put("publicKeyMultibase", key);
        return holding(did, method);
    }

    private static ControllerDocument didJwk(String did) throws UnusableKey {
        try {
            JsonNode jwk = Json.mapper().readTree(Base64.getUrlDecoder().decode(did.substring(DID_JWK.length())));
            if (jwk == null || !jwk.isObject()) throw new UnusableKey("key_malformed", "The did:jwk holds no key.");
            if (jwk.path("use").asText("sig").equals("enc")) {
                throw new UnusableKey("key_not_for_assertion", "The key in the did:jwk is for encryption only.");
            }
            ObjectNode method = JsonNodeFactory.instance.objectNode();
            method.put("id", did + "#0").set("publicKeyJwk", jwk);
            return holding(did, method);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableKey("key_malformed", "The did:jwk holds no JSON in base64url.");
        }
    }

    private static ControllerDocument holding(String id, ObjectNode method) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).putArray("assertionMethod").add(method);
        return new ControllerDocument(id, json);
    }

    /** did:web:host%3A8443:a:b is at https://host:8443/a/b/did.json, did:web:host at https://host/.well-known/did.json. */
    private static Optional<String> webAddress(String did) {
        String[] parts = did.substring(DID_WEB.length()).split(":", -1);
        try {
            StringBuilder address = new StringBuilder("https://");
            for (int i = 0; i < parts.length; i++) {
                String part = URLDecoder.decode(parts[i], StandardCharsets.UTF_8);
                if (part.isEmpty() || part.contains("/") || part.equals("..")) return Optional.empty();
                address.append(i == 0 ? "" : "/").append(part);
            }
            return Optional.of(address.append(parts.length == 1 ? "/.well-known/did.json" : "/did.json")
                    .toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ControllerDocument> read(String id, byte[] bytes) {
        try {
            JsonNode json = Json.mapper().readTree(bytes);
            boolean itsOwn =
                    json instanceof ObjectNode && json.path("id").asText().equals(id);
            return itsOwn ? Optional.of(new ControllerDocument(id, (ObjectNode) json)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
