package dev.rung.cli;

import dev.rung.audit.Decisions;
import dev.rung.behaviour.EventLog;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.encoder.SkillEncoder;
import dev.rung.match.Recommender;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** {@code --data DIR}: where the catalogue lives, and how it is opened. */
final class DataFolder {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where the catalogue lives (default: ${DEFAULT-VALUE}). An empty folder gets the starter catalogue.")
    private Path folder = Path.of("data");

    /** This folder, where it is not an option of every command. */
    static DataFolder at(Path folder) {
        DataFolder data = new DataFolder();
        data.folder = folder;
        return data;
    }

    Path path() {
        return folder;
    }

    /** The decision records of this folder; to be written to only while its catalogue is open. */
    Decisions decisions() {
        return new Decisions(folder.resolve(Decisions.FILE), Clock.systemUTC());
    }

    /** Opens the catalogue as it is, without filling an empty one. */
    Opened open() {
        Opened opened = openAsItIs();
        if (opened.catalogue().isOutdated()) {
            System.err.println(
                    "rung: the catalogue was built by another version or with another model; building it anew with "
                            + opened.encoder().name());
            opened.catalogue().reindex();
        }
        return opened;
    }

    /** Opens the catalogue even if another model built it. */
    private Opened openAsItIs() {
        SkillEncoder encoder = ModelOption.readShipped();
        return Opened.in(folder, encoder);
    }

    /** Opens a catalogue that must be there already, builds it anew and returns it. */
    Opened openAnew() {
        mustExist();
        Opened opened = openAsItIs();
        opened.catalogue().reindex();
        return opened;
    }

    /**
     * Opens a catalogue that must be there already.
     *
     * @throws UncheckedIOException if there is none: a mistyped folder is not an empty catalogue
     */
    Opened openExisting() {
        mustExist();
        return open();
    }

    private void mustExist() {
        if (!LuceneCatalogue.isIn(folder)) {
            throw new UncheckedIOException(new FileNotFoundException(
                    "there is no catalogue in " + folder.toAbsolutePath() + "; name its folder with --data"));
        }
    }

    /** Opens the catalogue; an empty one is filled with the starter catalogue first. */
    Opened openOrStart() {
        Opened opened = open();
        if (opened.isEmpty()) Starter.fill(opened);
        return opened;
    }

    /** An open catalogue and what belongs to it. */
    record Opened(LuceneCatalogue catalogue, Events events, SkillEncoder encoder) implements AutoCloseable {
        /** Opens what is in a folder; nobody else can have it open. */
        static Opened in(Path folder, SkillEncoder encoder) {
            LuceneCatalogue catalogue = LuceneCatalogue.open(folder, encoder, Recommender.candidateReader(encoder));
            try {
                return new Opened(catalogue, EventLog.open(folder.resolve("events")), encoder);
            } catch (UncheckedIOException e) {
                catalogue.close();
                throw e;
            }
        }

        Recommender recommender() {
            return new Recommender(catalogue, encoder, Clock.systemUTC(), events::lessons);
        }

        boolean isEmpty() {
            try (CatalogueView view = ((Catalogue) catalogue).view()) {
                return Kind.ALL.stream().allMatch(kind -> view.count(kind, Filter.NONE) == 0);
            }
        }

        @Override
        public void close() {
            try (events) {
                catalogue.close();
            }
        }
    }
}
