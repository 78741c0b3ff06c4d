package dev.rung.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An entry in a badge and a status list → what the status is. */
final class StatusTest {
    private static final String LIST = "https://college.example/status/3";
    private static final TrustSettings SETTINGS =
            TrustSettings.OFFLINE.withTimeLimit(Duration.ofSeconds(60)).at(Instant.parse("2026-01-01T00:00:00Z"));

    private final TestIssuer college = TestIssuer.ed25519();

    StatusTest() throws Exception {}

    private static String packed(byte[] bits) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bits);
        }
        return "u" + TestIssuer.base64url(out.toByteArray());
    }

    /** 131,072 places with the bits of one byte set at the start: 0x05 sets places 5 and 7. */
    private static byte[] bits(int firstByte) {
        byte[] bits = new byte[16 << 10];
        bits[0] = (byte) firstByte;
        return bits;
    }

    private ObjectNode list(String purpose, String encoded) {
        ObjectNode list = TestIssuer.tree("""
                {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "%s",
                 "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": "%s",
                 "validFrom": "2025-01-01T00:00:00Z", "validUntil": "2030-01-01T00:00:00Z",
                 "credentialSubject": {"id": "%s#list", "type": "BitstringStatusList"}}""".formatted(LIST, college.did(), LIST));
        ((ObjectNode) list.get("credentialSubject"))
                .put("statusPurpose", purpose)
                .put("encodedList", encoded);
        return list;
    }

    private byte[] badge(String purpose, String index, String more) throws Exception {
        ObjectNode badge = college.badge();
        badge.set("credentialStatus", TestIssuer.tree("""
                {"type": "BitstringStatusListEntry", "statusPurpose": "%s", "statusListIndex": "%s",
                 "statusListCredential": "%s"%s}""".formatted(purpose, index, LIST, more)));
        return college.signed(badge);
    }

    private static Verdict verdict(TrustSettings settings, byte[] badge) {
        return Verifier.of(settings).verify(badge).verdict();
    }

    private static void expect(Verdict verdict, Finding status, String code) {
        assertThat(verdict.signature()).as(verdict.reasons().toString()).isEqualTo(Finding.VALID);
        assertThat(verdict.status()).as(verdict.reasons().toString()).isEqualTo(status);
        assertThat(verdict.reasons())
                .as(verdict.reasons().toString())
                .anyMatch(r -> r.part().equals("status") && r.code().equals(code));
    }

    @ParameterizedTest
    @CsvSource({
        "revocation, 7, INVALID, revoked",
        "revocation, 6, VALID, not_revoked",
        "revocation, 131071, VALID, not_revoked",
        "revocation, 131072, UNKNOWN, status_range_error",
        "revocation, -1, UNKNOWN, status_list_malformed",
        "revocation, 99999999999999999999, UNKNOWN, status_list_malformed",
        "suspension, 5, INVALID, suspended",
        "suspension, 4, VALID, not_suspended",
        "refresh, 5, VALID, refresh_available",
        "message, 5, VALID, status_message",
        "mystery, 5, UNKNOWN, status_purpose_unsupported",
    })
    void a_bit(String purpose, String index, Finding status, String code) throws Exception {
        byte[] list = college.signed(list(purpose, packed(bits(0x05))));
        expect(verdict(SETTINGS.withStatusList("3", list), badge(purpose, index, "")), status, code);
    }

    @Test
    void wider_places_and_their_message() throws Exception {
        byte[] list = college.signed(list("message", packed(bits(0b01_10_00_00))));
        String messages =
                ", \"statusSize\": 2, \"statusMessage\": [{\"status\": \"0x2\", \"message\": \"under review\"}]";
        Verdict verdict = verdict(SETTINGS.withStatusList("3", list), badge("message", "1", messages));
        expect(verdict, Finding.VALID, "status_message");
        assertThat(verdict.reasons()).anyMatch(r -> r.message().contains("under review"));
    }

    @Test
    void a_list_that_cannot_be_used_leaves_the_status_unknown() throws Exception {
        byte[] badge = badge("revocation", "7", "");
        ObjectNode good = list("revocation", packed(bits(0x05)));
        expect(verdict(SETTINGS, badge), Finding.UNKNOWN, "status_retrieval_error");
        expect(
                verdict(SETTINGS.withStatusList("3", Json.write(good)), badge),
                Finding.UNKNOWN,
                "status_verification_error");
        expect(
                verdict(SETTINGS.withStatusList("3", TestIssuer.ed25519().signed(good)), badge),
                Finding.UNKNOWN,
                "status_verification_error");
        expect(
                verdict(SETTINGS.withStatusList("3", college.signed(list("suspension", packed(bits(0))))), badge),
                Finding.UNKNOWN,
                "status_verification_error");
        expect(
                verdict(
                        SETTINGS.withStatusList("3", college.signed(good)).at(Instant.parse("2031-01-01T00:00:00Z")),
                        badge),
                Finding.UNKNOWN,
                "status_list_out_of_date");
        expect(
                verdict(SETTINGS.withStatusList("3", college.signed(list("revocation", "uH4sIAAAA"))), badge),
                Finding.UNKNOWN,
                "status_list_malformed");
        expect(
                verdict(SETTINGS.withStatusList("3", new byte[] {1, 2}), badge),
                Finding.UNKNOWN,
                "status_list_malformed");
    }

    @Test
    void a_list_that_somebody_else_keeps_counts_and_the_answer_says_whose_it_is() throws Exception {
        byte[] badge = badge("revocation", "6", "");
        ObjectNode list = list("revocation", packed(bits(0x05)));
        assertThat(verdict(SETTINGS.withStatusList("3", college.signed(list)), badge)
                        .reasons())
                .noneMatch(r -> r.code().equals("status_list_by_another"));
        TestIssuer registrar = TestIssuer.ed25519();
        byte[] theirs = registrar.signed(list.put("issuer", registrar.did()));
        Verdict verdict = verdict(SETTINGS.withStatusList("3", theirs), badge);
        expect(verdict, Finding.VALID, "status_list_by_another");
        assertThat(verdict.reasons()).anyMatch(r -> r.message().contains(registrar.did()));
    }

    @Test
    void a_small_text_that_unpacks_to_a_large_list_is_stopped() throws Exception {
        String bomb = packed(new byte[(16 << 20) + 1]);
        assertThat(bomb.length()).isLessThan(100_000);
        byte[] list = college.signed(list("revocation", bomb));
        expect(
                verdict(SETTINGS.withStatusList("3", list), badge("revocation", "7", "")),
                Finding.UNKNOWN,
                "status_list_too_large");
    }

    @Test
    void a_list_embedded_in_the_badge() throws Exception {
        ObjectNode badge = college.badge();
        ObjectNode entry = TestIssuer.tree("""
                {"type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "7"}""");
        entry.set("statusListCredential", college.withProof(list("revocation", packed(bits(0x05))), "eddsa-rdfc-2022"));
        badge.set("credentialStatus", entry);
        expect(verdict(SETTINGS, college.signed(badge)), Finding.INVALID, "revoked");
    }

    @Test
    void of_several_entries_the_worst_counts() throws Exception {
        ObjectNode badge = college.badge();
        ObjectNode entry = TestIssuer.tree("""
                {"type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "6",
                 "statusListCredential": "%s"}""".formatted(LIST));
        badge.putArray("credentialStatus").add(entry).add(entry.deepCopy().put("statusListIndex", "7"));
        byte[] list = college.signed(list("revocation", packed(bits(0x05))));
        expect(verdict(SETTINGS.withStatusList("3", list), college.signed(badge)), Finding.INVALID, "revoked");
    }

    @Test
    void a_list_of_2021() throws Exception {
        ObjectNode list = list("revocation", packed(bits(0x05)).substring(1));
        list.putArray("@context")
                .add("https://www.w3.org/2018/credentials/v1")
                .add("https://w3id.org/vc/status-list/2021/v1")
                .add("https://w3id.org/security/data-integrity/v2");
        list.putArray("type").add("VerifiableCredential").add("StatusList2021Credential");
        list.put("issuanceDate", "2025-01-01T00:00:00Z");
        ((ObjectNode) list.get("credentialSubject")).put("type", "StatusList2021");
        ObjectNode badge = college.badge();
        badge.withArray("@context").add("https://w3id.org/vc/status-list/2021/v1");
        badge.set("credentialStatus", TestIssuer.tree("""
                {"type": "StatusList2021Entry", "statusPurpose": "revocation", "statusListIndex": "7",
                 "statusListCredential": "%s"}""".formatted(LIST)));
        expect(
                verdict(SETTINGS.withStatusList("3", college.signed(list)), college.signed(badge)),
                Finding.INVALID,
                "revoked");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:uuid:7b5c8f4e-1111-4222-8333-944444444444, true, INVALID, revoked",
        "urn:uuid:7b5c8f4e-1111-4222-8333-944444444444, false, VALID, not_revoked",
        "urn:uuid:another, true, VALID, not_revoked",
    })
    void a_revocation_list_of_1edtech(String revoked, boolean still, Finding status, String code) throws Exception {
        ObjectNode badge = college.badge();
        badge.withArray("@context").add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        badge.set(
                "credentialStatus",
                TestIssuer.tree(
                        "{\"id\": \"https://college.example/revocations\", \"type\": \"1EdTechRevocationList\"}"));
        ObjectNode list = Json.mapper().createObjectNode().put("id", "https://college.example/revocations");
        list.put("issuer", college.did());
        list.putArray("revokedCredentials").addObject().put("id", revoked).put("revoked", still);
        expect(verdict(SETTINGS.withStatusList("revocations", Json.write(list)), college.signed(badge)), status, code);
    }
}
