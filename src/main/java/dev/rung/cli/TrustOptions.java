package dev.rung.cli;

import dev.rung.trust.TrustFiles;
import dev.rung.trust.fetch.Fetch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code --registry}, {@code --did-document}, {@code --status-list} and {@code --fetch}: whom to trust. */
final class TrustOptions {
    @Option(
            names = "--registry",
            paramLabel = "FILE",
            description = "Issuers that somebody vouches for; may be repeated. See docs/verify.md for the form.")
    private List<Path> registries = new ArrayList<>();

    @Option(
            names = "--did-document",
            paramLabel = "FILE",
            description = "A DID document or issuer profile with keys; may be repeated.")
    private List<Path> documents = new ArrayList<>();

    @Option(names = "--status-list", paramLabel = "FILE", description = "A status list; may be repeated.")
    private List<Path> statusLists = new ArrayList<>();

    @Option(
            names = "--fetch",
            description =
                    "Fetch DID documents, issuer profiles and status lists that no file has, over https from public addresses.")
    private boolean fetch;

    /** What the options name. */
    TrustFiles files() {
        TrustFiles files = new TrustFiles(registries, documents, statusLists, Fetch.NEVER);
        return fetch ? files.fetching() : files;
    }

    /** What the options name, and what lies in this data folder under {@value DataFolder#TRUST}. */
    TrustFiles files(Path data) {
        Path folder = data.resolve(DataFolder.TRUST);
        TrustFiles files = new TrustFiles(
                both(registries, registries(folder)),
                both(documents, folder.resolve("did-documents")),
                both(statusLists, statusLists(folder)),
                Fetch.NEVER);
        return fetch ? files.fetching() : files;
    }

    static Path registries(Path folder) {
        return folder.resolve("registries");
    }

    static Path statusLists(Path folder) {
        return folder.resolve("status-lists");
    }

    /** Those named come first: of two lists for one address the first counts. */
    private static List<Path> both(List<Path> named, Path folder) {
        List<Path> all = new ArrayList<>(named);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file ->
                                Files.isRegularFile(file) && !file.toString().endsWith(".new"))
                        .sorted()
                        .forEach(all::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
