package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.StarterForTests;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.json.Json;
import dev.rung.person.Candidate;
import dev.rung.person.Finding;
import dev.rung.person.HeldCredential;
import dev.rung.person.Identifiers;
import dev.rung.person.Verdict;
import dev.rung.trust.CredentialDocument;
import dev.rung.trust.SubjectCheck;
import dev.rung.trust.TestIssuer;
import dev.rung.trust.TrustFiles;
import dev.rung.trust.TrustSettings;
import dev.rung.trust.Verifier;
import dev.rung.trust.fetch.Fetch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the starter catalogue “verified” is no statement: its invented people hold badges that are really signed. */
class StarterProofTest {
    private static final Path REGISTRY = Path.of("taxonomy/trust/registry.json");
    private static final Path LIST = Path.of("taxonomy/trust/status-list.json");

    private static final int AT_ONCE = 50;

    @TempDir
    private Path folder;

    private Path list;
    private Running rung;

    @BeforeEach
    void start() throws Exception {
        list = Files.copy(LIST, folder.resolve("status-list.json"));
        Path data = Files.createDirectory(folder.resolve("data"));
        StarterForTests.fill(data);
        TrustFiles files = new TrustFiles(List.of(REGISTRY), List.of(), List.of(list), Fetch.NEVER);
        rung = Running.over(
                StarterForTests.open(data),
                c -> c.withTrust(files).withRecheck(Duration.ZERO).withLimits(Running.UNHURRIED));
    }

    @AfterEach
    void stop() {
        rung.close();
    }

    private List<Candidate> people() {
        return StarterForTests.all(Kind.CANDIDATES);
    }

    /** Who is found with verified evidence, when all that anybody's badge is about is asked for. */
    private Set<String> proven(String more) {
        Catalogue catalogue = rung.catalogue;
        Set<String> skills = new TreeSet<>();
        try (CatalogueView view = catalogue.view()) {
            for (Candidate person : people()) {
                for (HeldCredential held : person.profile().credentials()) {
                    held.openBadge().ifPresent(badge -> skills.addAll(taught(view, held)));
                }
            }
        }
        Set<String> ids = new TreeSet<>();
        List<String> all = List.copyOf(skills);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            ObjectNode request =
                    Json.mapper().createObjectNode().put("verifiedOnly", true).put("limit", 100);
            ArrayNode requirements = request.putArray("requirements");
            all.subList(from, Math.min(all.size(), from + AT_ONCE))
                    .forEach(skill -> requirements.addObject().put("skill", skill));
            Running.Reply reply =
                    rung.post("/v1/candidates/search", request.toString().replaceFirst("\\{", "{" + more));
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            reply.json().path("results").forEach(r -> ids.add(r.path("id").textValue()));
        }
        return ids;
    }

    private static Set<String> taught(CatalogueView view, HeldCredential held) {
        Credential credential =
                view.find(Kind.CREDENTIALS, held.id().orElseThrow()).orElseThrow();
        Set<String> skills = new TreeSet<>();
        credential.outcomes().forEach(o -> o.skill().ifPresent(s -> skills.add(s.value())));
        return skills;
    }

    /** Those of whose badges at least one verifies now and is theirs, by the verifier itself. */
    private Set<String> genuine(TrustSettings settings) throws Exception {
        Verifier verifier = Verifier.of(settings.withTimeLimit(Duration.ofMinutes(1)));
        Set<String> ids = new TreeSet<>();
        for (Candidate person : people()) {
            for (HeldCredential held : person.profile().credentials()) {
                if (held.openBadge().isEmpty()) continue;
                CredentialDocument badge =
                        CredentialDocument.of(held.openBadge().get());
                Verdict verdict = verifier.verify(badge.bytes()).verdict();
                Identifiers identifiers = person.identifiers().orElseThrow();
                assertThat(SubjectCheck.check(badge, identifiers).finding()).isEqualTo(Finding.VALID);
                assertThat(badge.digest()).isEqualTo(held.digest().orElseThrow());
                if (verdict.isVerified()) ids.add(person.id());
            }
        }
        return ids;
    }

    private TrustSettings settings() throws Exception {
        return new TrustFiles(List.of(REGISTRY), List.of(), List.of(list), Fetch.NEVER).read(TrustSettings.OFFLINE);
    }

    @Test
    void exactlyThePeopleWhoseBadgesVerifyNowAreFound() throws Exception {
        Set<String> genuine = genuine(settings());

        assertThat(genuine).hasSizeGreaterThan(15);
        assertThat(proven("")).isEqualTo(genuine);
    }

    @Test
    void noVerdictIsStatedThatNothingBacks() {
        assertThat(people()).allSatisfy(person -> assertThat(person.profile().credentials())
                .allSatisfy(held -> assertThat(held.verdict().isPresent())
                        .isEqualTo(held.openBadge().isPresent())));
    }

    @Test
    void checkingAllAgainChangesNothing() throws Exception {
        for (String person : genuine(settings())) {
            JsonNode answer = recheck(person);
            assertThat(answer.path("changed").intValue()).as(answer.toString()).isZero();
        }
    }

    @Test
    void whoseBadgeIsRevokedDropsOut() throws Exception {
        Set<String> before = genuine(settings());
        flip(before);
        Set<String> after = genuine(settings());
        assertThat(before.size() - after.size()).isGreaterThan(5);

        before.forEach(this::recheck);

        assertThat(proven("")).isEqualTo(after);
    }

    @Test
    void whoseBadgeExpiresDropsOut() throws Exception {
        Set<String> then = genuine(settings().at(java.time.Instant.parse("2033-01-01T12:00:00Z")));

        assertThat(then).hasSizeLessThan(genuine(settings()).size());
        assertThat(proven("\"asOf\":\"2033-01-01\",")).isEqualTo(then);
    }

    private JsonNode recheck(String person) {
        return rung.send(rung.request("/v1/candidates/" + person + "/credentials:recheck")
                        .POST(BodyPublishers.noBody()))
                .json();
    }

    /** Publishes a list in which every second place is revoked. */
    private void flip(Set<String> people) throws Exception {
        ObjectNode changed = (ObjectNode) Json.mapper().readTree(Files.readAllBytes(list));
        changed.remove("proof");
        byte[] packed = Base64.getUrlDecoder()
                .decode(changed.at("/credentialSubject/encodedList").textValue().substring(1));
        byte[] bits = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        for (int i = 0; i < 2 * people.size() / 8 + 8; i++) bits[i] |= 0x55;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bits);
        }
        TestIssuer service = TestIssuer.ed25519();
        changed.put("issuer", service.did());
        changed.with("/credentialSubject")
                .put(
                        "encodedList",
                        "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray()));
        Files.write(list, service.signed(changed));
    }
}
