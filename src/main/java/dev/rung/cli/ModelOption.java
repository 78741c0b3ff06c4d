package dev.rung.cli;

import dev.rung.encoder.TrainedEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --model DIR}: the trained model a command works with. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "Folder of a trained model (default: the one Rung ships, ${DEFAULT-VALUE}).",
            defaultValue = "${sys:rung.home:-.}/models/skills")
    Path folder = shipped();

    TrainedEncoder read() throws IOException {
        return TrainedEncoder.read(folder);
    }

    /** The encoder that every catalogue is built with: the model that Rung ships. */
    static TrainedEncoder readShipped() {
        try {
            return TrainedEncoder.read(shipped());
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(
                    "the trained model in " + shipped() + " cannot be read: " + e.getMessage()
                            + "; it belongs to Rung's folder, which the launcher names with -Drung.home",
                    e));
        }
    }

    private static Path shipped() {
        return Path.of(System.getProperty("rung.home", "."), "models", "skills");
    }
}
