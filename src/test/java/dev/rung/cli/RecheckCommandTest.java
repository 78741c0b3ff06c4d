package dev.rung.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.encoder.SkillEncoder;
import dev.rung.json.Json;
import dev.rung.match.Recommender;
import dev.rung.person.Candidate;
import dev.rung.person.Identifiers;
import dev.rung.person.Profile;
import dev.rung.trust.TestIssuer;
import dev.rung.trust.TrustSettings;
import dev.rung.wallet.Round;
import dev.rung.wallet.Wallet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Badges kept, checked again and erased from the command line. */
class RecheckCommandTest {
    private static final String EMAIL = "unmistakable-address@example.org";

    @TempDir
    private Path folder;

    /**
     * Words of rare letters, which compression leaves as they are. It works in blocks of some hundred bytes here, and where one ends it may cut through a word, but
     * not through two that are neighbours.
     */
    private static final List<String> SEEN_ON_DISK = List.of("mwqzkvxj", "vwjzqxkp");

    private Path data;
    private Path badge;
    private TestIssuer college;
    private String out = "";
    private String err = "";

    @BeforeEach
    void start() throws Exception {
        data = folder.resolve("data");
        college = TestIssuer.ed25519();
        ObjectNode document = college.badge();
        ((ObjectNode) document.at("/credentialSubject/achievement")).put("description", String.join(" ", SEEN_ON_DISK));
        badge = Files.write(folder.resolve("badge.json"), college.signed(document));
        SkillEncoder encoder = ModelOption.readShipped();
        try (LuceneCatalogue catalogue = LuceneCatalogue.open(data, encoder, Recommender.candidateReader(encoder))) {
            catalogue.write(List.of(put("ada", "did:example:learner"), put("ben", "did:example:ben")));
        }
    }

    private static Change put(String id, String did) {
        Identifiers identifiers = new Identifiers(List.of(did), List.of(EMAIL));
        return Change.put(
                Kind.CANDIDATES, new Candidate(id, Optional.empty(), true, Profile.EMPTY, Optional.of(identifiers)));
    }

    private int run(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine line = Rung.commandLine();
        line.setOut(new PrintWriter(output)).setErr(new PrintWriter(errors));
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        int status = line.execute(all);
        out = output.toString();
        err = errors.toString();
        return status;
    }

    @Test
    void heldAndCheckedAgain() throws Exception {
        assertThat(run("verify", badge.toString(), "--hold", "ada", "--json"))
                .as(err)
                .isZero();
        assertThat(err).contains("ada holds").contains(", verified");
        assertThat(Json.mapper().readTree(out).path("signature").textValue()).isEqualTo("valid");

        assertThat(run("recheck")).isZero();
        assertThat(out).startsWith("1 credentials of 1 people: 0 are no longer verified");
        assertThat(run("recheck", "ada", "--at", "2040-01-01T00:00:00Z", "--json"))
                .isEqualTo(1);
        JsonNode held = Json.mapper().readTree(out).at("/held/0");
        assertThat(held.path("was").booleanValue()).isTrue();
        assertThat(held.at("/verdict/dates").textValue()).isEqualTo("invalid");
        assertThat(run("recheck", "ada")).isZero();
        assertThat(out).contains("Bread baking: verified, was not");

        assertThat(run("erase", "ada")).isZero();
        assertThat(filesWith("did:example:learner")).isEmpty();
    }

    @Test
    void aCredentialThatIsTakenOutLeavesTheDisk() throws Exception {
        run("verify", badge.toString(), "--hold", "ada");
        SkillEncoder encoder = ModelOption.readShipped();
        try (LuceneCatalogue catalogue = LuceneCatalogue.open(data, encoder, Recommender.candidateReader(encoder))) {
            Candidate ada;
            try (CatalogueView view = catalogue.view()) {
                ada = view.find(Kind.CANDIDATES, "ada").orElseThrow();
            }
            // Written together with many others, whose records keep theirs on the disk until it is cleared.
            List<Change> together = new ArrayList<>(List.of(Change.put(Kind.CANDIDATES, ada)));
            for (int i = 0; i < 50; i++) together.add(put("p-" + i, "did:example:p-" + i));
            catalogue.write(together);
            String digest = ada.profile().credentials().getFirst().digest().orElseThrow();
            assertThat(SEEN_ON_DISK)
                    .anySatisfy(word -> assertThat(filesWith(word)).isNotEmpty());
            assertThat(new Wallet(catalogue, () -> TrustSettings.OFFLINE).remove("ada", digest))
                    .isTrue();
        }
        for (String word : SEEN_ON_DISK) assertThat(filesWith(word)).isEmpty();
    }

    @Test
    void aRoundIsRememberedUnlessItIsOneAsIfItWereThen() {
        assertThat(run("recheck", "--at", "2033-01-01T00:00:00Z")).isZero();
        assertThat(Round.in(data).all()).isEmpty();
        assertThat(run("recheck")).isZero();
        assertThat(Round.in(data).all()).hasSize(1);
    }

    @Test
    void whatLiesInTheFolderIsTrusted() throws Exception {
        Path own = data.resolve("trust/registries/colleges.json");
        Files.createDirectories(data.resolve("trust/registries"));
        Files.writeString(own, "{\"name\":\"Colleges\",\"issuers\":[{\"id\":\"" + college.did() + "\"}]}");
        run("verify", badge.toString(), "--hold", "ada");
        run("recheck", "ada", "--json");
        assertThat(Json.mapper().readTree(out).at("/held/0/verdict/issuer").textValue())
                .isEqualTo("valid");

        Files.writeString(own, "{");
        assertThat(run("recheck")).isEqualTo(2);
        assertThat(err).contains("colleges.json");
    }

    @Test
    void theStarterCatalogueBringsWhatItsBadgesAreCheckedWith() throws Exception {
        data = folder.resolve("starter");
        List<String> before = verified();
        assertThat(run("recheck", "--at", "2026-11-22T12:00:00Z")).as(out).isZero();
        assertThat(out).contains(": 0 are no longer verified, 0 are now");
        assertThat(verified()).isEqualTo(before).hasSizeGreaterThan(2);
        assertThat(run("check")).as(out).isZero();
        assertThat(out).doesNotContain("nothing of Rung's");
    }

    private List<String> verified() throws Exception {
        assertThat(run("candidates", "--role", "data-analyst", "--verified", "--json"))
                .isZero();
        List<String> found = new ArrayList<>();
        Json.mapper()
                .readTree(out)
                .path("results")
                .forEach(r -> found.add(r.path("id").textValue() + " " + r.path("score")));
        return found;
    }

    @Test
    void whatIsNotTakenIsSaid() throws Exception {
        assertThat(run("verify", badge.toString(), "--hold", "ben")).isEqualTo(1);
        assertThat(err).contains("not taken: It is about somebody else");
        assertThat(run("verify", badge.toString(), "--hold", "nobody")).isEqualTo(1);
        assertThat(err).contains("there is no candidate nobody");
        assertThat(run("verify", badge.toString(), "--hold", "ada", "--at", "2030-01-01"))
                .isEqualTo(2);
        assertThat(run("recheck", "nobody")).isEqualTo(1);
        assertThat(run("recheck", "--status-list", "nowhere")).isEqualTo(2);
        assertThat(err).contains("--status-list nowhere: there is no such file");
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(f -> has(f, text)).toList();
        }
    }

    private static boolean has(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(new String(text.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
