package dev.rung.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.catalogue.Kind;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Where everything of a catalogue stands as text, one JSON document a line: a folder, or a ZIP file with the same files.
 *
 * <pre>
 * skills.ndjson roles.ndjson credentials.ndjson jobs.ndjson candidates.ndjson   the records, ordered by id
 * events.ndjson decisions.ndjson                                                what was reported, and what was answered
 * export.json                                                                   how many lines each has; written last
 * </pre>
 *
 * <p>The same records are the same bytes. {@link WholeExport} writes it, {@link WholeImport} reads it.
 */
final class Whole {
    static final String EVENTS = "events";
    private static final String LINES = ".ndjson";
    private static final String ABOUT = "export.json";
    private static final int FORMAT = 1;
    /** What a file may unpack to: beyond what any catalogue of one machine has. */
    private static final long MOST_UNPACKED = 1L << 40;

    private static final int MOST_ABOUT = 1 << 16;
    /** Every entry has the same time, so that the same records are the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Whole() {}

    static String file(Kind<?> kind) {
        return kind.plural();
    }

    /**
     * What {@code export.json} says.
     *
     * @param format of the export
     * @param lines how many each file has
     */
    record About(
            int format,
            @JsonInclude(JsonInclude.Include.ALWAYS) SortedMap<String, Long> lines) {
        About {
            if (format != FORMAT) {
                throw new InvalidField(
                        "format", "is " + format + ", and this version of Rung reads format " + FORMAT + " of exports");
            }
            lines = new TreeMap<>(Check.present("lines", lines));
        }
    }

    /** Somewhere to write to. What is not {@linkplain #finish finished} is not there for readers. */
    static final class Target implements Closeable {
        private final Path place;
        private final Path beside;
        private final Optional<ZipOutputStream> zip;

        private Target(Path place, Path beside, Optional<ZipOutputStream> zip) {
            this.place = place;
            this.beside = beside;
            this.zip = zip;
        }

        /** A ZIP file if the name ends so, else a folder; neither must be there yet, but for an empty folder. */
        static Target at(Path place) throws IOException {
            Path beside = place.resolveSibling(place.getFileName() + ".part");
            if (place.getFileName().toString().endsWith(".zip")) {
                if (Files.exists(place))
                    throw new FileAlreadyExistsException(place.toString(), null, "is there already");
                return new Target(place, beside, Optional.of(new ZipOutputStream(Files.newOutputStream(beside))));
            }
            Files.createDirectories(place);
            try (var entries = Files.newDirectoryStream(place)) {
                if (entries.iterator().hasNext()) {
                    throw new FileAlreadyExistsException(place.toString(), null, "is not empty");
                }
            }
            return new Target(place, place, Optional.empty());
        }

        /** A file to write lines to; to be closed before the next one is opened. */
        OutputStream lines(String name) throws IOException {
            return open(name + LINES);
        }

        private OutputStream open(String name) throws IOException {
            if (zip.isEmpty()) return Files.newOutputStream(place.resolve(name));
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(TIME);
            zip.get().putNextEntry(entry);
            return new FilterOutputStream(zip.get()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                }

                @Override
                public void close() throws IOException {
                    zip.get().closeEntry();
                }
            };
        }

        void finish(Map<String, Long> lines) throws IOException {
            try (OutputStream about = open(ABOUT)) {
                about.write(Json.write(new About(FORMAT, new TreeMap<>(lines))));
            }
            if (zip.isEmpty()) return;
            zip.get().close();
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            if (zip.isEmpty()) return;
            zip.get().close();
            Files.deleteIfExists(beside);
        }
    }

    /** Somewhere to read from. Nothing is unpacked to disk, so no name in a ZIP can lead anywhere. */
    static final class Source implements Closeable {
        private final Path place;
        private final Optional<ZipFile> zip;

        private Source(Path place, Optional<ZipFile> zip) {
            this.place = place;
            this.zip = zip;
        }

        static Source at(Path place) throws IOException {
            if (Files.isDirectory(place)) return new Source(place, Optional.empty());
            if (!Files.exists(place)) throw new NoSuchFileException(place.toString());
            try {
                return new Source(place, Optional.of(new ZipFile(place.toFile())));
            } catch (ZipException e) {
                throw new IOException(place + " is no ZIP file, or cut off: " + e.getMessage(), e);
            }
        }

        /** How many lines each file has.
         *
         * @throws IOException if this is no export, or one that was not finished
         */
        SortedMap<String, Long> lines() throws IOException {
            try (InputStream in = find(ABOUT)
                    .orElseThrow(() -> new IOException(place + " is no export, or one that broke off: it has no "
                            + ABOUT + ", which rung export --all writes last"))) {
                return Json.read(in.readNBytes(MOST_ABOUT), About.class).lines();
            } catch (InvalidJson e) {
                throw new IOException(place + ": its " + ABOUT + " cannot be read: " + e.getMessage(), e);
            }
        }

        Optional<InputStream> lines(String name) throws IOException {
            return find(name + LINES);
        }

        static String nameOf(String name) {
            return name + LINES;
        }

        private Optional<InputStream> find(String name) throws IOException {
            if (zip.isEmpty()) {
                Path file = place.resolve(name);
                return Files.isRegularFile(file)
                        ? Optional.of(new BufferedInputStream(Files.newInputStream(file)))
                        : Optional.empty();
            }
            ZipEntry entry = zip.get().getEntry(name);
            return entry == null
                    ? Optional.empty()
                    : Optional.of(new EscoFiles.Bounded(zip.get().getInputStream(entry), name, MOST_UNPACKED));
        }

        @Override
        public void close() throws IOException {
            if (zip.isPresent()) zip.get().close();
        }
    }
}
