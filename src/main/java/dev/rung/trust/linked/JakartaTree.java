package dev.rung.trust.linked;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

/** Rung's JSON trees as those of the JSON-LD library. */
final class JakartaTree {
    /** Held: the static methods of {@code Json} look the provider up anew for each value, which costs more than all the rest. */
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JakartaTree() {}

    static JsonObject of(ObjectNode object) {
        JsonObjectBuilder copy = PROVIDER.createObjectBuilder();
        object.properties().forEach(e -> copy.add(e.getKey(), value(e.getValue())));
        return copy.build();
    }

    private static JsonValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> of((ObjectNode) node);
            case ARRAY -> {
                JsonArrayBuilder copy = PROVIDER.createArrayBuilder();
                node.forEach(child -> copy.add(value(child)));
                yield copy.build();
            }
            case STRING -> PROVIDER.createValue(node.textValue());
            case BOOLEAN -> node.booleanValue() ? JsonValue.TRUE : JsonValue.FALSE;
            case NUMBER ->
                Double.isFinite(node.doubleValue())
                        ? PROVIDER.createValue(node.decimalValue())
                        : PROVIDER.createValue(node.asText()); // beyond all numbers: only a text can hold it
            default -> JsonValue.NULL;
        };
    }
}
