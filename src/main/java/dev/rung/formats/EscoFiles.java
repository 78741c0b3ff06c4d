package dev.rung.formats;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of an ESCO download: a folder, or the ZIP as it comes. Nothing is unpacked to disk, so no name in a ZIP can lead anywhere; a ZIP that
 * would swell beyond all reason is refused while it is read.
 */
final class EscoFiles implements Closeable {
    /** Most files in a ZIP. The official ones have about 20. */
    static final int MAX_ENTRIES = 1_000;
    /** Most bytes of one unpacked file. The largest official one has 21 million. */
    static final long MAX_UNPACKED = 512L << 20;

    private final Path path;
    private final Optional<ZipFile> zip;
    private final Map<String, ZipEntry> entries;

    private EscoFiles(Path path, Optional<ZipFile> zip, Map<String, ZipEntry> entries) {
        this.path = path;
        this.zip = zip;
        this.entries = entries;
    }

    static EscoFiles open(Path path) throws IOException {
        if (Files.isDirectory(path)) return new EscoFiles(path, Optional.empty(), Map.of());
        if (!Files.exists(path))
            throw new NoSuchFileException(path.toString(), null, "there is no such file or folder");
        ZipFile zip = new ZipFile(path.toFile());
        try {
            return new EscoFiles(path, Optional.of(zip), entries(zip));
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static Map<String, ZipEntry> entries(ZipFile zip) throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw new IOException(zip.getName() + ": has " + zip.size() + " files, more than the " + MAX_ENTRIES
                    + " ESCO could have");
        }
        Map<String, ZipEntry> entries = new HashMap<>();
        for (ZipEntry entry : zip.stream().toList()) {
            String name = entry.getName().replace('\\', '/');
            String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            if (!last.endsWith(".csv") || name.startsWith("__MACOSX/")) continue;
            if (entries.put(last, entry) != null) throw new IOException(zip.getName() + ": has two files " + last);
        }
        return entries;
    }

    /** A file that ESCO cannot do without.
     *
     * @param name without language and ending: {@code skills}
     */
    CsvRows required(String name, Ledger ledger) throws IOException {
        return optional(name, ledger)
                .orElseThrow(() -> new NoSuchFileException(
                        path + "/" + name + "_en.csv",
                        null,
                        "is missing; the folder or ZIP must hold the CSV files of an English ESCO download"));
    }

    /** A file that older or partial downloads lack; none if it is not there. */
    Optional<CsvRows> optional(String name, Ledger ledger) throws IOException {
        for (String file : new String[] {name + "_en.csv", name + ".csv"}) {
            Optional<InputStream> in = find(file);
            if (in.isPresent()) {
                ledger.open(file);
                return Optional.of(new CsvRows(new Lines(in.get()), ledger));
            }
        }
        return Optional.empty();
    }

    private Optional<InputStream> find(String file) throws IOException {
        if (zip.isEmpty()) {
            Path plain = path.resolve(file);
            return Files.isRegularFile(plain) ? Optional.of(Files.newInputStream(plain)) : Optional.empty();
        }
        ZipEntry entry = entries.get(file.toLowerCase(Locale.ROOT));
        return entry == null
                ? Optional.empty()
                : Optional.of(new Bounded(zip.get().getInputStream(entry), file, MAX_UNPACKED));
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) zip.get().close();
    }

    /** Gives up after so many bytes, whatever the ZIP's own directory promised. */
    static final class Bounded extends FilterInputStream {
        private final String name;
        private final long most;
        private long read;

        Bounded(InputStream in, String name, long most) {
            super(in);
            this.name = name;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) count(1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            if (n > 0) count(n);
            return n;
        }

        private void count(int n) throws IOException {
            read += n;
            if (read > most)
                throw new IOException(name + ": unpacks to more than " + most + " bytes; not an ESCO file");
        }
    }
}
