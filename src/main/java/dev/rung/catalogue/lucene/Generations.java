package dev.rung.catalogue.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;
import org.apache.lucene.util.IOUtils;

/**
 * The folder of a catalogue and what lies in it:
 *
 * <pre>
 * live                  the id of the generation that is read, one line
 * lock                  held by the process that has the folder open
 * generations/ID/       one Lucene index each
 * </pre>
 *
 * <p>{@code live} is replaced in one step, after the generation it names is durable: whenever the process dies, the folder
 * names a whole generation. What is not named is unfinished or out of date and is removed when the folder is opened next.
 */
final class Generations implements Closeable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /** What a generation's folder is called; anything else among them is not ours. */
    private static final Pattern ID = Pattern.compile("[0-9]{8}-[0-9]{6}-[0-9a-f]{6}");

    private final Path folder;
    private final FSDirectory directory;
    private final Lock lock;

    private Generations(Path folder, FSDirectory directory, Lock lock) {
        this.folder = folder;
        this.directory = directory;
        this.lock = lock;
    }

    /** Another process has the folder open. */
    static final class InUse extends IOException {
        private static final long serialVersionUID = 1L;

        InUse(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Takes possession of a folder, which is made if it does not exist. */
    static Generations open(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("generations"));
        FSDirectory directory = FSDirectory.open(folder);
        try {
            return new Generations(folder, directory, NativeFSLockFactory.INSTANCE.obtainLock(directory, "lock"));
        } catch (LockObtainFailedException e) {
            directory.close();
            throw new InUse(
                    "The catalogue in " + folder.toAbsolutePath()
                            + " is in use by another process, such as rung serve: stop that one, or choose another folder",
                    e);
        }
    }

    /** Whether a folder names a live generation. */
    static boolean areIn(Path folder) {
        return Files.exists(folder.resolve("live"));
    }

    /** The live generation; none in a folder that was never used. */
    Optional<String> live() throws IOException {
        return liveIn(folder);
    }

    /** The live generation of a folder that somebody else may have open; none in one that was never used. */
    static Optional<String> liveIn(Path folder) throws IOException {
        try {
            String id = Files.readString(folder.resolve("live"), StandardCharsets.UTF_8)
                    .strip();
            if (ID.matcher(id).matches()
                    && Files.isDirectory(folder.resolve("generations").resolve(id))) {
                return Optional.of(id);
            }
            String shown = id.substring(0, Math.min(id.length(), 40)).replaceAll("\\p{Cntrl}", "?");
            throw new IOException("The catalogue in " + folder.toAbsolutePath() + " is damaged: its file live names the"
                    + " generation '" + shown
                    + "', which is not there; rung check --repair names the newest one that is whole");
        } catch (CharacterCodingException e) {
            throw new IOException(
                    "The catalogue in " + folder.toAbsolutePath()
                            + " is damaged: its file live is no text; rung check --repair writes it anew",
                    e);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The folder of a generation. */
    Path of(String id) {
        return folder.resolve("generations").resolve(id);
    }

    /** An id that no other generation has, here or elsewhere. */
    static String newId() {
        return TIME.format(LocalDateTime.now(ZoneOffset.UTC))
                + String.format(
                        Locale.ROOT, "-%06x", ThreadLocalRandom.current().nextInt(1 << 24));
    }

    /** Makes a generation, which must be durable, the live one. */
    void publish(String id) throws IOException {
        Path next = folder.resolve("live.next");
        Files.writeString(next, id + "\n");
        IOUtils.fsync(next, false);
        Files.move(next, folder.resolve("live"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(folder, true);
    }

    /** All generations in the folder, finished or not. */
    List<String> all() throws IOException {
        return in(folder);
    }

    /** All generations in a folder, finished or not, oldest first. */
    static List<String> in(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("generations"))) {
            return folders.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .filter(name -> ID.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Deletes a generation's files. */
    void delete(String id) throws IOException {
        IOUtils.rm(of(id));
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(lock, directory);
    }
}
