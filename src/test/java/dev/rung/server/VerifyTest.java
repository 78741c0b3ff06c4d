package dev.rung.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.behaviour.BruteForceEvents;
import dev.rung.json.Json;
import dev.rung.server.Running.Reply;
import dev.rung.trust.TestIssuer;
import dev.rung.trust.TrustFiles;
import dev.rung.trust.fetch.Fetch;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A badge sent in whatever form → what was found, and never an error for what is in it. */
class VerifyTest {
    @TempDir
    private Path folder;

    private final TestIssuer college;
    private Running rung;

    VerifyTest() throws Exception {
        college = TestIssuer.ed25519();
    }

    @BeforeEach
    void start() throws Exception {
        Path registry = Files.writeString(
                folder.resolve("colleges.json"),
                "{\"issuers\":[{\"id\":\"" + college.did() + "\",\"name\":\"The College\"}]}");
        TrustFiles files = new TrustFiles(List.of(registry), List.of(), List.of(), Fetch.NEVER);
        rung = Running.with(c -> c.withTrust(files).withLimits(Running.UNHURRIED));
    }

    @AfterEach
    void stop() {
        rung.close();
    }

    private Reply verify(byte[] body, String mediaType, String query) {
        return rung.send(rung.request("/v1/credentials/verify" + query)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private JsonNode verified(byte[] body, String mediaType) {
        Reply reply = verify(body, mediaType, "");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static void isFine(JsonNode report) {
        for (String part : List.of("signature", "dates", "issuer")) {
            assertThat(report.path(part).textValue()).as(report.toString()).isEqualTo("valid");
        }
        assertThat(report.path("status").textValue()).isEqualTo("unknown");
        assertThat(report.path("kind").textValue()).isEqualTo("open-badge-3");
        assertThat(report.path("verified").booleanValue()).isTrue();
    }

    @Test
    void asJson() throws Exception {
        JsonNode report = verified(college.signed(college.badge()), "application/json");

        isFine(report);
        assertThat(report.path("file").textValue()).isEqualTo("body");
        assertThat(report.path("reasons"))
                .extracting(r -> r.path("code").textValue())
                .contains("issuer_known", "no_status");
        assertThat(report.has("understood")).isFalse();
    }

    @Test
    void asATokenAndInAnImage() throws Exception {
        String token = college.token(
                Json.mapper().createObjectNode().put("alg", "EdDSA").put("kid", college.keyName()), college.badge());
        String svg = "<svg xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"><openbadges:credential verify=\""
                + token + "\"/></svg>";

        isFine(verified(token.getBytes(UTF_8), "application/vc+jwt"));
        isFine(verified(svg.getBytes(UTF_8), "image/svg+xml"));
        isFine(verified(svg.getBytes(UTF_8), "application/octet-stream"));
    }

    @Test
    void atAnotherTime() throws Exception {
        byte[] badge = college.signed(college.badge());

        assertThat(verify(badge, "application/json", "?at=2040-01-01T00:00:00Z")
                        .json()
                        .path("dates")
                        .textValue())
                .isEqualTo("invalid");
        verify(badge, "application/json", "?at=tomorrow").problem(422);
    }

    @Test
    void withTheSkillsItIsAbout() throws Exception {
        ObjectNode badge = college.badge();
        badge.with("/credentialSubject/achievement")
                .putArray("alignment")
                .addObject()
                .put("targetName", "food hygiene")
                .put("targetUrl", "https://skills.example/hygiene")
                .putArray("type")
                .add("Alignment");

        JsonNode understood = verify(college.signed(badge), "application/json", "?skills=true")
                .json()
                .at("/understood/0");

        assertThat(understood.at("/skills/0/skill").textValue()).isEqualTo("hygiene");
        assertThat(understood.at("/skills/0/how").textValue()).isEqualTo("id");
        assertThat(understood.path("at").textValue()).isEmpty();
        verify(college.signed(badge), "application/json", "?skills=perhaps").problem(422);
    }

    @Test
    void severalAtOnceWithWhatTheyNeed() throws Exception {
        TestIssuer web = TestIssuer.ed25519();
        String did = "did:web:web.example";
        ObjectNode badge = TestIssuer.tree(college.badge().toString().replace(college.did(), did));
        ObjectNode signed = web.withProof(
                badge,
                TestIssuer.tree(
                        "{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"eddsa-rdfc-2022\",\"created\":\"2025-01-01T00:00:00Z\",\"verificationMethod\":\""
                                + did + "#k\",\"proofPurpose\":\"assertionMethod\"}"));
        ObjectNode several = Json.mapper().createObjectNode();
        several.putArray("credentials")
                .add(signed)
                .add(Json.mapper().readTree(college.signed(college.badge())))
                .add("data:image/png;base64," + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}))
                .add("rubbish")
                .add(7);
        several.putArray("documents").add(TestIssuer.tree("""
                {"id": "%s", "verificationMethod": [{"id": "%s#k", "type": "Multikey", "controller": "%s", "publicKeyMultibase": "%s"}],
                 "assertionMethod": ["%s#k"]}""".formatted(did, did, did, web.multikey(), did)));

        JsonNode results = verified(Json.write(several), "application/json").path("results");

        assertThat(results)
                .extracting(r -> r.path("file").textValue())
                .startsWith("/credentials/0", "/credentials/1")
                .hasSize(5);
        assertThat(results)
                .extracting(r -> r.path("signature").textValue())
                .containsExactly("valid", "valid", "unknown", "unknown", "unknown");
        several.remove("documents");
        assertThat(verified(Json.write(several), "application/json")
                        .at("/results/0/signature")
                        .textValue())
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"credentials\":[],\"more\":1}",
                "{\"credentials\":[],\"documents\":[{}]}",
                "{\"credentials\":[],\"documents\":[7]}",
                "{\"credentials\":[],\"at\":\"soon\"}",
                "{\"credentials\":[0,1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7,8,9,0]}",
            })
    void anEnvelopeThatIsWrongIsAProblem(String body) {
        verify(body.getBytes(UTF_8), "application/json", "").problem(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "7",
                "\"x\"",
                "{}",
                "a.b.c",
                "<svg",
                "<svg/>",
                "\u0000",
                "{\"type\":\"Assertion\",\"badge\":7}",
                "{\"@context\":7,\"credentials\":[]}",
                "{\"issuer\":[],\"type\":{}}",
                "{\"a\":1,\"a\":2}"
            })
    void garbageIsUnknownAndNeverAnError(String body) {
        JsonNode report = verified(body.getBytes(UTF_8), "application/json");

        assertThat(report.path("signature").textValue()).isEqualTo("unknown");
        assertThat(report.path("reasons")).isNotEmpty();
        assertThat(verify(body.getBytes(UTF_8), "image/png", "?skills=true").status())
                .isEqualTo(200);
    }

