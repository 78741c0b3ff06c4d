package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.behaviour.BruteForceEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key file. */
class KeysTest {
    private static final String HASH = "0".repeat(64);

    @TempDir
    private Path folder;

    private Keys keys(String... lines) throws IOException {
        return Keys.read(Files.write(folder.resolve("keys"), java.util.List.of(lines)));
    }

    @Test
    void aKeyIsKnownByItsHash() throws IOException {
        String key = Keys.generate(new SecureRandom());
        Keys keys = keys("# who may do what", "", Keys.line("portal", "read,recruit", key));

        assertThat(keys.caller(key).flatMap(Caller::name)).contains("portal");
        assertThat(keys.caller(key).orElseThrow().may(Scope.RECRUIT)).isTrue();
        assertThat(keys.caller(key).orElseThrow().may(Scope.WRITE)).isFalse();
        assertThat(keys.caller(key + "x")).isEmpty();
        assertThat(keys.caller("")).isEmpty();
    }

    @Test
    void theFileDoesNotHoldTheKey() {
        String key = Keys.generate(new SecureRandom());

        assertThat(Keys.line("portal", "read", key))
                .matches("portal read sha256:[0-9a-f]{64}")
                .doesNotContain(key);
    }

    @Test
    void theHashIsTheOneThatSha256sumPrints() {
        assertThat(Keys.line("a", "read", "test"))
                .isEqualTo("a read sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    }

    @Test
    void keysAreLongAndDiffer() {
        SecureRandom random = new SecureRandom();

        assertThat(Keys.generate(random)).hasSize(48).startsWith("rung_").isNotEqualTo(Keys.generate(random));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "portal;                                   name, scopes",
                "portal read;                              name, scopes",
                "portal read sha256:abc;                   name, scopes",
                "portal read md5:HASH;                     name, scopes",
                "portal read,fly sha256:HASH;              fly should be one of read, write, recruit, admin",
                "portal public sha256:HASH;                public should be one of",
                "portal , sha256:HASH;                     should be one of",
                "p/ortal read sha256:HASH;                 p/ortal should be letters",
            })
    void aLineThatCannotBeReadIsNamed(String line, String message) {
        assertThatThrownBy(() -> keys("# first", line.replace("HASH", HASH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(message);
    }

    @Test
    void aNameIsTakenOnce() {
        assertThatThrownBy(() -> keys("a read sha256:" + HASH, "a write sha256:" + HASH.replace('0', '1')))
                .hasMessageContaining("line 2")
                .hasMessageContaining("taken");
    }

    @Test
    void aFileWithoutKeysKeepsTheServerFromStarting() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "# none yet\n");

        assertThatThrownBy(() -> RungServer.start(
                        ServerConfig.local(0).withKeys(file),
                        Running.empty(),
                        Running.ENCODER,
                        Running.UNUSED,
                        new BruteForceEvents()))
                .hasMessageContaining("holds no key");
        assertThat(Optional.of(Keys.read(file))).isPresent();
    }
}
