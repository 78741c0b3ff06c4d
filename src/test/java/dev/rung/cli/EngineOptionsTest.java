package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.opensearch.TlsFront;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says about engines it cannot use. That it uses a real one is in {@link OpenSearchServiceTest}. */
class EngineOptionsTest {
    @TempDir
    Path folder;

    @Test
    void addressesWithoutTheEngineAreRefusedBeforeAnythingIsWritten() {
        Typed typed = demand("--opensearch", "http://127.0.0.1:9200");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("--engine: must be opensearch");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aUserNeedsAPassword() {
        Typed typed = demand("--engine", "opensearch", "--opensearch-user", "rung");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("--opensearch-user: needs a password");
    }

    @Test
    void addressesAreOfTheWeb() {
        Typed typed = demand("--engine", "opensearch", "--opensearch", "http://one:9200,two:9200");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("such as https://node:9200, not two:9200");
    }

    @Test
    void aMissingFileOfThePasswordIsNamed() {
        String file = folder.resolve("none").toString();
        Typed typed = demand("--engine", "opensearch", "--opensearch-user", "rung", "--opensearch-password-file", file);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains(file);
    }

    @Test
    void aMissingUserOfThePasswordIsNamed() {
        Typed typed = demand("--engine", "opensearch", "--opensearch-password-file", "password.txt");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("--opensearch-password-file: needs the user's name in --opensearch-user");
    }

    @Test
    void aPasswordIsNotSentInTheOpen() throws IOException {
        Typed typed = demandAs("secret-1", "--opensearch", "http://cluster.example:9200");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err())
                .contains("nodes: must be https where a name and a password are given")
                .contains("http://cluster.example:9200 is not")
                .doesNotContain("secret-1");
    }

    @Test
    void aPasswordInTheAddressIsRefusedAndNotRepeated() {
        Typed typed = demand("--engine", "opensearch", "--opensearch", "https://rung:secret-1@cluster.example:9200");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err())
                .contains("nodes: must be addresses without a name and a password")
                .doesNotContain("secret-1");
    }

    @Test
    void aWrongPasswordIsSaidAtOnceAndNotRepeated() throws IOException {
        try (TlsFront front = front()) {
            Typed typed = demandAs("wrong-1", front.address(), front.authority());
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err())
                    .contains("does not know the user rung with this password")
                    .contains("--opensearch-password-file")
                    .doesNotContain("wrong-1")
                    .doesNotContain("secret-1");
            assertThat(front.refused()).isEqualTo(1);
        }
    }

    @Test
    void aClusterThatWantsAPasswordSaysSo() throws IOException {
        try (TlsFront front = front()) {
            Typed typed = demand(
                    "--engine", "opensearch",
                    "--opensearch", front.address().toString(),
                    "--opensearch-ca", front.authority().toString());
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err()).contains("wants a name and a password; name the user with --opensearch-user");
        }
    }

    @Test
    void anUnknownAuthorityIsNotTrustedAndSeesNoPassword() throws IOException {
        try (TlsFront front = front()) {
            Typed typed = demandAs("secret-1", "--opensearch", front.address().toString());
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err())
                    .contains("the certificate shown at " + front.address() + " is not trusted")
                    .contains("name a PEM file with the authority that signed it (--opensearch-ca)")
                    .doesNotContain("secret-1");
            assertThat(front.admitted() + front.refused()).isZero();
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotTrusted() throws IOException {
        try (TlsFront front = front()) {
            URI other = URI.create("https://localhost:" + front.address().getPort());
            Typed typed = demandAs("secret-1", other, front.authority());
            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err())
                    .contains("the certificate shown at " + other + " is not trusted")
                    .contains("the certificate must be for the name in the address");
            assertThat(front.admitted() + front.refused()).isZero();
        }
    }

    @Test
    void aFileWithoutACertificateIsNamed() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        Typed typed = demandAs("secret-1", URI.create("https://127.0.0.1:9"), empty);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains(empty + " holds no certificate");
    }

    private TlsFront front() throws IOException {
        return new TlsFront(folder, URI.create("http://127.0.0.1:9"), "rung", "secret-1");
    }

    private Typed demandAs(String password, URI address, Path authority) throws IOException {
        return demandAs(password, "--opensearch", address.toString(), "--opensearch-ca", authority.toString());
    }

    private Typed demandAs(String password, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), password + "\n");
        String[] all = Arrays.copyOf(
                new String[] {
                    "--engine", "opensearch", "--opensearch-user", "rung", "--opensearch-password-file", file.toString()
                },
                6 + options.length);
        System.arraycopy(options, 0, all, 6, options.length);
        return demand(all);
    }

    private Typed demand(String... options) {
        String[] command = new String[options.length + 3];
        command[0] = "demand";
        command[1] = "--data";
        command[2] = folder.resolve("data").toString();
        System.arraycopy(options, 0, command, 3, options.length);
        return Typed.rung(command);
    }
}
