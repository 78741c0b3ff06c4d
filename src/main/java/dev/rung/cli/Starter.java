package dev.rung.cli;

import dev.rung.formats.StarterCatalogue;
import dev.rung.json.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fills an empty catalogue with the starter catalogue, so that the first start has something to show. */
final class Starter {
    private Starter() {}

    /** Writes whom its invented issuers are known by, so that what its people hold can be checked like that of others. */
    static void trust(Path folder) {
        StarterCatalogue builtIn = StarterCatalogue.builtIn();
        write(TrustOptions.registries(folder), builtIn.registry());
        write(TrustOptions.statusLists(folder), builtIn.statusList());
    }

    private static void write(Path folder, byte[] content) {
        try {
            Durable.write(Files.createDirectories(folder).resolve("starter.json"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void fill(DataFolder.Opened opened) {
        opened.catalogue().write(StarterCatalogue.builtIn().changes(opened.encoder()));
    }
}
