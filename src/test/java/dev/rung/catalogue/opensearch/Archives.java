package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** OpenSearch and its plugins as Maven Central has them. What is run is what was looked at: each is known by its SHA-256. */
final class Archives {
    static final String NODE = "opensearch-3.6.0.zip";
    static final String KNN = "opensearch-knn-3.6.0.0.zip";

    private static final Map<String, String> DIGESTS = Map.of(
            NODE,
            "a91faa1dc1cadc78cb278b4f63847e19e1627a4e9de698e14e7efc14ee37b286",
            KNN,
            "ac392ca28a39b3bf290648a422ef30cb149dda2963a9d7feb26060e932341c9a",
            "neural-search-3.6.0.0.zip",
            "6ef1b206e79391e2e36268e32dc34d27fd8b8a59a8eb0a7393c97d53b038e433");

    private final Path folder;

    Archives(Path folder) {
        this.folder = folder;
    }

    /**
     * Puts a program together.
     *
     * @param plugins file names of archives
     * @return its folder
     */
    Path unpack(List<String> plugins, Path target) throws IOException {
        unpack(NODE, target);
        Path home = target.resolve(NODE.replace(".zip", ""));
        for (String plugin : plugins) unpack(plugin, home.resolve("plugins").resolve(plugin.replace(".zip", "")));
        try (Stream<Path> scripts = Files.list(home.resolve("bin"))) {
            scripts.forEach(script -> script.toFile().setExecutable(true, false));
        }
        return home;
    }

    private void unpack(String name, Path target) throws IOException {
        Path archive = folder.resolve(name);
        String digest = DIGESTS.get(name);
        if (digest == null) throw new IOException("no digest of " + archive + " is known");
        checkDigest(archive, digest);
        unzip(archive, target);
    }

    private static void checkDigest(Path archive, String expected) throws IOException {
        try (InputStream file = Files.newInputStream(archive)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(file, digest).transferTo(OutputStream.nullOutputStream());
            String found = HexFormat.of().formatHex(digest.digest());
            if (!found.equals(expected)) throw new IOException(archive + " is not what it was: SHA-256 " + found);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void unzip(Path archive, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) throw new IOException(archive + " reaches out of its folder");
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
    }
}
