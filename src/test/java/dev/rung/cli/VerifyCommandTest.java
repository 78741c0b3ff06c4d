package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code rung verify} with real files → what it prints and the status it ends with. */
final class VerifyCommandTest {
    private static final Path SAMPLES = Path.of("../shared/standards/dcc-vc-test-fixtures");
    private static final String BADGES = SAMPLES + "/verifiableCredentials/v1/dataIntegrityProof/";
    private static final String GOOD = BADGES + "didKey/legacy-noStatus-noExpiry.json";
    private static final String REVOKED = BADGES + "didWeb/legacy-revokedStatus-noExpiry.json";

    @TempDir
    private Path folder = Path.of("");

    private String out = "";
    private String err = "";

    @BeforeEach
    void samples() {
        assumeTrue(
                Files.isDirectory(SAMPLES),
                SAMPLES + " is not here: the samples of the standards are kept outside the project");
    }

    private int run(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int status = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        out = output.toString();
        err = errors.toString();
        return status;
    }

    @Test
    void a_good_badge() {
        assertThat(run(GOOD)).isZero();
        assertThat(out)
                .startsWith(GOOD + ": open-badge-3, signature valid, dates valid, status unknown, issuer unknown");
        assertThat(err).isEmpty();
    }

    @Test
    void as_json_an_object_a_line() throws Exception {
        assertThat(run("--json", GOOD, REVOKED)).isZero();
        assertThat(out.lines()).hasSize(2);
        JsonNode first = Json.mapper().readTree(out.lines().findFirst().orElseThrow());
        assertThat(first.path("file").asText()).isEqualTo(GOOD);
        assertThat(first.path("kind").asText()).isEqualTo("open-badge-3");
        assertThat(first.path("signature").asText()).isEqualTo("valid");
        assertThat(first.path("issuer").asText()).isEqualTo("unknown");
        assertThat(first.path("reasons")).isNotEmpty().allSatisfy(reason -> assertThat(reason.fieldNames())
                .toIterable()
                .containsExactly("part", "code", "message"));
    }

    @Test
    void with_the_documents_that_it_needs() throws Exception {
        Path registry = Files.writeString(
                folder.resolve("known.json"),
                "{\"issuers\": [{\"id\": \"did:web:digitalcredentials.github.io:vc-test-fixtures:dids:legacy\", \"name\": \"Us\"}]}");
        int status = run(
                "--json",
                REVOKED,
                "--did-document",
                SAMPLES + "/dids/legacy/did.json",
                "--status-list",
                SAMPLES + "/statusLists/didkey-ed25519Signature2020/e5WK8CbZ1GjycuPombrj",
                "--registry",
                registry.toString());
        assertThat(status).isEqualTo(1);
        JsonNode answer = Json.mapper().readTree(out);
        assertThat(answer.path("signature").asText()).isEqualTo("valid");
        assertThat(answer.path("status").asText()).isEqualTo("invalid");
        assertThat(answer.path("issuer").asText()).isEqualTo("valid");
    }

    @Test
    void at_another_time() {
        assertThat(run("--at", "2020-01-01T00:00:00Z", GOOD)).isEqualTo(1);
        assertThat(out).contains("dates invalid").contains("dates: It is valid only from");
    }

    @Test
    void a_changed_badge() throws Exception {
        Path changed = Files.writeString(
                folder.resolve("changed.json"),
                Files.readString(Path.of(GOOD)).replaceFirst("\"name\": \"", "\"name\": \"Very "));
        assertThat(run(changed.toString())).isEqualTo(1);
        assertThat(out).contains("signature invalid");
    }

    @Test
    void what_is_no_credential_is_unknown_not_wrong() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.json"), "");
        assertThat(run(empty.toString())).isZero();
        assertThat(out).contains("unknown, signature unknown, dates unknown, status unknown, issuer unknown");
    }

    @Test
    void wrong_commands_say_what_was_wrong() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("nowhere.json")).isEqualTo(2);
        assertThat(err).contains("nowhere.json: there is no such file");
        assertThat(run(GOOD, "--at", "yesterday")).isEqualTo(2);
        assertThat(err).contains("--at yesterday: must be a time such as");
        assertThat(run(GOOD, "--registry", GOOD)).isEqualTo(2);
        assertThat(err).contains("--registry").contains("must have issuers");
        assertThat(run(folder.toString())).isEqualTo(2);
        assertThat(err).contains("it is a folder");
    }
}
