package dev.rung.cli;

import dev.rung.audit.Decisions;
import dev.rung.behaviour.EventLog;
import dev.rung.behaviour.EventReading;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.catalogue.lucene.LuceneReading;
import dev.rung.catalogue.opensearch.OpenSearchCatalogue;
import dev.rung.catalogue.opensearch.OpenSearchSettings;
import dev.rung.encoder.SkillEncoder;
import dev.rung.evaluation.Evaluation;
import dev.rung.formats.ImportNote;
import dev.rung.match.Recommender;
import dev.rung.privacy.Erasures;
import dev.rung.privacy.PersonalData;
import dev.rung.wallet.Round;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code --data DIR}, {@code --engine} and what goes with it: where the catalogue lives, and how it is opened.
 *
 * <p>On a cluster, the folder still keeps what is no part of the catalogue: events, decision records, whom to trust, and notes.
 */
final class DataFolder {
    static final Path DEFAULT = Path.of("data");

    /** The notes in a data folder by the names of their files, and how each is read. Nothing else depends on them. */
    static final SortedMap<String, Consumer<Path>> NOTES = Collections.unmodifiableSortedMap(new TreeMap<>(
            Map.of(ImportNote.FILE, ImportNote::in, Evaluation.FILE, Evaluation::in, Round.FILE, Round::in)));

    /** Registries, DID documents and status lists that count without being named by an option; see {@link TrustOptions}. */
    static final String TRUST = "trust";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where the catalogue lives, and events, decision records and notes (default: ${DEFAULT-VALUE}). An empty catalogue becomes the starter catalogue.")
    private Path folder = DEFAULT;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    /** This folder, where it is not an option of every command. */
    static DataFolder at(Path folder) {
        return at(folder, new EngineOptions());
    }

    /** This folder, and what holds the catalogue. */
    static DataFolder at(Path folder, EngineOptions engine) {
        DataFolder data = new DataFolder();
        data.folder = folder;
        data.engine = engine;
        return data;
    }

    Path path() {
        return folder;
    }

    /** Where the catalogue lives, for people. */
    String place() {
        return engine.cluster()
                .map(c -> "engine opensearch at "
                        + c.nodes().stream().map(URI::toString).collect(Collectors.joining(", ")) + ", the rest in "
                        + folder)
                .orElse(folder + ", engine lucene");
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
        int resumed = opened.people().resume();
        if (resumed > 0) System.err.println("rung: finished erasing people, as was begun before: " + resumed);
        int elsewhere = opened.people().eraseWhoeverWasElsewhere();
        if (elsewhere > 0) System.err.println("rung: erased people here who were erased elsewhere: " + elsewhere);
        return opened;
    }

    /** Opens the catalogue even if another model built it. */
    private Opened openAsItIs() {
        if (Files.isRegularFile(folder)) {
            throw new UncheckedIOException(
                    new IOException(folder + " is a file and no data folder; name a folder with --data"));
        }
        SkillEncoder encoder = ModelOption.readShipped();
        return engine.cluster()
                .map(cluster -> Opened.with(
                        OpenSearchCatalogue.open(cluster, encoder, Recommender.candidateReader(encoder)),
                        folder,
                        encoder))
                .orElseGet(() -> Opened.in(folder, encoder));
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
        Optional<OpenSearchSettings> cluster = engine.cluster();
        if (cluster.isPresent()) {
            if (OpenSearchCatalogue.isOn(cluster.get())) return;
            throw new UncheckedIOException(new FileNotFoundException(
                    "there is no catalogue named " + cluster.get().prefix() + " on "
                            + cluster.get().nodes() + "; fill one with rung import or rung serve"));
        }
        if (!LuceneCatalogue.isIn(folder)) {
            throw new UncheckedIOException(new FileNotFoundException(
                    "there is no catalogue in " + folder.toAbsolutePath() + "; name its folder with --data"));
        }
    }

    /** Opens the catalogue; an empty one is filled with the starter catalogue first. */
    Opened openOrStart() {
        Opened opened = open();
        if (opened.isEmpty()) {
            Starter.trust(folder.resolve(TRUST));
            Starter.fill(opened);
        }
        return opened;
    }

    /**
     * The same for commands that only read: if a server has the folder open, it is read beside it, as it is at this moment. That a folder must not be
     * written to does not matter either.
     */
    Opened openToRead() {
        try {
            return openOrStart();
        } catch (LuceneCatalogue.InUse e) {
            return Opened.beside(folder, ModelOption.readShipped());
        } catch (UncheckedIOException e) {
            if (Files.isWritable(folder) || !LuceneCatalogue.isIn(folder)) throw e;
            return Opened.beside(folder, ModelOption.readShipped());
        }
    }

    /** As {@link #openToRead}, if there is a catalogue already. */
    Opened openExistingToRead() {
        mustExist();
        return openToRead();
    }

    /** An open catalogue and what belongs to it. */
    record Opened(Catalogue catalogue, Events events, PersonalData people, SkillEncoder encoder)
            implements AutoCloseable {
        /** Opens what is in a folder; nobody else can have it open. */
        static Opened in(Path folder, SkillEncoder encoder) {
            return with(LuceneCatalogue.open(folder, encoder, Recommender.candidateReader(encoder)), folder, encoder);
        }

        /** A catalogue, and what is in a folder beside it; closes the catalogue if the folder cannot be opened. */
        static Opened with(Catalogue catalogue, Path folder, SkillEncoder encoder) {
            try {
                Erasures erasures = Erasures.in(folder, Clock.systemUTC());
                Decisions decisions = new Decisions(folder.resolve(Decisions.FILE), Clock.systemUTC());
                Events events = EventLog.open(folder.resolve(EventLog.FOLDER));
                return new Opened(catalogue, events, new PersonalData(catalogue, decisions, events, erasures), encoder);
            } catch (UncheckedIOException e) {
                catalogue.close();
                throw e;
            }
        }

        /** What is in a folder that somebody else has open; to be read. */
        static Opened beside(Path folder, SkillEncoder encoder) {
            Catalogue catalogue = LuceneReading.open(folder, encoder);
            Decisions decisions = new Decisions(folder.resolve(Decisions.FILE), Clock.systemUTC());
            Events events = EventReading.open(folder.resolve(EventLog.FOLDER));
            Erasures erasures = Erasures.in(folder, Clock.systemUTC());
            return new Opened(catalogue, events, new PersonalData(catalogue, decisions, events, erasures), encoder);
        }

        Recommender recommender() {
            return new Recommender(catalogue, encoder, Clock.systemUTC(), events::lessons);
        }

        boolean isEmpty() {
            try (CatalogueView view = catalogue.view()) {
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
