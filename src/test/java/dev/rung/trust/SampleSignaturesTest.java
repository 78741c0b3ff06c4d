package dev.rung.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sample that carries a proof: sample → what the signature must be. */
final class SampleSignaturesTest {
    private static final String W3C = "vc-di-eddsa/TestVectors/";
    private static final String OB3 = "1edtech-validator-samples/inspector-vc/src/test/resources/ob30/";
    private static final String CLR = "1edtech-validator-samples/inspector-clr/src/test/resources/clr20/";
    private static final String DCC = "dcc-vc-test-fixtures/verifiableCredentials/v1/";

    /** Where the table's program gives no answer, or one that is known to be short: what it must be, and why. */
    private static final Map<String, Finding> BEYOND_THE_TABLE = new HashMap<>();

    static {
        // The table's program knows neither the suite nor proof chains; the standard gives both as good.
        BEYOND_THE_TABLE.put(W3C + "eddsa-jcs-2022/signedJCS.json", Finding.VALID);
        BEYOND_THE_TABLE.put(W3C + "proof-set-chain/signedProofChain1.json", Finding.VALID);
        BEYOND_THE_TABLE.put(W3C + "proof-set-chain/signedProofChain2.json", Finding.VALID);
        // The name that eddsa-rdfc-2022 had before it was a standard; the signature matches.
        BEYOND_THE_TABLE.put(OB3 + "simple-eddsa-2022.json", Finding.VALID);
        // A did:key without a fragment, which the table's program does not read.
        BEYOND_THE_TABLE.put(OB3 + "simple-did-key-method.json", Finding.VALID);
        BEYOND_THE_TABLE.put(CLR + "complex.json", Finding.VALID);
        // Contexts that nobody here has, keys in documents that nobody here has, suites that are not supported.
        BEYOND_THE_TABLE.put(W3C + "eddsa-rdfc-2022/employ/signedDataInt.json", Finding.UNKNOWN);
        BEYOND_THE_TABLE.put(
                DCC + "dataIntegrityProof/didKey/legacyRegistry-noStatus-noExpiry-oldDCCExample.json", Finding.UNKNOWN);
        BEYOND_THE_TABLE.put(CLR + "simple_old_safesigned.json", Finding.UNKNOWN);
        BEYOND_THE_TABLE.put(OB3 + "complete_v1.json", Finding.UNKNOWN);
        BEYOND_THE_TABLE.put(OB3 + "sd/derivedcredential.json", Finding.UNKNOWN);
        BEYOND_THE_TABLE.put(OB3 + "simple-err-proof-method-unknown-did-method.json", Finding.UNKNOWN);
        BEYOND_THE_TABLE.put(OB3 + "simple-err-proof-method-unknown-scheme.json", Finding.UNKNOWN);
        BEYOND_THE_TABLE.put(OB3 + "simple-err-proof-method.json", Finding.UNKNOWN);
        // A verificationMethod that is no address: nothing could ever make this good.
        BEYOND_THE_TABLE.put(OB3 + "simple-err-proof-method-no-scheme.json", Finding.INVALID);
        // One of its two proofs is of a type that nobody defined: what could not be checked is unknown.
        BEYOND_THE_TABLE.put(OB3 + "simple-multiple-proofs.json", Finding.UNKNOWN);
    }

    @BeforeEach
    void samples() {
        StandardsFolder.assumePresent();
    }

    @TestFactory
    List<DynamicTest> with_the_keys_that_their_proofs_name() {
        List<DynamicTest> tests = new ArrayList<>();
        StandardsFolder.signatureResults().forEach((path, results) -> {
            Finding expected = BEYOND_THE_TABLE.containsKey(path)
                    ? BEYOND_THE_TABLE.get(path)
                    : results.stream().allMatch("valid"::equals) ? Finding.VALID : Finding.INVALID;
            tests.add(DynamicTest.dynamicTest(path + " -> " + expected, () -> {
                ObjectNode credential = StandardsFolder.json(path);
                TrustSettings settings = StandardsFolder.withKeysNamedInProofs(StandardsFolder.settings(), credential);
                Verdict verdict = Verifier.of(settings)
                        .verify(StandardsFolder.bytes(path))
                        .verdict();
                assertThat(verdict.signature()).as(verdict.reasons().toString()).isEqualTo(expected);
            }));
        });
        return tests;
    }

