package dev.rung.trust.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import java.io.IOException;
import java.util.Optional;

/** 1EdTech's revocation list: {@code {"id": …, "issuer": …, "revokedCredentials": [{"id": …, "revoked": true, "revocationReason": …}]}}. */
final class RevocationList {
    private RevocationList() {}

    static ObjectNode read(byte[] bytes) throws StatusProblem {
        try {
            if (Json.mapper().readTree(bytes) instanceof ObjectNode list
                    && entries(list).isArray()) return list;
        } catch (IOException e) {
            throw malformed();
        }
        throw malformed();
    }

    /** Why a credential was revoked, blank if no reason is given; empty if it was not, or not any more. */
    static Optional<String> reason(ObjectNode list, String id) {
        for (JsonNode entry : entries(list)) {
            String revoked = entry.isObject() ? entry.path("id").asText() : entry.asText();
            if (revoked.equals(id) && entry.path("revoked").asBoolean(true)) {
                return Optional.of(entry.path("revocationReason").asText());
            }
        }
        return Optional.empty();
    }

    private static JsonNode entries(ObjectNode list) {
        return list.has("revokedCredentials") ? list.path("revokedCredentials") : list.path("revokedCredential");
    }

    private static StatusProblem malformed() {
        return new StatusProblem("status_list_malformed", "The revocation list is not JSON with revokedCredentials.");
    }
}
