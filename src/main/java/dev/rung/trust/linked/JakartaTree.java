package dev.rung.trust.linked;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Rung's JSON trees as those of the JSON-LD library. */
final class JakartaTree {
    private JakartaTree() {}

    static JsonObject of(com.fasterxml.jackson.databind.node.ObjectNode object) {
        JsonObjectBuilder copy = Json.createObjectBuilder();
        object.properties().forEach(e -> copy.add(e.getKey(), value(e.getValue())));
        return copy.build();
    }

    private static JsonValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> of((com.fasterxml.jackson.databind.node.ObjectNode) node);
            case ARRAY -> {
                JsonArrayBuilder copy = Json.createArrayBuilder();
                node.forEach(child -> copy.add(value(child)));
                yield copy.build();
            }
            case STRING -> Json.createValue(node.textValue());
            case BOOLEAN -> node.booleanValue() ? JsonValue.TRUE : JsonValue.FALSE;
            case NUMBER ->
                Double.isFinite(node.doubleValue())
                        ? Json.createValue(node.decimalValue())
                        : Json.createValue(node.asText()); // beyond all numbers: only a text can hold it
            default -> JsonValue.NULL;
        };
    }
}
