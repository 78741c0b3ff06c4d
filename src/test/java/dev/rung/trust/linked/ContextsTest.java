package dev.rung.trust.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our statement of each context → the same terms with the same meaning as the published one. */
final class ContextsTest {
    private static final String PUBLISHED = "1edtech-validator-samples/inspector-vc/src/main/resources/contexts/";

    @ParameterizedTest
    @CsvSource({
        "https://www.w3.org/ns/credentials/v2, " + PUBLISHED + "credentials-v2.jsonld",
        "https://www.w3.org/2018/credentials/v1, " + PUBLISHED + "2018-credentials-v1.jsonld",
        "https://w3id.org/security/data-integrity/v1, " + PUBLISHED + "data-integrity-v1.jsonld",
        "https://w3id.org/security/data-integrity/v2, contexts-extra/data-integrity-v2.jsonld",
        "https://w3id.org/security/suites/ed25519-2020/v1, " + PUBLISHED + "security-suites-ed25519-2020-v1.jsonld",
        "https://w3id.org/security/suites/jws-2020/v1, " + PUBLISHED + "suites-jws-2020.jsonld",
        "https://www.w3.org/ns/credentials/status/v1, contexts-extra/credentials-status-v1.jsonld",
        "https://w3id.org/vc/status-list/2021/v1, vc-bitstring-status-list/contexts/2021/v1.jsonld",
        "https://www.w3.org/ns/credentials/examples/v2, contexts-extra/credentials-examples-v2.jsonld",
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json, " + PUBLISHED + "ob-v3p0.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json, " + PUBLISHED + "ob-v3p0-3.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json, " + PUBLISHED + "ob-v3p0-3.0.2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json, " + PUBLISHED + "ob-v3p0-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json, " + PUBLISHED + "ob-v3p0-extensions.json",
        "https://purl.imsglobal.org/spec/clr/v2p0/context.json, " + PUBLISHED + "clr-v2p0.json",
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json, " + PUBLISHED + "clr-v2p0-2.0.1.json",
    })
    void means_the_same_as_published(String address, String file) throws IOException {
        Path published = Path.of("../shared/standards").resolve(file);
        assumeTrue(
                Files.exists(published),
                published + " is not here: the published contexts are kept outside the project");
        JsonObject theirs;
        try (JsonReader reader = Json.createReader(Files.newInputStream(published))) {
            theirs = reader.readObject();
        }
        Map<String, String> different = new TreeMap<>(meaning(theirs));
        meaning(Contexts.KNOWN.at(address)).forEach((term, ours) -> {
            if (!different.remove(term, ours)) different.merge(term, ours, (their, our) -> their + " <> " + our);
        });
        assertThat(different)
                .as("terms that are stated otherwise than published")
                .isEmpty();
    }

    @Test
    void an_address_that_is_not_kept_is_not_looked_up() {
        assertThat(Contexts.KNOWN.addresses())
                .doesNotContain("https://schema.org/")
                .hasSizeGreaterThan(15);
    }

    private static Map<String, String> meaning(JsonObject document) {
        JsonValue context = document.get("@context");
        Map<String, String> meaning = new TreeMap<>();
        for (JsonValue one : context.getValueType() == JsonValue.ValueType.ARRAY
                ? context.asJsonArray()
                : Json.createArrayBuilder().add(context).build()) {
            flatten(one.asJsonObject(), new TreeMap<>(), "", meaning);
        }
        return meaning;
    }

    /** Term by path → IRI, type and container in full; what only steers the reading of the file itself is left out. */
    private static void flatten(
            JsonObject context, Map<String, String> outerPrefixes, String path, Map<String, String> out) {
        Map<String, String> prefixes = new TreeMap<>(outerPrefixes);
        context.forEach((term, value) -> {
            if (value.getValueType() == JsonValue.ValueType.STRING) prefixes.put(term, context.getString(term));
            if (value.getValueType() == JsonValue.ValueType.OBJECT) {
                String iri = value.asJsonObject().getString("@id", "");
                if (iri.startsWith("https:")) prefixes.put(term, iri);
            }
        });
        context.forEach((term, value) -> {
            if (term.equals("@version")) return;
            switch (value.getValueType()) {
                case OBJECT -> {
                    JsonObject definition = value.asJsonObject();
                    String type = definition.containsKey("@type") ? full(definition.getString("@type"), prefixes) : "";
                    String container = definition.getString("@container", "");
                    out.put(path + term, full(definition.getString("@id"), prefixes) + " " + type + " " + container);
                    JsonValue scope = definition.get("@context");
                    if (scope == JsonValue.NULL) out.put(path + term + "/", "nothing");
                    else if (scope != null) flatten(scope.asJsonObject(), prefixes, path + term + "/", out);
                }
                case STRING -> out.put(path + term, full(context.getString(term), prefixes) + "  ");
                // A scope that repeats the protection of its parent says nothing new.
                default -> {
                    if (path.isEmpty()) out.put(term, value.toString());
                }
            }
        });
        // Aliases for @id and @type that the outer scope already has are no difference.
        if (!path.isEmpty()) {
            out.remove(path + "id");
            out.remove(path + "type");
        }
    }

    private static String full(String word, Map<String, String> prefixes) {
        int colon = word.indexOf(':');
        if (colon < 0) return prefixes.getOrDefault(word, word);
        String prefix = prefixes.get(word.substring(0, colon));
        return prefix == null || word.startsWith("//", colon + 1) ? word : prefix + word.substring(colon + 1);
    }
}
