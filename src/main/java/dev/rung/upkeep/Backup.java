package dev.rung.upkeep;

import dev.rung.json.Durable;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A data folder in one file: a ZIP archive with a {@link Manifest} of digests.
 *
 * <pre>{@code
 * Manifest manifest = Backup.write(Path.of("monday.zip"), at, parts);   // on disk when it returns
 * try (Backup backup = Backup.open(Path.of("monday.zip"))) {
 *     backup.restore(Path.of("empty"));                                 // every byte as it was, or nothing
 * }
 * }</pre>
 *
 * <p>An archive may come from anywhere: only files that the manifest names are written, only into the folder, never more bytes than it says, and
 * each is compared with its digest.
 */
public final class Backup implements Closeable {
    private static final int MOST_MANIFEST_BYTES = 32 << 20;
    private static final int BUFFER = 1 << 16;

    private final ZipFile archive;
    private final Manifest manifest;

    private Backup(ZipFile archive, Manifest manifest) {
        this.archive = archive;
        this.manifest = manifest;
    }

    /**
     * Writes an archive, first beside its place under another name.
     *
     * @param file must not be there yet
     * @param at when the first part was made, at the earliest
     * @param parts in the order in which they are to be restored; what makes the folder usable comes last
     */
    public static Manifest write(Path file, Instant at, List<Part> parts) throws IOException {
        if (Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Manifest manifest = write(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), at, parts);
            channel.force(true);
            Durable.replace(beside, file);
            return manifest;
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    /** Writes an archive to a stream, which stays open. */
    public static Manifest write(OutputStream out, Instant at, List<Part> parts) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        // Most of it is an index that is packed already.
        zip.setLevel(Deflater.BEST_SPEED);
        List<Manifest.File> files = new ArrayList<>();
        for (Part part : parts) {
            zip.putNextEntry(entry(part.name(), at));
            Digesting digesting = new Digesting(zip);
            part.copyTo(digesting);
            files.add(new Manifest.File(part.name(), digesting.size, digesting.hex()));
            zip.closeEntry();
        }
        Manifest manifest = new Manifest(Manifest.FORMAT, at.truncatedTo(ChronoUnit.MILLIS), files);
        zip.putNextEntry(entry(Manifest.NAME, at));
        zip.write(Json.write(manifest));
        zip.closeEntry();
        zip.finish();
        out.flush();
        return manifest;
    }

    private static ZipEntry entry(String name, Instant at) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(at.toEpochMilli());
        return entry;
    }

    /**
     * Opens an archive and reads its manifest.
     *
     * @throws IOException if it is no backup, or holds what its manifest does not name
     */
    public static Backup open(Path file) throws IOException {
        ZipFile archive;
        try {
            archive = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new IOException(file + " is no backup, or cut off: " + e.getMessage(), e);
        }
        try {
            Manifest manifest = manifest(archive, file);
            Set<String> named = new HashSet<>(Set.of(Manifest.NAME));
            manifest.files().forEach(f -> named.add(f.name()));
            for (Enumeration<? extends ZipEntry> all = archive.entries(); all.hasMoreElements(); ) {
                String name = all.nextElement().getName();
                if (!named.contains(name)) {
                    throw new IOException(file + " holds " + shown(name) + ", which its manifest does not name");
                }
            }
            return new Backup(archive, manifest);
        } catch (IOException e) {
            archive.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile archive, Path file) throws IOException {
        ZipEntry entry = archive.getEntry(Manifest.NAME);
        if (entry == null) throw new IOException(file + " is no backup: it has no " + Manifest.NAME);
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] json = in.readNBytes(MOST_MANIFEST_BYTES + 1);
            if (json.length > MOST_MANIFEST_BYTES) throw new IOException(file + ": its manifest is too large");
            return Json.read(json, Manifest.class);
        } catch (InvalidJson e) {
            throw new IOException(file + ": its manifest is damaged: " + e.getMessage(), e);
        }
    }

    private static String shown(String name) {
        return "'" + name.replaceAll("\\p{Cntrl}", "?") + "'";
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Writes every file into a folder. If that fails, nothing of it is left.
     *
     * @param empty folder; need not be there yet
     * @throws IOException if the folder is not empty, there is no room, or a file is not what the manifest says
     */
    public void restore(Path empty) throws IOException {
        Path folder = empty.toAbsolutePath().normalize();
        mustBeEmpty(folder);
        Files.createDirectories(folder);
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < manifest.size()) {
            throw new IOException("there is no room in " + folder + ": " + manifest.size() + " bytes are needed, and "
                    + room + " are free");
        }
        List<Path> made = new ArrayList<>();
        try {
            for (Manifest.File file : manifest.files()) {
                Path path = folder.resolve(file.name());
                for (int slash = file.name().indexOf('/');
                        slash > 0;
                        slash = file.name().indexOf('/', slash + 1)) {
                    Path above = folder.resolve(file.name().substring(0, slash));
                    if (Files.exists(above)) continue;
                    Files.createDirectory(above);
                    made.add(above);
                }
                made.add(path);
                restore(file, path);
            }
        } catch (IOException e) {
            for (Path path : made.reversed()) Files.deleteIfExists(path);
            throw e;
        }
    }

    private static void mustBeEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) {
                throw new IOException(folder + " is not empty; a backup is restored into a folder of its own");
            }
        }
    }

    private void restore(Manifest.File file, Path path) throws IOException {
        ZipEntry entry = archive.getEntry(file.name());
        if (entry == null) throw damaged(file, "is missing");
        try (InputStream in = archive.getInputStream(entry);
                FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Digesting out = new Digesting(Channels.newOutputStream(channel));
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (out.size + read > file.size()) throw damaged(file, "is larger than its manifest says");
                out.write(buffer, 0, read);
            }
            if (out.size != file.size()) throw damaged(file, "is smaller than its manifest says");
            if (!out.hex().equals(file.sha256())) throw damaged(file, "does not match its digest");
            channel.force(true);
        } catch (ZipException e) {
            throw damaged(file, "cannot be unpacked");
        }
        Durable.keepName(path);
    }

    private IOException damaged(Manifest.File file, String what) {
        return new IOException("the backup " + archive.getName() + " is damaged: " + file.name() + " " + what
                + "; nothing was restored");
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    /** Counts and digests what passes. */
    private static final class Digesting extends FilterOutputStream {
        private final MessageDigest sha256;
        private long size;

        Digesting(OutputStream out) {
            super(out);
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java platform has SHA-256", e);
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            sha256.update(bytes, from, length);
            size += length;
        }

        String hex() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }
}
