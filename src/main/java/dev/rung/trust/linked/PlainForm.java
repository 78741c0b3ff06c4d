package dev.rung.trust.linked;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a signed document's JSON can be read by its names.
 *
 * <p>A proof over statements says nothing about the JSON they were written in: {@code expirationDate} may be renamed to a full IRI, or to a
 * new word that a context of one's own maps to the same IRI, and the proof still matches, but whoever looks for
 * {@code expirationDate} finds none. So names count only in plain form: a W3C credentials context comes first, every context is one
 * that is kept here, and no name is a JSON-LD keyword or an IRI. (VC Data Model 2.0, section 6.1, asks issuers for the same.)
 */
public final class PlainForm {
    private static final List<String> FIRST =
            List.of("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1");

    private PlainForm() {}

    /** What is not plain about a document, as the end of a sentence; empty if it is plain. */
    public static Optional<String> fault(ObjectNode document) {
        JsonNode contexts = document.path("@context");
        String first = contexts.isArray() ? contexts.path(0).asText() : contexts.asText();
        if (!FIRST.contains(first)) return Optional.of("its first context is not one of W3C credentials");
        return faultWithin(document);
    }

    private static Optional<String> faultWithin(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                String name = entry.getKey();
                if (name.equals("@context")) {
                    for (JsonNode context : entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue())) {
                        if (!context.isTextual()) return Optional.of("it brings a context of its own");
                    }
                } else if (name.startsWith("@") || name.contains(":")) {
                    return Optional.of("the name " + name + " is not a plain word");
                }
            }
        }
        for (JsonNode child : node) {
            Optional<String> fault = child.isContainerNode() ? faultWithin(child) : Optional.empty();
            if (fault.isPresent()) return fault;
        }
        return Optional.empty();
    }
}
