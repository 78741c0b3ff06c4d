package dev.rung.trust.linked;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document → the statements it makes, in canonical order and form. */
final class StatementsTest {
    private static final String V2 = "\"@context\":\"https://www.w3.org/ns/credentials/v2\"";
    private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    private static Statements statements(String json) throws Exception {
        return Statements.of((ObjectNode) Json.mapper().readTree(json), "SHA-256", Duration.ofSeconds(60));
    }

    private static String text(String json) throws Exception {
        return new String(statements(json).canonical(), StandardCharsets.UTF_8);
    }

    @Test
    void sorted_and_typed() throws Exception {
        assertThat(text("{" + V2
                        + ",\"type\":\"VerifiableCredential\",\"validFrom\":\"2025-01-01T00:00:00Z\",\"issuer\":{\"id\":\"did:example:a\",\"name\":\"A\"},"
                        + "\"credentialSubject\":{\"name\":\"B\"}}"))
                .isEqualTo("""
                        <did:example:a> <https://schema.org/name> "A" .
                        _:c14n0 %s <https://www.w3.org/2018/credentials#VerifiableCredential> .
                        _:c14n0 <https://www.w3.org/2018/credentials#credentialSubject> _:c14n1 .
                        _:c14n0 <https://www.w3.org/2018/credentials#issuer> <did:example:a> .
                        _:c14n0 <https://www.w3.org/2018/credentials#validFrom> "2025-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> .
                        _:c14n1 <https://schema.org/name> "B" .
                        """.formatted(TYPE));
    }

    /** RDFC-1.0, section 5: only these are escaped, and only so. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\\" | \\\"",
                "\\\\ | \\\\",
                "\\n | \\n",
                "\\r | \\r",
                "\\t | \\t",
                "\\b | \\b",
                "\\f | \\f",
                "\\u0001 | \\u0001",
                "\\u000b | \\u000B",
                "\\u007f | \\u007F",
                "/ | /",
                "\\u00e9 | é",
                "\\ud83c\\udf5e | \uD83C\uDF5E",
            })
    void escaped(String json, String canonical) throws Exception {
        assertThat(text("{" + V2 + ",\"id\":\"urn:a\",\"name\":\"" + json + "\"}"))
                .isEqualTo("<urn:a> <https://schema.org/name> \"" + canonical + "\" .\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                "1.0 | \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                "5.3 | \"5.3E0\"^^<http://www.w3.org/2001/XMLSchema#double>",
                "-0.00012 | \"-1.2E-4\"^^<http://www.w3.org/2001/XMLSchema#double>",
                "1e21 | \"1.0E21\"^^<http://www.w3.org/2001/XMLSchema#double>",
                "true | \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>",
            })
    void numbers_and_truths(String json, String canonical) throws Exception {
        assertThat(text("{" + V2 + ",\"id\":\"urn:a\",\"name\":" + json + "}"))
                .isEqualTo("<urn:a> <https://schema.org/name> " + canonical + " .\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"nickname\":\"x\"",
                "\"id\":\"relative\"",
                "\"type\":\"Strange\"",
                "\"@index\":\"i\"",
                "\"@foo\":1",
                "\"name\":{\"@value\":\"x\",\"@direction\":\"rtl\"}",
                "\"name\":{\"@value\":\"x\",\"@language\":\"a b\"}",
            })
    void what_no_statement_says_is_told(String member) throws Exception {
        assertThat(statements("{" + V2 + ",\"description\":\"d\"," + member + "}")
                        .uncovered())
                .isPresent();
        assertThat(statements("{" + V2 + ",\"description\":\"d\"}").uncovered()).isEmpty();
    }

    /** RFC 8785: numbers as ECMAScript writes them, names sorted by UTF-16, the shortest escapes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"b\":1,\"a\":[true,null,\"x\"]} | {\"a\":[true,null,\"x\"],\"b\":1}",
                "{\"n\":[1.0,-0,0.000001,1e-7,1e21,123456789012345680000,333333333.33333329,4.50,2e-3]}"
                        + "| {\"n\":[1,0,0.000001,1e-7,1e+21,123456789012345680000,333333333.3333333,4.5,0.002]}",
                "{\"s\":\"\\u20ac\\u000f\\u000aA'\\u0042\\u0022\\u005c\\/\"} | {\"s\":\"€\\u000f\\nA'B\\\"\\\\/\"}",
                "{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3} | {\"€\":3,\"\uD83D\uDE00\":2,\"\uFB33\":1}",
            })
    void canonical_json(String json, String canonical) throws Exception {
        assertThat(CanonicalJson.of(Json.mapper().readTree(json))).isEqualTo(canonical);
    }
}
