package dev.rung.cli;

/** Temporary. */
final class Starter {
    private Starter() {}

    static void fill(DataFolder.Opened opened) {
        try {
            for (dev.rung.catalogue.Kind<?> kind : dev.rung.catalogue.Kind.ALL) fill(opened, kind);
        } catch (java.io.IOException | dev.rung.json.InvalidJson e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> void fill(DataFolder.Opened opened, dev.rung.catalogue.Kind<T> kind)
            throws java.io.IOException, dev.rung.json.InvalidJson {
        java.util.List<dev.rung.catalogue.Change> changes = new java.util.ArrayList<>();
        try (var files = java.nio.file.Files.list(java.nio.file.Path.of("taxonomy", kind.plural()))) {
            for (var f : files.sorted().toList())
                for (String line : java.nio.file.Files.readAllLines(f))
                    changes.add(dev.rung.catalogue.Change.put(
                            kind,
                            dev.rung.json.Json.read(
                                    line.getBytes(java.nio.charset.StandardCharsets.UTF_8), kind.type())));
        }
        opened.catalogue().write(changes);
    }
}
