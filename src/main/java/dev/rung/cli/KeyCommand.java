package dev.rung.cli;

import dev.rung.server.Keys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung key NAME}: makes a key for the service. */
@Command(
        name = "key",
        description = "Make a key for the service. It is shown once; the key file holds only its hash.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung key portal --file keys                     may ask and read",
            "  rung key nightly --scopes read,write --file keys",
            "",
            "A line of a key file: NAME SCOPE,SCOPE sha256:HEX. The server reads the file when it starts."
        })
final class KeyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Whose key it is; appears in the log.")
    private String name = "";

    @Option(
            names = "--scopes",
            paramLabel = "SCOPES",
            description =
                    "What it allows, separated by commas: read, write, recruit, admin (default: ${DEFAULT-VALUE}).")
    private String scopes = "read";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Key file to add the line to; without it the line is printed.")
    private @Nullable Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String key = Keys.generate(new SecureRandom());
        String line;
        try {
            line = Keys.line(name, scopes, key);
            if (file != null) add(file, line);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        spec.commandLine().getOut().println(key);
        spec.commandLine()
                .getErr()
                .println(file == null ? "Line for the key file: " + line : "The line for " + name + " is in " + file);
        return 0;
    }

    /** Adds the line, to a file that only its owner may read where the system knows such a thing. */
    private static void add(Path file, String line) throws IOException {
        if (Files.exists(file)) {
            Keys.read(file).checkFree(line);
        } else if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        boolean ended = !Files.exists(file) || endsLine(Files.readAllBytes(file));
        String text = (ended ? "" : System.lineSeparator()) + line + System.lineSeparator();
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static boolean endsLine(byte[] bytes) {
        return bytes.length == 0 || bytes[bytes.length - 1] == '\n';
    }
}
