package dev.rung.pages;

import dev.rung.server.Keys;
import dev.rung.server.RungServer;
import dev.rung.server.ServerConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The portal in {@code examples/portal}, in a process of its own, and a Rung that knows its origin. */
final class ExamplePortal implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final RungServer rung;
    private final Process process;
    private final String origin;

    private ExamplePortal(RungServer rung, Process process, String origin) {
        this.rung = rung;
        this.process = process;
        this.origin = origin;
    }

    /** Beside a Rung without keys. */
    static ExamplePortal open() throws IOException {
        return start(config -> config, "");
    }

    /** Beside a Rung that wants keys, of which the portal has one; its file goes into this folder. */
    static ExamplePortal keyed(Path folder) throws IOException {
        String key = Keys.generate(new SecureRandom());
        Path keys = Files.writeString(folder.resolve("keys.txt"), Keys.line("portal", "read", key));
        return start(config -> config.withKeys(keys), key);
    }

    private static ExamplePortal start(UnaryOperator<ServerConfig> configured, String key) throws IOException {
        String said = "";
        for (int i = 0; i < ATTEMPTS; i++) {
            ExamplePortal portal = at(freePort(), configured, key);
            said = Optional.ofNullable(portal.process.inputReader().readLine()).orElse("nothing");
            if (said.startsWith("The portal is at " + portal.origin)) return portal;
            portal.close(); // somebody else has taken the port since it was found to be free
        }
        throw new AssertionError("the portal says " + said);
    }

    private static ExamplePortal at(int port, UnaryOperator<ServerConfig> configured, String key) throws IOException {
        String origin = "http://127.0.0.1:" + port;
        RungServer rung = Site.another(config -> configured.apply(config).withOrigins(List.of(origin)));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "examples/portal/Portal.java",
                Integer.toString(port),
                "http://127.0.0.1:" + rung.port());
        builder.environment().put("RUNG_KEY", key);
        Process process = builder.redirectErrorStream(true).start();
        return new ExamplePortal(rung, process, origin);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String at(String path) {
        return origin + path;
    }

    @Override
    public void close() {
        process.destroy();
        rung.close();
    }
}
