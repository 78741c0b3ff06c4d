package dev.rung.badge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a badge, whatever form somebody gave them: one value or a list of them, text or an object with the text in it. */
final class Fields {
    /** Most values of one field that are looked at. */
    private static final int MAX = 100;
    /** Longest text that is looked at, in characters; criteria run to a few thousand. */
    private static final int MAX_TEXT = 10_000;

    private Fields() {}

    /** The values of a field, one or many. */
    static List<JsonNode> each(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) return List.of();
        if (!node.isArray()) return List.of(node);
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode value : node) if (values.size() < MAX) values.add(value);
        return values;
    }

    /** A text that is not blank, also from a map of languages ({@code {"en": …}}) or a list, of which the first counts. */
    static Optional<String> text(JsonNode node) {
        if (node.isTextual() || node.isNumber()) {
            String text = node.asText().strip();
            if (text.isEmpty()) return Optional.empty();
            return Optional.of(text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT));
        }
        if (node.isArray() && !node.isEmpty()) return text(node.get(0));
        return node.path("en").isTextual() ? text(node.path("en")) : Optional.empty();
    }

    /** The id of an object, or the text that stands for one. */
    static Optional<String> id(JsonNode node) {
        return text(node.isObject() ? node.path("id") : node);
    }
}
