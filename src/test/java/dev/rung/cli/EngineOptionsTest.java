package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says about engines it cannot use. */
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

    private Typed demand(String... options) {
        String[] command = new String[options.length + 3];
        command[0] = "demand";
        command[1] = "--data";
        command[2] = folder.resolve("data").toString();
        System.arraycopy(options, 0, command, 3, options.length);
        return Typed.rung(command);
    }
}
