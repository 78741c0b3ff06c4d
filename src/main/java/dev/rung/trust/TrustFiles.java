package dev.rung.trust;

import dev.rung.json.InvalidJson;
import dev.rung.trust.fetch.Fetch;
import dev.rung.trust.fetch.GuardedFetch;
import dev.rung.trust.registry.IssuerRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files in which an operator says whom to trust. They may change while a server runs, which is what status lists are for, so they are
 * read anew for each round of checks.
 *
 * @param registries of issuers, see {@link IssuerRegistry}
 * @param documents DID documents and issuer profiles with keys
 * @param statusLists status lists
 * @param fetch where documents come from that are in none of the files
 */
public record TrustFiles(List<Path> registries, List<Path> documents, List<Path> statusLists, Fetch fetch) {
    /** No files, and nothing is fetched. */
    public static final TrustFiles NONE = new TrustFiles(List.of(), List.of(), List.of(), Fetch.NEVER);

    public TrustFiles {
        registries = List.copyOf(registries);
        documents = List.copyOf(documents);
        statusLists = List.copyOf(statusLists);
    }

    /** With documents fetched over https where no file has them; what was fetched is kept for some minutes. */
    public TrustFiles fetching() {
        return new TrustFiles(registries, documents, statusLists, new GuardedFetch());
    }

    /**
     * What the files say now, on top of these settings.
     *
     * @throws UnusableFile the first that cannot be used
     */
    public TrustSettings read(TrustSettings settings) throws UnusableFile {
        List<UnusableFile> unusable = new ArrayList<>();
        TrustSettings read = readUsable(settings, unusable);
        if (!unusable.isEmpty()) throw unusable.getFirst();
        return read;
    }

    /** The same with whichever files can be used; the others are added to the list. What they would say is then unknown. */
    public TrustSettings readUsable(TrustSettings settings, List<UnusableFile> unusable) {
        TrustSettings read = settings.withFetch(fetch);
        for (Path file : documents) {
            try {
                read = read.withDocument(bytes("--did-document", file, settings.maxBytes()));
            } catch (InvalidJson e) {
                unusable.add(new UnusableFile("--did-document", file, said(e)));
            } catch (UnusableFile e) {
                unusable.add(e);
            }
        }
        for (Path file : statusLists) {
            try {
                read = read.withStatusList(name(file), bytes("--status-list", file, settings.maxBytes()));
            } catch (UnusableFile e) {
                unusable.add(e);
            }
        }
        for (Path file : registries) {
            try {
                read = read.withRegistry(
                        IssuerRegistry.read(bytes("--registry", file, settings.maxBytes()), name(file)));
            } catch (InvalidJson e) {
                unusable.add(new UnusableFile("--registry", file, said(e)));
            } catch (UnusableFile e) {
                unusable.add(e);
            }
        }
        return read;
    }

    private static String said(InvalidJson e) {
        return String.valueOf(e.getMessage());
    }

    /** At most a byte more than would be looked at, so that a huge file is refused without being read. */
    private static byte[] bytes(String option, Path file, int maxBytes) throws UnusableFile {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) throw new UnusableFile(option, file, "is longer than " + maxBytes + " bytes");
            return bytes;
        } catch (NoSuchFileException e) {
            throw new UnusableFile(option, file, "there is no such file");
        } catch (IOException e) {
            String folder = Files.isDirectory(file) ? ", it is a folder" : "";
            throw new UnusableFile(option, file, "cannot be read" + folder);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
