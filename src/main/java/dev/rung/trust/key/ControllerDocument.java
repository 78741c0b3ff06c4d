package dev.rung.trust.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A document in which somebody lists the keys that may speak for them: a DID document, or an issuer's profile with
 * {@code verificationMethod}.
 *
 * @param id whose it is
 * @param json the document
 */
public record ControllerDocument(String id, ObjectNode json) {
    /**
     * The key that the document lists under a name for making assertions.
     *
     * @throws UnusableKey {@code key_not_listed} if it is not there, {@code key_not_for_assertion} if it is there for something else,
     *     {@code key_revoked} or {@code key_expired} at that moment, or what is wrong with the key itself
     */
    public PublicKey assertionKey(String name, Instant at) throws UnusableKey {
        JsonNode method = null;
        for (JsonNode entry : each(json.path("assertionMethod"))) {
            if (!absolute(
                            entry.isTextual()
                                    ? entry.textValue()
                                    : entry.path("id").asText())
                    .equals(name)) continue;
            method = entry.isObject() ? entry : listed(name);
            if (method.isMissingNode()) {
                throw new UnusableKey(
                        "key_not_listed", id + " names " + name + " for assertions but does not give the key.");
            }
            break;
        }
        if (method == null) {
            if (listed(name).isMissingNode()) {
                throw new UnusableKey(
                        "key_not_listed", "The document of " + id + " does not list the key " + name + ".");
            }
            throw new UnusableKey(
                    "key_not_for_assertion",
                    "The document of " + id + " lists the key " + name + ", but not for assertionMethod.");
        }
        String controller = method.path("controller").asText(id);
        if (!controller.equals(id)) {
            throw new UnusableKey(
                    "key_not_listed", "The key " + name + " is controlled by " + controller + ", not by " + id + ".");
        }
        inTime(method, "revoked", "key_revoked", name, at);
        inTime(method, "expires", "key_expired", name, at);
        return key(method);
    }

    /** Whether the document names this key, its own or another's, for making assertions. */
    public boolean lists(String name) {
        for (JsonNode entry : each(json.path("assertionMethod"))) {
            if (absolute(
                            entry.isTextual()
                                    ? entry.textValue()
                                    : entry.path("id").asText())
                    .equals(name)) return true;
        }
        return false;
    }

    /** Under which name the document lists this key for making assertions; empty if it does not. */
    public Optional<String> nameOf(PublicKey key, Instant at) {
        for (JsonNode entry : each(json.path("assertionMethod"))) {
            String name = absolute(
                    entry.isTextual() ? entry.textValue() : entry.path("id").asText());
            if (isUnder(name, key, at)) return Optional.of(name);
        }
        return Optional.empty();
    }

    private boolean isUnder(String name, PublicKey key, Instant at) {
        try {
            return assertionKey(name, at).equals(key);
        } catch (UnusableKey e) {
            return false; // one key that is no good says nothing about the others
        }
    }

    private JsonNode listed(String name) {
        for (JsonNode method : each(json.path("verificationMethod"))) {
            if (absolute(method.path("id").asText()).equals(name)) return method;
        }
        return json.path("no such method");
    }

    private String absolute(String reference) {
        return reference.startsWith("#") ? id + reference : reference;
    }

    private static PublicKey key(JsonNode method) throws UnusableKey {
        if (method.path("publicKeyMultibase").isTextual()) {
            return PublicKeys.multikey(method.path("publicKeyMultibase").textValue());
        }
        if (method.path("publicKeyJwk").isObject()) return PublicKeys.jwk(method.path("publicKeyJwk"));
        if (method.path("publicKeyBase58").isTextual()) {
            return PublicKeys.ed25519Base58(method.path("publicKeyBase58").textValue());
        }
        throw new UnusableKey(
                "key_malformed", "A key must be given as publicKeyMultibase, publicKeyJwk or publicKeyBase58.");
    }

    private static void inTime(JsonNode method, String field, String code, String name, Instant at) throws UnusableKey {
        if (!method.has(field)) return;
        try {
            if (!at.isBefore(OffsetDateTime.parse(method.path(field).asText()).toInstant())) {
                throw new UnusableKey(
                        code,
                        "The key " + name + " counts no more since "
                                + method.path(field).asText() + ".");
            }
        } catch (DateTimeException e) {
            throw new UnusableKey("key_malformed", "The key " + name + " has a " + field + " that is no time.");
        }
    }

    private static Iterable<JsonNode> each(JsonNode node) {
        return node.isArray() ? node : node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
    }
}
