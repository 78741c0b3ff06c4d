package dev.rung.trust.linked;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Expanded JSON-LD as RDF statements, by the standard's "Deserialize JSON-LD to RDF". What has no statement of its own (a relative IRI,
 * an index, a text direction) is dropped, as the standard says, but not in silence: {@link #dropped()} tells.
 */
final class Quads {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    /** An absolute IRI with nothing in it that N-Quads cannot write between angle brackets (RFC 3987 and N-Quads' IRIREF). */
    private static final Pattern ABSOLUTE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]*", Pattern.DOTALL);

    private static final Pattern BLANK = Pattern.compile("_:[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private final RdfQuadConsumer out;
    private final Map<String, String> given = new HashMap<>();
    private int blanks;
    private int statements;
    private @Nullable String dropped;

    Quads(RdfQuadConsumer out) {
        this.out = out;
    }

    void document(JsonArray expanded) throws NotCanonical, RdfConsumerException {
        for (JsonValue top : expanded) node(top, null);
        if (statements == 0) drop("everything in it");
    }

    /** The first thing in the document that no statement says; empty if all of it is covered. */
    Optional<String> dropped() {
        return Optional.ofNullable(dropped);
    }

    /** Writes what is said about a node and answers its name; none if it has one that RDF cannot take. */
    private @Nullable String node(JsonValue value, @Nullable String graph) throws NotCanonical, RdfConsumerException {
        if (!(value instanceof JsonObject node)) return drop("a value that belongs to nothing");
        String subject = node.containsKey("@id") ? resource(node.get("@id")) : fresh();
        for (Map.Entry<String, JsonValue> entry : node.entrySet()) {
            String key = entry.getKey();
            switch (key) {
                case "@id" -> {}
                case "@type" -> {
                    for (JsonValue type : entry.getValue().asJsonArray()) {
                        quad(subject, RDF + "type", resource(type), null, null, graph);
                    }
                }
                case "@graph" -> {
                    for (JsonValue inner : entry.getValue().asJsonArray()) node(inner, subject);
                }
                case "@included" -> {
                    for (JsonValue other : entry.getValue().asJsonArray()) node(other, graph);
                }
                case "@reverse" -> {
                    for (Map.Entry<String, JsonValue> reverse :
                            entry.getValue().asJsonObject().entrySet()) {
                        for (JsonValue other : reverse.getValue().asJsonArray()) {
                            quad(node(other, graph), property(reverse.getKey()), subject, null, null, graph);
                        }
                    }
                }
                default -> {
                    String property = property(key);
                    if (property == null) continue; // what is below a word without meaning has none either
                    for (JsonValue object : entry.getValue().asJsonArray()) object(subject, property, object, graph);
                }
            }
        }
        return subject;
    }

    private void object(@Nullable String subject, @Nullable String property, JsonValue value, @Nullable String graph)
            throws NotCanonical, RdfConsumerException {
        if (!(value instanceof JsonObject object)) {
            drop("a bare value under " + property);
            return;
        }
        if (object.containsKey("@value")) literal(subject, property, object, graph);
        else if (object.containsKey("@list"))
            quad(subject, property, list(object.getJsonArray("@list"), graph), null, null, graph);
        else quad(subject, property, node(object, graph), null, null, graph);
    }

    private String list(List<JsonValue> items, @Nullable String graph) throws NotCanonical, RdfConsumerException {
        String next = RDF + "nil";
        for (int i = items.size() - 1; i >= 0; i--) {
            String cell = fresh();
            object(cell, RDF + "first", items.get(i), graph);
            quad(cell, RDF + "rest", next, null, null, graph);
            next = cell;
        }
        return next;
    }

    private void literal(@Nullable String subject, @Nullable String property, JsonObject object, @Nullable String graph)
            throws NotCanonical, RdfConsumerException {
        for (String key : object.keySet()) {
            if (!key.equals("@value") && !key.equals("@type") && !key.equals("@language")) drop(key);
        }
        JsonValue value = object.get("@value");
        if (value == null) {
            drop("a value that is missing");
            return;
        }
        String type = object.containsKey("@type") ? object.getString("@type") : null;
        if ("@json".equals(type)) {
            quad(subject, property, CanonicalJson.of(value), RDF + "JSON", null, graph);
            return;
        }
        if (type != null) {
            type = absolute(type);
            if (type == null) return;
        }
        if (object.containsKey("@language")) {
            String language = object.getString("@language");
            if (!LANGUAGE.matcher(language).matches()) {
                drop("the language tag " + language);
                return;
            }
            quad(subject, property, ((JsonString) value).getString(), RDF + "langString", language, graph);
            return;
        }
        switch (value.getValueType()) {
            case TRUE, FALSE ->
                quad(subject, property, value.toString(), type == null ? XSD + "boolean" : type, null, graph);
            case NUMBER -> number(subject, property, ((JsonNumber) value).doubleValue(), type, graph);
            default ->
                quad(
                        subject,
                        property,
                        ((JsonString) value).getString(),
                        type == null ? XSD + "string" : type,
                        null,
                        graph);
        }
    }

    /** As JSON-LD's toRdf writes native numbers: integers below 10^21 as such, everything else as a canonical xsd:double. */
    private void number(
            @Nullable String subject,
            @Nullable String property,
            double number,
            @Nullable String type,
            @Nullable String graph)
            throws RdfConsumerException {
        if (!Double.isFinite(number)) {
            drop("a number beyond all numbers");
            return;
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e21;
        if (whole && !(XSD + "double").equals(type)) {
            String digits = new BigDecimal(number).toBigInteger().toString();
            quad(subject, property, digits, type == null ? XSD + "integer" : type, null, graph);
        } else {
            quad(subject, property, CanonicalJson.xsdDouble(number), type == null ? XSD + "double" : type, null, graph);
        }
    }

    private void quad(
            @Nullable String subject,
            @Nullable String property,
            @Nullable String object,
            @Nullable String type,
            @Nullable String language,
            @Nullable String graph)
            throws RdfConsumerException {
        if (subject == null || property == null || object == null) return;
        statements++;
        write(out, subject, property, object, type, language, graph);
    }

    /** The interface takes null for what a statement does not have, but does not say so. */
    @SuppressWarnings("NullAway")
    private static void write(
            RdfQuadConsumer out,
            String subject,
            String property,
            String object,
            @Nullable String type,
            @Nullable String language,
            @Nullable String graph)
            throws RdfConsumerException {
        out.quad(subject, property, object, type, language, null, graph);
    }

    private @Nullable String resource(@Nullable JsonValue id) {
        if (!(id instanceof JsonString string)) return drop("an identifier that is no string");
        String name = string.getString();
        if (!name.startsWith("_:")) return absolute(name);
        if (!BLANK.matcher(name).matches()) return drop("the blank node " + name);
        return given.computeIfAbsent(name, n -> fresh());
    }

    private @Nullable String property(String key) {
        return key.startsWith("_:") || key.startsWith("@") ? drop(key) : absolute(key);
    }

    private @Nullable String absolute(String iri) {
        return ABSOLUTE.matcher(iri).matches() ? iri : drop(iri);
    }

    private String fresh() {
        return "_:n" + blanks++;
    }

    private @Nullable String drop(String what) {
        if (dropped == null) dropped = what.length() > 80 ? what.substring(0, 80) + "…" : what;
        return null;
    }
}
