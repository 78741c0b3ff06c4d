package dev.rung.trust.linked;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The statements that a JSON-LD document makes, as canonical N-Quads (RDFC-1.0 with SHA-256): what the {@code …-rdfc-…} suites sign.
 *
 * <pre>{@code
 * new String(Statements.of(badge, "SHA-256", Duration.ofSeconds(1)).canonical(), UTF_8);
 * // <did:key:z6Mk…> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://purl.imsglobal.org/…#Profile> .
 * }</pre>
 *
 * <p>JSON-LD leaves out, without a word, whatever it has no term for. A signature over the rest would then seem to cover words that
 * anyone could have added, so {@link #uncovered()} tells what was left out.
 *
 * <p>Thread-safe. A hostile graph can make canonical order take exponential time: {@code atMost} bounds it.
 *
 * @param canonical the statements as N-Quads in UTF-8
 * @param uncovered the first thing in the document that none of them says; empty if all of it is covered
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
public record Statements(byte[] canonical, Optional<String> uncovered) {
    /** The library logs each odd word it meets; what strangers write must not fill the operator's log. Held, or its level is forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("com.apicatalog");

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    /**
     * Reads a document's statements.
     *
     * @param hash of RDFC-1.0: SHA-256 or SHA-384
     * @throws NotCanonical if a context is not known, the document is not JSON-LD, or it takes too long
     */
    public static Statements of(ObjectNode document, String hash, Duration atMost) throws NotCanonical {
        Optional<String> strange = strangeContext(document);
        if (strange.isPresent()) {
            throw new NotCanonical(
                    "unknown_context",
                    "The JSON-LD context " + strange.get() + " is not known here, and contexts are never fetched.");
        }
        Expanded expanded = expanded(JakartaTree.of(document), atMost);
        RdfCanon canon = RdfCanon.create(hash, new RdfCanonTimeTicker(atMost.toMillis()));
        StringWriter text = new StringWriter(4096);
        try {
            Quads quads = new Quads(canon);
            quads.document(expanded.nodes);
            canon.provide(new NQuadsWriter(text));
            return new Statements(
                    text.toString().getBytes(StandardCharsets.UTF_8), expanded.undefined.or(quads::dropped));
        } catch (RdfConsumerException e) {
            throw new NotCanonical("not_json_ld", "Its statements cannot be written as RDF.");
        } catch (IllegalStateException e) {
            throw new NotCanonical("out_of_time", "Its statements take too long to bring into canonical order.");
        }
    }

    /** The first context address, at any depth, that is not known. */
    private static Optional<String> strangeContext(JsonNode node) {
        if (node instanceof ObjectNode object) {
            JsonNode context = object.get("@context");
            if (context != null) {
                for (JsonNode one : context.isArray() ? context : List.of(context)) {
                    if (one.isTextual() && !Contexts.KNOWN.addresses().contains(one.textValue())) {
                        return Optional.of(one.textValue());
                    }
                }
            }
        }
        for (JsonNode child : node) {
            Optional<String> found = child.isContainerNode() ? strangeContext(child) : Optional.empty();
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Expanded expanded(JsonObject document, Duration atMost) throws NotCanonical {
        try {
            try {
                return new Expanded(expand(document, JsonLdOptions.ProcessingPolicy.Fail, atMost), Optional.empty());
            } catch (JsonLdError e) {
                if (e.getCode() != JsonLdErrorCode.UNDEFINED_TERM) throw e;
                return new Expanded(
                        expand(document, JsonLdOptions.ProcessingPolicy.Ignore, atMost),
                        Optional.of(String.valueOf(e.getMessage())));
            }
        } catch (JsonLdError e) {
            if (e.getCode() == JsonLdErrorCode.PROCESSING_TIMEOUT_EXCEEDED) {
                throw new NotCanonical("out_of_time", "It takes too long to read as JSON-LD.");
            }
            throw new NotCanonical("not_json_ld", "It is not JSON-LD: " + e.getMessage() + ".");
        } catch (RuntimeException e) {
            // The library answers some malformed documents with whatever its internals threw.
            throw new NotCanonical("not_json_ld", "It is not JSON-LD that can be read.");
        }
    }

    private static JsonArray expand(JsonObject document, JsonLdOptions.ProcessingPolicy undefined, Duration atMost)
            throws JsonLdError {
        JsonLdOptions options = new JsonLdOptions(Contexts.KNOWN);
        options.setUndefinedTermsPolicy(undefined);
        options.setTimeout(atMost);
        return JsonLd.expand(JsonDocument.of(document)).options(options).get();
    }

    private record Expanded(JsonArray nodes, Optional<String> undefined) {}
}
