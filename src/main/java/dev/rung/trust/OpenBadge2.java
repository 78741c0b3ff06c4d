package dev.rung.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.trust.key.ControllerDocument;
import dev.rung.trust.key.PublicKeys;
import dev.rung.trust.key.UnusableKey;
import dev.rung.trust.part.Part;
import java.util.Map;
import java.util.Optional;

/**
 * Open Badges 2.0, as far as it can be checked without asking the issuer's server: a signed badge if the issuer's key is at hand, a hosted
 * one not at all, since being there is its only proof.
 */
final class OpenBadge2 {
    private OpenBadge2() {}

    /** The issuer, if the badge class is inside the assertion and not just linked. */
    static Optional<String> issuer(Presented document) {
        JsonNode issuer = document.credential().path("badge").path("issuer");
        String id = issuer.isObject() ? issuer.path("id").asText() : issuer.asText();
        return id.isBlank() ? Optional.empty() : Optional.of(id);
    }

    static Part status(Presented document) {
        return document.credential().path("revoked").asBoolean()
                ? Part.invalid(
                        Part.STATUS,
                        "revoked",
                        "It says itself that it was revoked. "
                                + document.credential().path("revocationReason").asText())
                : Part.unknown(
                        Part.STATUS, "status_elsewhere", "Whether it was revoked only its issuer's server can tell.");
    }

    static Part signature(Presented document, Map<String, ControllerDocument> documents) {
        if (document.token().isEmpty()) {
            return Part.unknown(
                    Part.SIGNATURE,
                    "hosted",
                    "A hosted badge carries no signature; only its issuer's server can confirm it.");
        }
        String creator =
                document.credential().path("verification").path("creator").asText();
        ControllerDocument key = documents.get(creator);
        if (key == null) {
            return Part.unknown(
                    Part.SIGNATURE,
                    "key_document_missing",
                    "The document of the key " + creator + " is not at hand; supply it, or allow fetching.");
        }
        ObjectNode json = key.json();
        Optional<String> issuer = issuer(document);
        if (issuer.isEmpty()) {
            return Part.unknown(
                    Part.SIGNATURE,
                    "issuer_document_missing",
                    "Its badge class is only linked, so its issuer is not known here.");
        }
        if (!json.path("owner").asText().equals(issuer.get())) {
            return Part.invalid(Part.SIGNATURE, "key_not_issuers", "The key " + creator + " is not the issuer's.");
        }
        ControllerDocument profile = documents.get(issuer.get());
        if (profile == null || !names(profile.json().path("publicKey"), creator)) {
            return Part.unknown(
                    Part.SIGNATURE,
                    "issuer_document_missing",
                    "No profile of the issuer " + issuer.get() + " is at hand that lists the key " + creator
                            + " as its own.");
        }
        try {
            return document.token()
                    .get()
                    .checkWith(PublicKeys.pem(json.path("publicKeyPem").asText()), creator);
        } catch (UnusableKey e) {
            return Part.unknown(Part.SIGNATURE, e.code(), e.sentence());
        }
    }

    private static boolean names(JsonNode keys, String name) {
        if (keys.isArray()) {
            for (JsonNode key : keys) if (names(key, name)) return true;
            return false;
        }
        return (keys.isObject() ? keys.path("id").asText() : keys.asText()).equals(name);
    }
}
