package dev.rung.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signed badge, and what somebody did to it → what its signature is then. */
final class EmbeddedProofTest {
    private static final TrustSettings SETTINGS =
            TrustSettings.OFFLINE.withTimeLimit(Duration.ofSeconds(60)).at(Instant.parse("2026-01-01T00:00:00Z"));

    private final TestIssuer college = TestIssuer.ed25519();

    EmbeddedProofTest() throws Exception {}

    private static Verdict verdict(byte[] document) {
        return verdict(SETTINGS, document);
    }

    private static Verdict verdict(TrustSettings settings, byte[] document) {
        return Verifier.of(settings).verify(document).verdict();
    }

    private static void expect(Verdict verdict, Finding signature, String code) {
        assertThat(verdict.signature()).as(verdict.reasons().toString()).isEqualTo(signature);
        assertThat(verdict.reasons())
                .as(verdict.reasons().toString())
                .anyMatch(r -> r.part().equals("signature") && r.code().equals(code));
    }

    private byte[] changed(UnaryOperator<String> change) throws Exception {
        String signed = new String(college.signed(college.badge()), StandardCharsets.UTF_8);
        String other = change.apply(signed);
        assertThat(other).as("the change changes something").isNotEqualTo(signed);
        return other.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "eddsa-rdfc-2022, ed25519",
        "eddsa-jcs-2022, ed25519",
        "ecdsa-rdfc-2019, p256",
        "ecdsa-rdfc-2019, p384",
        "ecdsa-jcs-2019, p256"
    })
    void as_it_was_signed(String suite, String curve) throws Exception {
        TestIssuer issuer =
                switch (curve) {
                    case "p256" -> TestIssuer.p256();
                    case "p384" -> TestIssuer.p384();
                    default -> TestIssuer.ed25519();
                };
        Verdict verdict = verdict(Json.write(issuer.withProof(issuer.badge(), suite)));
        expect(verdict, Finding.VALID, "signature_matches");
        assertThat(verdict.isVerified()).isTrue();
    }

    @Test
    void a_key_of_the_other_kind() throws Exception {
        expect(
                verdict(Json.write(college.withProof(college.badge(), "ecdsa-rdfc-2019"))),
                Finding.INVALID,
                "wrong_key_type");
    }

    @Test
    void a_changed_word() throws Exception {
        expect(
                verdict(changed(badge -> badge.replace("Bakes bread.", "Bakes cakes."))),
                Finding.INVALID,
                "signature_mismatch");
    }

    @Test
    void a_changed_order_and_layout_of_the_same_words() throws Exception {
        byte[] indented = Json.pretty(Json.mapper().readTree(college.signed(college.badge())))
                .getBytes(StandardCharsets.UTF_8);
        expect(verdict(indented), Finding.VALID, "signature_matches");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"salary\":\"high\",", "\"x\":[],", "\"@index\":\"a\",", "\"@foo\":1,"})
    void an_added_word_that_no_context_defines_is_not_covered(String added) throws Exception {
        expect(verdict(changed(badge -> badge.replaceFirst("\\{", "{" + added))), Finding.UNKNOWN, "not_covered");
    }

    @Test
    void an_added_word_that_a_context_defines() throws Exception {
        byte[] more = changed(badge -> badge.replaceFirst("\\{", "{\"description\":\"With honours\","));
        expect(verdict(more), Finding.INVALID, "signature_mismatch");
    }

    @Test
    void a_repeated_name_is_not_read_at_all() throws Exception {
        expect(
                verdict(changed(badge -> badge.replaceFirst("\\{", "{\"name\":\"Bread baking\","))),
                Finding.UNKNOWN,
                "not_json");
    }

    /** In UTF-8 half a character becomes a question mark, and so the same bytes would be signed. */
    @Test
    void half_a_character_in_place_of_a_question_mark() throws Exception {
        ObjectNode badge = college.badge().put("name", "Bread?");
        String signed = new String(college.signed(badge), StandardCharsets.UTF_8);
        expect(verdict(signed.getBytes(StandardCharsets.UTF_8)), Finding.VALID, "signature_matches");
        String half = signed.replace("Bread?", "Bread\\ud800");
        expect(verdict(half.getBytes(StandardCharsets.UTF_8)), Finding.UNKNOWN, "not_json");
        String whole = signed.replace("Bread?", "Bread\\ud83c\\udf5e");
        expect(verdict(whole.getBytes(StandardCharsets.UTF_8)), Finding.INVALID, "signature_mismatch");
    }

    /** The same statements in other words: the proof still matches, but nobody who looks for validUntil finds it. */
    @Test
    void an_end_date_hidden_behind_its_full_iri() throws Exception {
        byte[] hidden = changed(badge -> badge.replace(
                "\"validUntil\":\"2035-01-01T00:00:00Z\"",
                "\"https://www.w3.org/2018/credentials#validUntil\":{\"@type\":\"http://www.w3.org/2001/XMLSchema#dateTime\","
                        + "\"@value\":\"2035-01-01T00:00:00Z\"}"));
        expect(verdict(hidden), Finding.UNKNOWN, "not_plain");
    }

    @Test
    void an_end_date_hidden_behind_a_word_of_ones_own() throws Exception {
        byte[] hidden = changed(badge -> badge.replace("\"validUntil\"", "\"goodUntil\"")
                .replace(
                        "context-3.0.3.json\"]",
                        "context-3.0.3.json\",{\"goodUntil\":{\"@id\":\"https://www.w3.org/2018/credentials#validUntil\","
                                + "\"@type\":\"http://www.w3.org/2001/XMLSchema#dateTime\"}}]"));
        expect(verdict(hidden), Finding.UNKNOWN, "not_plain");
    }

    /** In Open Badges 3.0 these words stand for the same IRI, and whoever looks for criteria finds none. */
    @Test
    void a_property_by_the_name_of_a_type() throws Exception {
        expect(verdict(changed(badge -> badge.replace("\"criteria\"", "\"Criteria\""))), Finding.UNKNOWN, "not_plain");
    }

    @Test
    void a_type_by_its_full_iri() throws Exception {
        byte[] other = changed(badge -> badge.replace(
                "\"OpenBadgeCredential\"", "\"https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential\""));
        expect(verdict(other), Finding.UNKNOWN, "not_plain");
    }

    @Test
    void a_context_that_is_not_kept() throws Exception {
        byte[] strange = changed(badge -> badge.replace("context-3.0.3.json", "context-9.9.9.json"));
        expect(verdict(strange), Finding.UNKNOWN, "unknown_context");
    }

    @Test
    void no_proof() {
        expect(verdict(Json.write(college.badge())), Finding.UNKNOWN, "no_proof");
    }

    @Test
    void a_proof_made_for_something_else() throws Exception {
        ObjectNode options = (ObjectNode)
                college.withProof(college.badge(), "eddsa-rdfc-2022").get("proof");
        options.remove("proofValue");
        options.put("proofPurpose", "authentication");
        expect(verdict(Json.write(college.withProof(college.badge(), options))), Finding.INVALID, "wrong_purpose");
    }

    @Test
    void a_proof_that_expired() throws Exception {
        ObjectNode options = (ObjectNode)
                college.withProof(college.badge(), "eddsa-rdfc-2022").get("proof");
        options.remove("proofValue");
        options.put("expires", "2025-06-01T00:00:00Z");
        byte[] badge = Json.write(college.withProof(college.badge(), options));
        expect(verdict(badge), Finding.INVALID, "proof_expired");
        expect(verdict(SETTINGS.at(Instant.parse("2025-05-01T00:00:00Z")), badge), Finding.VALID, "signature_matches");
    }

    @Test
    void a_suite_that_is_not_supported() throws Exception {
        expect(
                verdict(changed(badge -> badge.replace("eddsa-rdfc-2022", "bbs-2023"))),
                Finding.UNKNOWN,
                "proof_type_unsupported");
    }

    @Test
    void one_proof_of_two_spoilt() throws Exception {
        ObjectNode badge = college.withProof(college.badge(), "eddsa-rdfc-2022");
        ObjectNode good = (ObjectNode) badge.get("proof");
        badge.putArray("proof").add(good).add(good.deepCopy().put("cryptosuite", "eddsa-rdfc-2023"));
        expect(verdict(Json.write(badge)), Finding.UNKNOWN, "proof_type_unsupported");
    }

    // Whose key it is

    @Test
    void somebody_elses_key_in_the_name_of_a_did() throws Exception {
        TestIssuer stranger = TestIssuer.ed25519();
        expect(verdict(stranger.signed(college.badge())), Finding.INVALID, "key_not_issuers");
    }

    @Test
    void somebody_elses_key_in_the_name_of_an_address() throws Exception {
        TestIssuer stranger = TestIssuer.ed25519();
        Verdict verdict = verdict(stranger.signed(TestIssuer.badge("https://college.example/issuer")));
        expect(verdict, Finding.VALID, Verdict.SIGNER_NOT_TIED);
        assertThat(verdict.isVerified())
                .as("a signature by anybody does not verify a badge")
                .isFalse();
    }

    @Test
    void somebody_elses_key_in_the_name_of_an_address_whose_document_is_known() throws Exception {
        TestIssuer stranger = TestIssuer.ed25519();
        TrustSettings known =
                SETTINGS.withDocument(document("https://college.example/issuer", "assertionMethod", college));
        Verdict verdict = verdict(known, stranger.signed(TestIssuer.badge("https://college.example/issuer")));
        expect(verdict, Finding.INVALID, "key_not_issuers");
    }

    @Test
    void a_did_web_whose_document_is_not_at_hand() throws Exception {
        byte[] badge = Json.write(college.withProof(
                TestIssuer.badge("did:web:college.example"),
                "eddsa-rdfc-2022",
                "did:web:college.example#" + college.multikey()));
        expect(verdict(badge), Finding.UNKNOWN, "key_document_missing");
        expect(
                verdict(SETTINGS.withDocument(document("did:web:college.example", "assertionMethod", college)), badge),
                Finding.VALID,
                "signature_matches");
        expect(
                verdict(SETTINGS.withDocument(document("did:web:college.example", "authentication", college)), badge),
                Finding.INVALID,
                "key_not_for_assertion");
        expect(
                verdict(
                        SETTINGS.withDocument(
                                document("did:web:college.example", "assertionMethod", TestIssuer.ed25519())),
                        badge),
                Finding.INVALID,
                "key_not_listed");
    }

    @Test
    void a_key_that_was_revoked() throws Exception {
        ObjectNode document = TestIssuer.tree(
                new String(document("did:web:college.example", "assertionMethod", college), StandardCharsets.UTF_8));
        ((ObjectNode) document.get("verificationMethod").get(0)).put("revoked", "2025-06-01T00:00:00Z");
        byte[] badge = Json.write(college.withProof(
                TestIssuer.badge("did:web:college.example"),
                "eddsa-rdfc-2022",
                "did:web:college.example#" + college.multikey()));
        expect(verdict(SETTINGS.withDocument(Json.write(document)), badge), Finding.INVALID, "key_revoked");
    }

    /** A document with one key, listed under one purpose. */
    static byte[] document(String id, String purpose, TestIssuer issuer) {
        String name = id + "#" + issuer.multikey();
        ObjectNode document = Json.mapper().createObjectNode().put("id", id);
        document.putArray("verificationMethod")
                .addObject()
                .put("id", name)
                .put("type", "Multikey")
                .put("controller", id)
                .put("publicKeyMultibase", issuer.multikey());
        document.putArray(purpose).add("#" + issuer.multikey());
        return Json.write(document);
    }
}
