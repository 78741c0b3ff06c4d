package dev.rung.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A credential as a token, and what is wrong with it → what its signature is. */
final class WebTokenTest {
    private static final String ISSUER = "https://college.example/issuer";
    private static final TrustSettings SETTINGS =
            TrustSettings.OFFLINE.withTimeLimit(Duration.ofSeconds(60)).at(Instant.parse("2026-01-01T00:00:00Z"));

    private final TestIssuer college = TestIssuer.ed25519();
    private final TestIssuer rsa = TestIssuer.rsa();
    private final TestIssuer p256 = TestIssuer.p256();

    WebTokenTest() throws Exception {}

    private static Verdict verdict(TrustSettings settings, String token) {
        return Verifier.of(settings)
                .verify(token.getBytes(StandardCharsets.UTF_8))
                .verdict();
    }

    private static void expect(Verdict verdict, Finding signature, String code) {
        assertThat(verdict.signature()).as(verdict.reasons().toString()).isEqualTo(signature);
        assertThat(verdict.reasons()).as(verdict.reasons().toString()).anyMatch(r -> r.code()
                .equals(code));
    }

    private static ObjectNode header(String alg, String kid) {
        return Json.mapper()
                .createObjectNode()
                .put("alg", alg)
                .put("typ", "vc+jwt")
                .put("kid", kid);
    }

    private static ObjectNode rsaJwk(RSAPublicKey key) {
        return Json.mapper()
                .createObjectNode()
                .put("kty", "RSA")
                .put("n", TestIssuer.base64url(key.getModulus(), 256))
                .put("e", "AQAB");
    }

    private static ObjectNode ecJwk(ECPublicKey key) {
        return Json.mapper()
                .createObjectNode()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", TestIssuer.base64url(key.getW().getAffineX(), 32))
                .put("y", TestIssuer.base64url(key.getW().getAffineY(), 32));
    }

    private static TrustSettings listing(ObjectNode jwk) throws Exception {
        ObjectNode document = Json.mapper().createObjectNode().put("id", ISSUER);
        document.putArray("assertionMethod")
                .addObject()
                .put("id", ISSUER + "#key-1")
                .set("publicKeyJwk", jwk);
        return SETTINGS.withDocument(Json.write(document));
    }

    @Test
    void each_algorithm_with_its_own_key() throws Exception {
        expect(
                verdict(SETTINGS, college.token(header("EdDSA", college.keyName()), college.badge())),
                Finding.VALID,
                "signature_matches");
        expect(
                verdict(
                        listing(rsaJwk((RSAPublicKey) rsa.publicKey())),
                        rsa.token(header("RS256", ISSUER + "#key-1"), TestIssuer.badge(ISSUER))),
                Finding.VALID,
                "signature_matches");
        ObjectNode jwk = ecJwk((ECPublicKey) p256.publicKey());
        expect(
                verdict(listing(jwk), p256.token(header("ES256", "#key-1"), TestIssuer.badge(ISSUER))),
                Finding.VALID,
                "signature_matches");
        String did = "did:jwk:" + TestIssuer.base64url(Json.write(jwk));
        expect(
                verdict(SETTINGS, p256.token(header("ES256", did + "#0"), TestIssuer.badge(did))),
                Finding.VALID,
                "signature_matches");
    }

