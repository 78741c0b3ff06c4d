package dev.rung.trust;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.trust.key.Keyring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The credentials that other people signed, which lie beside the project. Tests that need them are skipped where they are not. */
final class StandardsFolder {
    static final Path ROOT = Path.of("../shared/standards");

    private StandardsFolder() {}

    static void assumePresent() {
        assumeTrue(
                Files.isDirectory(ROOT),
                ROOT + " is not here: the samples of the standards are kept outside the project");
    }

    static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(String path) {
        try {
            return (ObjectNode) Json.mapper().readTree(bytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an independent program found for each embedded proof: path → results, in the order of the proofs. */
    static Map<String, List<String>> signatureResults() {
        Map<String, List<String>> results = new LinkedHashMap<>();
        for (String line : new String(bytes("SIGNATURE-RESULTS.tsv"), StandardCharsets.UTF_8).split("\n")) {
            String[] cells = line.split("\t");
            if (cells.length == 3)
                results.computeIfAbsent(cells[0], p -> new ArrayList<>()).add(cells[2]);
        }
        return results;
    }

    /** Settings with the DID documents and the status list that belong to the samples, and time enough on a busy machine. */
    static TrustSettings settings() throws InvalidJson {
        TrustSettings settings = TrustSettings.OFFLINE.withTimeLimit(Duration.ofSeconds(60));
        settings = settings.withDocument(bytes("dcc-vc-test-fixtures/dids/legacy/did.json"));
        settings = settings.withDocument(bytes("dcc-vc-test-fixtures/dids/oidf/did.json"));
        String list = "dcc-vc-test-fixtures/statusLists/didkey-ed25519Signature2020/e5WK8CbZ1GjycuPombrj";
        return settings.withStatusList("e5WK8CbZ1GjycuPombrj", bytes(list));
    }

    /**
     * The documents that the samples' https and did:web issuers would have to publish: each lists the key that stands in the proof's own
     * name for it. With them an answer says whether the signature matches that key.
     */
    static TrustSettings withKeysNamedInProofs(TrustSettings settings, JsonNode credential) throws InvalidJson {
        Map<String, List<String>> keys = new TreeMap<>();
        collect(credential, keys);
        for (Map.Entry<String, List<String>> owner : keys.entrySet()) {
            if (settings.documents().containsKey(owner.getKey())) continue;
            ObjectNode document = Json.mapper().createObjectNode().put("id", owner.getKey());
            for (String name : owner.getValue()) {
                document.withArray("assertionMethod")
                        .addObject()
                        .put("id", name)
                        .put("publicKeyMultibase", name.substring(name.indexOf('#') + 1));
            }
            settings = settings.withDocument(Json.write(document));
        }
        return settings;
    }

    private static void collect(JsonNode node, Map<String, List<String>> keys) {
        String method = node.path("verificationMethod").asText();
        if (method.contains("#z6Mk") && !method.startsWith("did:key:")) {
            keys.computeIfAbsent(Keyring.owner(method), o -> new ArrayList<>()).add(method);
        }
        node.forEach(child -> collect(child, keys));
    }
}
