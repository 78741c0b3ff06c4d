package dev.rung.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The credentials and endorsements that a credential holds, as JSON or as tokens. What these hold is theirs to say. */
final class HeldInside {
    /** Most that are looked at in one document: a transcript has a few dozen. */
    static final int MAX = 200;

    private static final Set<String> PLACES = Set.of("verifiableCredential", "endorsement", "endorsementJwt");

    private HeldInside() {}

    /**
     * One of them.
     *
     * @param pointer where it is
     * @param node the credential as JSON, or a token as text
     */
    record Found(String pointer, JsonNode node) {
        Presented read() throws Unreadable {
            return Presented.read(node.isTextual() ? node.textValue() : node.toString());
        }
    }

    static List<Found> of(ObjectNode credential) {
        List<Found> found = new ArrayList<>();
        search(credential, "", found);
        return found;
    }

    private static void search(JsonNode node, String pointer, List<Found> found) {
        if (found.size() > MAX) return;
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                String below = pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
                if (PLACES.contains(entry.getKey())) take(entry.getValue(), below, found);
                else search(entry.getValue(), below, found);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) search(node.get(i), pointer + "/" + i, found);
        }
    }

    private static void take(JsonNode node, String pointer, List<Found> found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size() && found.size() <= MAX; i++) take(node.get(i), pointer + "/" + i, found);
        } else if (node.isObject() || node.isTextual()) {
            found.add(new Found(pointer, node));
        }
    }
}