    @Test
    void version_1_1_with_the_credential_in_a_claim() throws Exception {
        ObjectNode claims =
                Json.mapper().createObjectNode().put("iss", college.did()).put("nbf", 1735689600L);
        claims.set("vc", college.badge());
        Verification verification = Verifier.of(SETTINGS)
                .verify(college.token(header("EdDSA", college.keyName()), claims)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(verification.kind()).isEqualTo(CredentialKind.OPEN_BADGE_3);
        assertThat(verification.verdict().isVerified()).isTrue();
        assertThat(verification.credential()).get().satisfies(c -> assertThat(c).containsEntry("name", "Bread baking"));
        claims.put("iss", "did:example:other");
        expect(
                verdict(SETTINGS, college.token(header("EdDSA", college.keyName()), claims)),
                Finding.INVALID,
                "issuer_mismatch");
        claims.put("iss", college.did()).put("exp", 1735689601L);
        assertThat(verdict(SETTINGS, college.token(header("EdDSA", college.keyName()), claims))
                        .dates())
                .isEqualTo(Finding.INVALID);
    }

    @Test
    void refused_before_any_key_is_looked_at() throws Exception {
        expect(
                verdict(SETTINGS, college.token(header("none", college.keyName()), college.badge())),
                Finding.INVALID,
                "alg_none");
        expect(
                verdict(SETTINGS, college.token(header("HS256", college.keyName()), college.badge())),
                Finding.INVALID,
                "alg_not_allowed");
        ObjectNode critical = header("EdDSA", college.keyName());
        critical.putArray("crit").add("exp");
        expect(verdict(SETTINGS, college.token(critical, college.badge())), Finding.INVALID, "critical_header");
        expect(
                verdict(SETTINGS, college.token(header("ES256K", college.keyName()), college.badge())),
                Finding.UNKNOWN,
                "alg_unsupported");
    }

    @Test
    void an_algorithm_for_another_kind_of_key() throws Exception {
        expect(
                verdict(
                        listing(rsaJwk((RSAPublicKey) rsa.publicKey())),
                        p256.token(header("ES256", ISSUER + "#key-1"), TestIssuer.badge(ISSUER))),
                Finding.INVALID,
                "wrong_key_type");
    }

    @Test
    void a_key_that_the_token_brings_along_counts_only_if_the_issuer_lists_it() throws Exception {
        ObjectNode jwk = rsaJwk((RSAPublicKey) rsa.publicKey());
        ObjectNode header = Json.mapper().createObjectNode().put("alg", "RS256");
        header.set("jwk", jwk);
        String token = rsa.token(header, TestIssuer.badge(ISSUER));
        expect(verdict(SETTINGS, token), Finding.UNKNOWN, "key_document_missing");
        expect(verdict(listing(jwk), token), Finding.VALID, "signature_matches");
        expect(verdict(listing(ecJwk((ECPublicKey) p256.publicKey())), token), Finding.INVALID, "key_not_listed");
    }

    @Test
    void somebody_elses_key() throws Exception {
        TestIssuer stranger = TestIssuer.ed25519();
        expect(
                verdict(SETTINGS, stranger.token(header("EdDSA", stranger.keyName()), college.badge())),
                Finding.INVALID,
                "key_not_issuers");
    }

    @Test
    void a_last_letter_that_stands_for_the_same_bytes() throws Exception {
        String token = college.token(header("EdDSA", college.keyName()), college.badge());
        char last = token.charAt(token.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String other = token.substring(0, token.length() - 1) + alphabet.charAt(alphabet.indexOf(last) + 1);
        expect(verdict(SETTINGS, other), Finding.UNKNOWN, "not_a_credential");
    }

    @Test
    void a_token_in_an_envelope() throws Exception {
        String token = college.token(header("EdDSA", college.keyName()), college.badge());
        ObjectNode envelope = Json.mapper().createObjectNode();
        envelope.put("@context", "https://www.w3.org/ns/credentials/v2").put("type", "EnvelopedVerifiableCredential");
        envelope.put("id", "data:application/vc+jwt," + token);
        expect(verdict(SETTINGS, envelope.toString()), Finding.VALID, "signature_matches");
    }

    @Test
    void a_signed_badge_of_version_2_with_the_issuers_key_at_hand() throws Exception {
        String key = ISSUER + "/key";
        ObjectNode assertion = TestIssuer.tree("""
                {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "urn:uuid:1",
                 "issuedOn": "2025-01-01", "verification": {"type": "SignedBadge", "creator": "%s"},
                 "badge": {"type": "BadgeClass", "issuer": "%s"}}""".formatted(key, ISSUER));
        String token = rsa.token(Json.mapper().createObjectNode().put("alg", "RS256"), assertion);
        expect(verdict(SETTINGS, token), Finding.UNKNOWN, "key_document_missing");
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(rsa.publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----";
        ObjectNode document = Json.mapper()
                .createObjectNode()
                .put("id", key)
                .put("owner", ISSUER)
                .put("publicKeyPem", pem);
        ObjectNode profile = Json.mapper().createObjectNode().put("id", ISSUER).put("publicKey", key);
        TrustSettings known = SETTINGS.withDocument(Json.write(document)).withDocument(Json.write(profile));
        Verdict verdict = verdict(known, token);
        expect(verdict, Finding.VALID, "signature_matches");
        assertThat(verdict.dates()).isEqualTo(Finding.VALID);
        expect(verdict(SETTINGS, assertion.toString()), Finding.UNKNOWN, "hosted");
    }
}
