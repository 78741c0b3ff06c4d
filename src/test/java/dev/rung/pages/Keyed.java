package dev.rung.pages;

import dev.rung.server.Keys;
import dev.rung.server.RungServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A server on the starter catalogue that wants keys, and a key for each set of scopes that a test needs. */
final class Keyed implements AutoCloseable {
    private final RungServer server;
    private final String first;
    private final String second;

    private Keyed(RungServer server, String first, String second) {
        this.server = server;
        this.first = first;
        this.second = second;
    }

    /** With keys of these scopes, as in {@code read,admin}. */
    static Keyed with(Path folder, String firstScopes, String secondScopes) throws IOException {
        SecureRandom random = new SecureRandom();
        String first = Keys.generate(random);
        String second = Keys.generate(random);
        Path file = folder.resolve("keys.txt");
        Files.writeString(
                file, Keys.line("first", firstScopes, first) + "\n" + Keys.line("second", secondScopes, second) + "\n");
        return new Keyed(Site.another(config -> config.withKeys(file).withFolder(folder)), first, second);
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    String first() {
        return first;
    }

    String second() {
        return second;
    }

    @Override
    public void close() {
        server.close();
    }
}