    @Test
    void bytesByChanceAndBadgesBentByChance() throws Exception {
        Random random = new Random(4);
        byte[] badge = college.signed(college.badge());
        for (int i = 0; i < 200; i++) {
            byte[] bent = badge.clone();
            if (i % 2 == 0) random.nextBytes(bent);
            else for (int j = 0; j < 3; j++) bent[random.nextInt(bent.length)] = (byte) random.nextInt();
            Reply reply = verify(bent, "application/octet-stream", "?skills=true");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.json().path("signature").textValue()).isNotEqualTo("valid");
        }
    }

    @Test
    void whatIsNoFormOfABadgeOrTooLargeIsAProblem() {
        verify(new byte[] {1}, "text/plain", "").problem(415);
        verify(new byte[4_000_001], "image/png", "").problem(413);
        verify(new byte[] {1}, "image/png", "?when=now").problem(422);
    }

    @Test
    void filesThatCannotBeUsedKeepTheServerFromStarting() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{}");
        for (TrustFiles files : List.of(
                new TrustFiles(List.of(bad), List.of(), List.of(), Fetch.NEVER),
                new TrustFiles(List.of(), List.of(bad), List.of(), Fetch.NEVER),
                new TrustFiles(List.of(), List.of(), List.of(folder.resolve("nowhere")), Fetch.NEVER))) {
            assertThatThrownBy(() -> RungServer.start(
                            ServerConfig.local(0).withTrust(files),
                            rung.catalogue,
                            Running.ENCODER,
                            Running.UNUSED,
                            new BruteForceEvents()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("--");
        }
    }
}
