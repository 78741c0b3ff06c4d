package dev.rung.trust.linked;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON-LD contexts that are known, all of them local. Whoever can change a context can change what a signed document says, so the
 * file they are in is pinned by its digest, and an address that is not in it is never looked up anywhere else.
 */
final class Contexts implements DocumentLoader {
    private static final String FILE = "contexts.terms";
    /** SHA-256 of {@value #FILE}; whoever changes a term changes this on purpose. */
    private static final String DIGEST = "f0bab166c1d1d1d602c15309dd9980d1e30fddb01ab85a3333ba300275c2038b";

    static final Contexts KNOWN = new Contexts();

    private final Map<String, JsonObject> byAddress;
    private final Map<String, Document> documents;
    /** Every term of every context, and every IRI that one stands for. */
    private final Set<String> words = new HashSet<>();

    private Contexts() {
        byAddress = TermFile.read(pinned());
        byAddress.values().forEach(this::collect);
        documents = byAddress.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> JsonDocument.of(e.getValue())));
    }

    /** Every address that is known. */
    Set<String> addresses() {
        return byAddress.keySet();
    }

    /** The context as {@code {"@context": …}}. */
    JsonObject at(String address) {
        JsonObject context = byAddress.get(address);
        if (context == null) throw new IllegalArgumentException("no context for " + address);
        return context;
    }

    /** Whether any context has a term for this IRI, or a prefix to write it with. */
    boolean hasWordFor(String iri, String prefix) {
        return words.contains(iri) || words.contains(prefix);
    }

    private void collect(JsonObject context) {
        context.forEach((term, value) -> {
            words.add(term);
            if (value instanceof JsonString iri) words.add(iri.getString());
            else if (value instanceof JsonObject definition) collect(definition);
        });
    }

    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
        Document document = documents.get(url.toString());
        if (document == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "no context is kept for " + url);
        }
        return document;
    }

    private static String pinned() {
        try (InputStream in = Contexts.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException(FILE + " is missing from the program");
            byte[] bytes = in.readAllBytes();
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!digest.equals(DIGEST)) {
                throw new IllegalStateException(FILE + " is not the one this program was made with: " + digest);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
