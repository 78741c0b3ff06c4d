package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code rung key}. */
class KeyCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Rung.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void aKeyIsPrintedAndItsHashIsAdded() throws IOException {
        Path file = folder.resolve("keys");

        assertThat(run("key", "portal", "--file", file.toString())).isZero();
        assertThat(run("key", "nightly", "--scopes", "read,write", "--file", file.toString()))
                .isZero();

        assertThat(out.toString().lines()).hasSize(2).allMatch(l -> l.matches("rung_[A-Za-z0-9_-]{43}"));
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(Files.readAllLines(file).get(0)).matches("portal read sha256:[0-9a-f]{64}");
        assertThat(Files.readAllLines(file).get(1)).startsWith("nightly read,write sha256:");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aLineWithoutAnEndIsEndedFirst() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "# ours");

        assertThat(run("key", "portal", "--file", file.toString())).isZero();

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void aNameIsTakenOnce() throws IOException {
        Path file = folder.resolve("keys");
        run("key", "portal", "--file", file.toString());

        assertThat(run("key", "portal", "--file", file.toString())).isEqualTo(2);
        assertThat(Files.readAllLines(file)).hasSize(1);
        assertThat(err.toString()).contains("portal");
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        assertThat(run("key", "por tal")).isEqualTo(2);
        assertThat(run("key", "portal", "--scopes", "fly")).isEqualTo(2);
        assertThat(run("key")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutAFileTheLineIsPrintedBeside() {
        assertThat(run("key", "portal")).isZero();

        assertThat(err.toString()).contains("portal read sha256:");
    }
}
