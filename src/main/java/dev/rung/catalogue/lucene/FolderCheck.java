package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Facts;
import dev.rung.catalogue.Kind;
import dev.rung.skill.Taxonomy;
import dev.rung.upkeep.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * Looks whether the catalogue in a folder is whole: the file {@code live}, the checksums and structure of the index, and every record in it.
 *
 * <p>Changes nothing. Beside a process that has the folder open, it compares the files of the newest commit with their checksums and leaves the rest.
 *
 * @param generation the live one, if that can be told
 * @param isInUse whether another process has the folder open
 * @param records how many there are of each kind; empty if they were not read
 * @param troubles what is wrong
 */
public record FolderCheck(
        Optional<String> generation, boolean isInUse, SortedMap<String, Long> records, List<Trouble> troubles) {
    private static final String PART = "catalogue";
    private static final String RESTORE = "restore a backup";

    public FolderCheck {
        records = new TreeMap<>(records);
        troubles = List.copyOf(troubles);
    }

    /**
     * Looks at a folder.
     *
     * @param model name of the encoder in use
     */
    public static FolderCheck of(Path folder, String model) throws IOException {
        if (!Files.isDirectory(folder.resolve("generations")) && !LuceneCatalogue.isIn(folder)) {
            return new FolderCheck(Optional.empty(), false, new TreeMap<>(), List.of());
        }
        try (Generations mine = Generations.open(folder)) {
            return alone(folder, model);
        } catch (Generations.InUse | FileSystemException e) {
            // Somebody else has it, or it must not be written to.
            return beside(folder);
        }
    }

    private static FolderCheck beside(Path folder) {
        List<Trouble> troubles = new ArrayList<>();
        Optional<String> live = Optional.empty();
        try (CommittedFiles files = CommittedFiles.of(folder)) {
            live = Optional.of(files.generation());
            for (String name : files.names()) files.copy(name, OutputStream.nullOutputStream());
        } catch (IOException e) {
            troubles.add(Trouble.damage(
                    PART, "generations", String.valueOf(e.getMessage()), "stop the server and check again"));
        }
        return new FolderCheck(live, true, new TreeMap<>(), troubles);
    }

    private static FolderCheck alone(Path folder, String model) throws IOException {
        List<Trouble> troubles = new ArrayList<>();
        SortedMap<String, Long> records = new TreeMap<>();
        Optional<String> live = live(folder, troubles);
        leftovers(folder, live, troubles);
        if (live.isPresent()) {
            String file = "generations/" + live.get();
            List<Trouble> broken = index(folder, live.get());
            troubles.addAll(broken);
            if (broken.isEmpty()) {
                try {
                    records(folder.resolve(file), model, file, records, troubles);
                } catch (IOException | RuntimeException e) {
                    troubles.add(Trouble.damage(PART, file, "its records cannot be read: " + e.getMessage(), RESTORE));
                }
            }
        }
        return new FolderCheck(live, false, records, troubles);
    }

    private static Optional<String> live(Path folder, List<Trouble> troubles) throws IOException {
        String problem;
        try {
            Optional<String> live = Generations.liveIn(folder);
            if (live.isPresent()) return live;
            problem = "is missing";
        } catch (IOException e) {
            problem = "does not name a generation that is there";
        }
        Optional<String> whole = newestWhole(folder);
        if (whole.isEmpty() && Generations.in(folder).isEmpty()) return Optional.empty();
        troubles.add(Trouble.damage(
                PART,
                "live",
                problem,
                whole.map(id -> "rung check --repair names " + id + ", the newest one that is whole")
                        .orElse("no generation is whole; " + RESTORE)));
        return Optional.empty();
    }

    /** The newest generation without a fault. */
    static Optional<String> newestWhole(Path folder) throws IOException {
        for (String id : Generations.in(folder).reversed()) {
            if (index(folder, id).isEmpty()) return Optional.of(id);
        }
        return Optional.empty();
    }

    private static void leftovers(Path folder, Optional<String> live, List<Trouble> troubles) throws IOException {
        if (live.isEmpty()) return;
        for (String id : Generations.in(folder)) {
            if (id.equals(live.get())) continue;
            troubles.add(Trouble.note(
                    PART,
                    "generations/" + id,
                    "is not live: left by a rebuild that broke off or was just replaced",
                    "the next start removes it"));
        }
        if (Files.exists(folder.resolve("live.next"))) {
            troubles.add(Trouble.note(PART, "live.next", "was left by a crash", "rung check --repair removes it"));
        }
        try (var entries = Files.newDirectoryStream(folder.resolve("generations"))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Generations.in(folder).contains(name)) continue;
                troubles.add(Trouble.note(
                        PART, "generations/" + name, "is nothing of Rung's", "it is left alone; move it away"));
            }
        }
    }

    /** What Lucene finds wrong with a generation. */
    static List<Trouble> index(Path folder, String id) throws IOException {
        List<Trouble> troubles = new ArrayList<>();
        String file = "generations/" + id;
        try (Directory directory = FSDirectory.open(folder.resolve(file), NoLockFactory.INSTANCE);
                CheckIndex checking = new CheckIndex(directory)) {
            checking.setThreadCount(1);
            CheckIndex.Status status = checking.checkIndex();
            if (status.missingSegments) {
                troubles.add(Trouble.damage(PART, file, "has no commit that can be read", RESTORE));
            }
            for (CheckIndex.Status.SegmentInfoStatus segment : status.segmentInfos) {
                if (segment.error == null && segment.openReaderPassed) continue;
                Throwable error = segment.error;
                troubles.add(
                        Trouble.damage(
                                PART,
                                file,
                                "segment " + segment.name + " with " + segment.maxDoc + " records is damaged"
                                        + (error == null ? "" : ": " + firstLine(error)),
                                RESTORE
                                        + ", or rung check --repair saves all other segments, keeps the damaged one aside, and these records are to be imported again"));
            }
        } catch (IOException | IllegalArgumentException e) {
            IOException why = e instanceof IOException io
                    ? Damage.explained(folder, io)
                    : Damage.ofCodec(folder, (IllegalArgumentException) e);
            troubles.add(Trouble.damage(PART, file, "cannot be opened: " + why.getMessage(), RESTORE));
        }
        return troubles;
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("").replaceAll(" \\(resource=.*", "");
    }

    private static void records(
            Path generation, String model, String file, SortedMap<String, Long> records, List<Trouble> troubles)
            throws IOException {
        try (Directory directory = FSDirectory.open(generation, NoLockFactory.INSTANCE);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            CommitNote note = CommitNote.read(reader.getIndexCommit().getUserData());
            Snapshot snapshot =
                    new Snapshot(reader, file, note, new LazyTaxonomy(0, new AtomicReference<>(Taxonomy.EMPTY)));
            long found = 0;
            for (Kind<?> kind : Kind.ALL) found += count(snapshot, kind, file, records, troubles);
            if (found != reader.numDocs()) {
                troubles.add(Trouble.damage(
                        PART,
                        file,
                        "has " + reader.numDocs() + " documents, and " + found + " of them are records",
                        RESTORE));
            }
            boolean lacksFacts =
                    note.facts() != Facts.VERSION && records.getOrDefault(Kind.CANDIDATES.plural(), 0L) > 0;
            if (!note.model().equals(model) || lacksFacts) {
                troubles.add(Trouble.note(
                        PART,
                        file,
                        lacksFacts
                                ? "was built by a version that did not know all that people are searched by today"
                                : "was built with another model, " + note.model(),
                        "the next start builds it anew, or rung reindex does now"));
            }
        }
    }

    private static <T> long count(
            Snapshot snapshot, Kind<T> kind, String file, SortedMap<String, Long> records, List<Trouble> troubles)
            throws IOException {
        StoredFields fields = snapshot.storedFields();
        long[] found = {0, 0};
        String[] last = {""};
        InIdOrder.each(snapshot, kind, document -> {
            String id = snapshot.id(document).utf8ToString();
            if (id.equals(last[0])
                    || !kind.idOf(Snapshot.record(kind, document, fields)).equals(id)) found[1]++;
            last[0] = id;
            found[0]++;
        });
        records.put(kind.plural(), found[0]);
        if (found[1] > 0) {
            troubles.add(Trouble.damage(
                    PART, file, found[1] + " " + kind + " stand under an id that is not theirs alone", RESTORE));
        }
        return found[0];
    }
}
