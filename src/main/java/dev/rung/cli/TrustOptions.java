package dev.rung.cli;

import dev.rung.trust.TrustFiles;
import dev.rung.trust.fetch.Fetch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    TrustFiles files() {
        TrustFiles files = new TrustFiles(registries, documents, statusLists, Fetch.NEVER);
        return fetch ? files.fetching() : files;
    }
}
