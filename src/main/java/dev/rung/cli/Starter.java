package dev.rung.cli;

import dev.rung.formats.StarterCatalogue;

/** Fills an empty catalogue with the starter catalogue, so that the first start has something to show. */
final class Starter {
    private Starter() {}

    static void fill(DataFolder.Opened opened) {
        opened.catalogue().write(StarterCatalogue.builtIn().changes(opened.encoder()));
    }
}
