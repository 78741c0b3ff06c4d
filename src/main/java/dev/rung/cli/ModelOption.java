package dev.rung.cli;

import dev.rung.encoder.TrainedEncoder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The trained model a command works with. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "folder of a trained model (default: the one Rung ships, ${DEFAULT-VALUE})",
            defaultValue = "${sys:rung.home:-.}/models/skills")
    Path folder = Path.of("models/skills");

    TrainedEncoder read() throws IOException {
        return TrainedEncoder.read(folder);
    }
}
