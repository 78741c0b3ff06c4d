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
 *
 * <p>In some contexts a property and a type stand for the same IRI ({@code criteria} and {@code Criteria} of Open Badges 3.0). The standard
 * words of both kinds tell themselves apart by their first letter, so a property with a capital or a type without one is not plain either.
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
                } else if (name.startsWith("@") || name.contains(":") || startsWithCapital(name)) {
                    return Optional.of("the name " + name + " is not a plain word for a property");
                } else if (name.equals("type")) {
                    for (JsonNode type : entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue())) {
                        if (!isPlainType(type.asText())) {
                            return Optional.of("the type " + type.asText() + " is not a plain word for a type");
                        }
                    }
                }
            }
        }
        for (JsonNode child : node) {
            Optional<String> fault = child.isContainerNode() ? faultWithin(child) : Optional.empty();
            if (fault.isPresent()) return fault;
        }
        return Optional.empty();
    }

    private static boolean startsWithCapital(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
    }

    /** A word with a capital, or an IRI that no context here has a word for. */
    private static boolean isPlainType(String type) {
        int colon = type.indexOf(':');
        if (colon >= 0) return !Contexts.KNOWN.hasWordFor(type, type.substring(0, colon));
        return !type.isEmpty() && !Character.isLowerCase(type.codePointAt(0));
    }
}
