package dev.rung;

import dev.rung.catalogue.BruteForceCatalogue;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.encoder.SkillEncoder;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.formats.StarterCatalogue;
import dev.rung.match.Recommender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/** The starter catalogue as it is shipped, with the model that is shipped, read and filled in once for all tests that only look at it. */
public final class StarterForTests {
    public static final SkillEncoder ENCODER = shippedModel();

    private StarterForTests() {}

    private static SkillEncoder shippedModel() {
        try {
            return TrainedEncoder.read(Path.of("models", "skills"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Changes {
        static final List<Change> ALL = StarterCatalogue.builtIn().changes(ENCODER);
    }

    private static final class Exact {
        static final Catalogue CATALOGUE = filled();
        static final Recommender RECOMMENDER = new Recommender(CATALOGUE, ENCODER);

        private static Catalogue filled() {
            Catalogue catalogue = new BruteForceCatalogue(ENCODER, Recommender.candidateReader(ENCODER));
            catalogue.write(changes());
            return catalogue;
        }
    }

    /** A data folder with everything in it, closed. */
    private static final class Folder {
        static final Path PATH = filled();

        private static Path filled() {
            try {
                Path folder = Files.createTempDirectory("rung-starter-test");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                try (Catalogue catalogue = open(folder)) {
                    catalogue.write(changes());
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try {
                IOUtils.rm(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Puts a data folder with the starter catalogue, closed, where a test can do with it as it likes. */
    public static void fill(Path empty) {
        try (Stream<Path> files = Files.walk(Folder.PATH)) {
            for (Path file : files.toList()) {
                Path copy = empty.resolve(Folder.PATH.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a data folder as the command line does. */
    public static LuceneCatalogue open(Path folder) {
        return LuceneCatalogue.open(folder, ENCODER, Recommender.candidateReader(ENCODER));
    }

    /** Every record, in the order in which they build on each other. */
    public static List<Change> changes() {
        return Changes.ALL;
    }

    /** In the exact engine. Do not write to it. */
    public static Catalogue catalogue() {
        return Exact.CATALOGUE;
    }

    /** Over {@link #catalogue()}. */
    public static Recommender recommender() {
        return Exact.RECOMMENDER;
    }

    /** All records of a kind, file by file. */
    public static <T> List<T> all(Kind<T> kind) {
        List<T> records = new ArrayList<>();
        for (Change change : changes()) {
            if (change instanceof Change.Put<?> put && put.kind().equals(kind)) {
                records.add(kind.type().cast(put.record()));
            }
        }
        return records;
    }
}
