package dev.rung.cli;

import dev.rung.encoder.SkillEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/** A starter catalogue in a folder of its own that is gone afterwards, so that an evaluation does not depend on what a data folder holds. */
final class TemporaryCatalogue {
    private TemporaryCatalogue() {}

    static <T> T withStarter(Function<DataFolder.Opened, T> work) throws IOException {
        Path folder = Files.createTempDirectory("rung-starter");
        SkillEncoder encoder = ModelOption.readShipped();
        try (DataFolder.Opened opened = DataFolder.Opened.in(folder, encoder)) {
            Starter.fill(opened);
            return work.apply(opened);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
