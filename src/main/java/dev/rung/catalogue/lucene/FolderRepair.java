package dev.rung.catalogue.lucene;

import dev.rung.json.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Mends the catalogue in a folder as far as that is safe: nothing that holds a record is deleted, and what is damaged is put aside whole.
 *
 * <p>A damaged generation is linked into a new one, from which the damaged segments are then left out; the new one becomes live after the old one was
 * moved to {@value #ASIDE}. Killed in between, the folder has a whole generation that no file names, which the next repair finds.
 */
public final class FolderRepair {
    /** Where in a data folder damaged generations go. */
    static final String ASIDE = "damaged";

    private final Path folder;
    private final Generations generations;
    private final List<String> done = new ArrayList<>();

    private FolderRepair(Path folder, Generations generations) {
        this.folder = folder;
        this.generations = generations;
    }

    /**
     * Mends what it can.
     *
     * @return what was done, a sentence each
     * @throws IOException if another process has the folder open
     */
    public static List<String> of(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve("generations")) && !LuceneCatalogue.isIn(folder)) return List.of();
        try (Generations generations = Generations.open(folder)) {
            FolderRepair repair = new FolderRepair(folder, generations);
            repair.run();
            return List.copyOf(repair.done);
        }
    }

    private void run() throws IOException {
        if (Files.deleteIfExists(folder.resolve("live.next"))) done.add("removed live.next, which a crash had left");
        Optional<String> live = live();
        if (live.isEmpty()) {
            Optional<String> whole = FolderCheck.newestWhole(folder);
            if (whole.isEmpty()) return;
            generations.publish(whole.get());
            done.add("live names " + whole.get() + " now, the newest generation that is whole");
            live = whole;
        } else if (!FolderCheck.index(folder, live.get()).isEmpty()) {
            live = salvage(live.get());
            if (live.isEmpty()) return;
        }
        for (String id : generations.all()) {
            if (id.equals(live.get())) continue;
            generations.delete(id);
            done.add("removed the generation " + id + ", which was not live");
        }
    }

    private Optional<String> live() {
        try {
            return generations.live();
        } catch (IOException e) {
            // It names nothing that is there; the check has said so.
            return Optional.empty();
        }
    }

    /** A new generation of the segments that are whole; none if the commit itself cannot be read. */
    private Optional<String> salvage(String damaged) throws IOException {
        String id = Generations.newId();
        Path next = generations.of(id);
        link(generations.of(damaged), next);
        int lost;
        try (Directory directory = FSDirectory.open(next);
                CheckIndex checking = new CheckIndex(directory)) {
            checking.setThreadCount(1);
            CheckIndex.Status status = checking.checkIndex();
            lost = status.totLoseDocCount;
            if (!status.missingSegments && !status.clean) checking.exorciseIndex(status);
        } catch (IOException | IllegalArgumentException e) {
            lost = -1;
        }
        if (lost < 0 || !FolderCheck.index(folder, id).isEmpty()) {
            generations.delete(id);
            return Optional.empty();
        }
        Path aside = folder.resolve(ASIDE).resolve(damaged);
        Files.createDirectories(aside.getParent());
        Files.move(generations.of(damaged), aside, StandardCopyOption.ATOMIC_MOVE);
        Durable.keepName(aside);
        generations.publish(id);
        done.add("saved every segment that is whole into the generation " + id + ", which is live now; " + lost
                + " records were in damaged ones and are to be imported again; the damaged generation is in " + ASIDE
                + "/"
                + damaged);
        return Optional.of(id);
    }

    /** The same files under another name, which costs no room where the file system can do it. */
    private static void link(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().equals("write.lock")) continue;
                Path target = to.resolve(file.getFileName());
                try {
                    Files.createLink(target, file);
                } catch (UnsupportedOperationException | IOException e) {
                    Files.copy(file, target);
                    IOUtils.fsync(target, false);
                }
            }
        }
        IOUtils.fsync(to, true);
    }
}
