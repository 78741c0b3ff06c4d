package dev.rung.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest few of something, newest first, in one small file that is replaced in one step.
 *
 * <pre>{@code
 * Recent<ImportNote> imports = Recent.in(folder.resolve("imports.json"), ImportNote.class, 20);
 * imports.add(note);    // on disk when this returns
 * imports.all();        // [note, …]
 * }</pre>
 *
 * <p>Safe for use by several threads of one process. Two processes would overwrite each other's additions; the catalogue's lock sees to it that a data
 * folder has one.
 *
 * @param <T> a record that {@link Json} reads and writes
 */
public final class Recent<T> {
    private final Optional<Path> file;
    private final int most;
    private List<T> newestFirst;

    private Recent(Optional<Path> file, int most, List<T> newestFirst) {
        this.file = file;
        this.most = most;
        this.newestFirst = newestFirst;
    }

    /**
     * What the file holds; nothing if there is no such file yet.
     *
     * @param most how many are kept
     * @throws UncheckedIOException if there is a file that cannot be read; it says what to do
     */
    public static <T> Recent<T> in(Path file, Class<T> type, int most) {
        return new Recent<>(Optional.of(file), most, read(file, type));
    }

    /** Forgets when the process ends. */
    public static <T> Recent<T> inMemory(int most) {
        return new Recent<>(Optional.empty(), most, List.of());
    }

    private static <T> List<T> read(Path file, Class<T> type) {
        if (!Files.exists(file)) return List.of();
        try {
            return List.copyOf(Json.mapper().readerForListOf(type).<List<T>>readValue(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(new IOException(
                    file
                            + " is not what Rung wrote there; rung check --repair puts it aside, nothing else depends on it",
                    e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Newest first. */
    public synchronized List<T> all() {
        return newestFirst;
    }

    /**
     * Adds one, and forgets the oldest if they are too many.
     *
     * @throws UncheckedIOException if it could not be written; then it is not added
     */
    public synchronized void add(T newest) {
        List<T> next = new ArrayList<>();
        next.add(newest);
        newestFirst.stream().limit(most - 1L).forEach(next::add);
        file.ifPresent(f -> write(f, next));
        newestFirst = List.copyOf(next);
    }

    private static void write(Path file, List<?> all) {
        try {
            Durable.write(file, Json.pretty(all).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