    @TestFactory
    List<DynamicTest> without_any_document_none_is_valid_but_those_that_carry_their_key() {
        List<DynamicTest> tests = new ArrayList<>();
        StandardsFolder.signatureResults()
                .keySet()
                .forEach(path -> tests.add(DynamicTest.dynamicTest(path, () -> {
                    boolean carriesItsKey =
                            StandardsFolder.json(path).path("proof").findValuesAsText("verificationMethod").stream()
                                    .allMatch(method -> method.startsWith("did:key:"));
                    Verdict verdict = Verifier.of(TrustSettings.OFFLINE)
                            .verify(StandardsFolder.bytes(path))
                            .verdict();
                    if (!carriesItsKey) assertThat(verdict.signature()).isNotEqualTo(Finding.VALID);
                })));
        return tests;
    }

    /** The names say it: registry-status-expiry. */
    @TestFactory
    List<DynamicTest> status_and_dates_are_what_the_names_say() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String path : StandardsFolder.signatureResults().keySet()) {
            if (!path.startsWith(DCC)) continue;
            tests.add(DynamicTest.dynamicTest(path, () -> {
                Verdict verdict = Verifier.of(StandardsFolder.settings())
                        .verify(StandardsFolder.bytes(path))
                        .verdict();
                Finding status = path.contains("-noStatus-")
                        ? Finding.UNKNOWN
                        : path.contains("-revokedSta") ? Finding.INVALID : Finding.VALID;
                assertThat(verdict.status()).as(verdict.reasons().toString()).isEqualTo(status);
                assertThat(verdict.dates()).isEqualTo(path.endsWith("-expired.json") ? Finding.INVALID : Finding.VALID);
                assertThat(verdict.isVerified())
                        .isEqualTo(verdict.signature() == Finding.VALID
                                && status != Finding.INVALID
                                && verdict.dates() == Finding.VALID);
            }));
        }
        return tests;
    }

    @Test
    void a_bad_status_list_leaves_the_status_unknown() throws Exception {
        String folder = "dcc-vc-test-fixtures/statusLists/didkey-ed25519Signature2020/";
        byte[] badge = StandardsFolder.bytes(DCC + "dataIntegrityProof/didWeb/legacy-revokedStatus-noExpiry.json");
        Map<String, String> codes = Map.of(
                "tampered", "status_verification_error",
                "expired", "status_list_out_of_date",
                "notYetValid", "status_list_out_of_date",
                "missingBitStringType", "status_list_malformed");
        for (Map.Entry<String, String> list : codes.entrySet()) {
            TrustSettings settings = TrustSettings.OFFLINE
                    .withTimeLimit(Duration.ofSeconds(60))
                    .withStatusList("e5WK8CbZ1GjycuPombrj", StandardsFolder.bytes(folder + list.getKey()));
            Verdict verdict = Verifier.of(settings).verify(badge).verdict();
            assertThat(verdict.status()).as(list.getKey()).isEqualTo(Finding.UNKNOWN);
            assertThat(verdict.reasons()).as(list.getKey()).anyMatch(r -> r.code()
                    .equals(list.getValue()));
        }
    }

    @Test
    void the_credentials_in_a_transcript_are_checked_each_for_itself() throws Exception {
        Verification transcript =
                Verifier.of(StandardsFolder.settings()).verify(StandardsFolder.bytes(CLR + "complex.json"));
        assertThat(transcript.kind()).isEqualTo(CredentialKind.CLR_2);
        assertThat(transcript.within()).hasSize(6).allSatisfy(within -> {
            assertThat(within.verification().kind()).isEqualTo(CredentialKind.OPEN_BADGE_3);
            assertThat(within.verification().verdict().signature()).isEqualTo(Finding.VALID);
        });
        assertThat(transcript.within().get(0).verification().within())
                .singleElement()
                .satisfies(endorsement -> {
                    assertThat(endorsement.pointer()).isEqualTo("/credentialSubject/achievement/endorsement/0");
                    assertThat(endorsement.verification().kind()).isEqualTo(CredentialKind.ENDORSEMENT);
                });
    }

    @Test
    void a_token_that_brings_its_key_counts_once_its_issuer_lists_that_key() throws Exception {
        byte[] token = StandardsFolder.bytes(CLR + "simple.jwt");
        String header = new String(token, StandardCharsets.US_ASCII).split("\\.")[0];
        ObjectNode document = Json.mapper().createObjectNode().put("id", "https://example.edu/issuers/565049");
        document.putArray("assertionMethod")
                .addObject()
                .put("id", "#key-1")
                .set(
                        "publicKeyJwk",
                        Json.mapper()
                                .readTree(Base64.getUrlDecoder().decode(header))
                                .path("jwk"));
        Verification transcript = Verifier.of(StandardsFolder.settings().withDocument(Json.write(document)))
                .verify(token);
        assertThat(transcript.verdict().signature()).isEqualTo(Finding.VALID);
        assertThat(transcript.within()).singleElement().satisfies(within -> assertThat(
                        within.verification().verdict().signature())
                .isEqualTo(Finding.VALID));
    }
}
