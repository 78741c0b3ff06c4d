package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** One node of a {@link RealCluster}: its addresses and folder, and its process while it runs. */
final class RealNode {
    /** The node refuses to run as root; to run as nobody needs no account to be made. */
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private static final int LAST_LINES = 15;

    private final String name;
    private final Path folder;
    private final int http;
    private final int transport;
    private volatile Process process;

    RealNode(String name, Path folder, int http, int transport) {
        this.name = name;
        this.folder = folder;
        this.http = http;
        this.transport = transport;
    }

    String name() {
        return name;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http);
    }

    long process() {
        return process.pid();
    }

    /**
     * Writes what it is to know before its first start.
     *
     * @param home of the program
     * @param all nodes of its cluster
     */
    void configure(Path home, List<RealNode> all) throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(folder.resolve("tmp"));
        String seeds =
                all.stream().map(n -> "\"127.0.0.1:" + n.transport + "\"").collect(Collectors.joining(","));
        String names = all.stream().map(n -> n.name).collect(Collectors.joining(","));
        Files.writeString(config.resolve("opensearch.yml"), """
                cluster.name: rung-test
                node.name: %s
                path.data: %s
                path.logs: %s
                network.host: 127.0.0.1
                http.port: %d
                transport.port: %d
                discovery.seed_hosts: [%s]
                cluster.initial_cluster_manager_nodes: [%s]
                cluster.routing.allocation.disk.threshold_enabled: false
                cluster.max_shards_per_node: 10000
                """.formatted(
                        name, data(), folder.resolve("logs"), http, transport, seeds, names));
        Files.copy(home.resolve("config/log4j2.properties"), config.resolve("log4j2.properties"));
        // The delivered options write logs beside the program, which is shared here.
        String options = Files.readAllLines(home.resolve("config/jvm.options")).stream()
                .filter(line -> !line.contains("logs/"))
                .collect(Collectors.joining("\n"));
        Files.writeString(config.resolve("jvm.options"), options);
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** @param javaOptions of its virtual machine */
    void start(Path home, String javaOptions) throws IOException {
        List<String> command = new ArrayList<>(isRoot() ? AS_NOBODY : List.of());
        command.add(home.resolve("bin/opensearch").toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment()
                .put("OPENSEARCH_PATH_CONF", folder.resolve("config").toString());
        builder.environment().put("OPENSEARCH_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("OPENSEARCH_JAVA_OPTS", javaOptions);
        builder.environment().put("OPENSEARCH_TMPDIR", folder.resolve("tmp").toString());
        process = builder.start();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Ends it as {@code kill -9} does, if it runs. */
    void kill() throws IOException {
        Process running = process;
        if (running == null) return;
        process = null;
        running.destroyForcibly();
        try {
            running.waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** As this process ends: there is no time to wait. */
    void killAtOnce() {
        Process running = process;
        if (running != null) running.destroyForcibly();
    }

    /** Whether it was started, and has ended by itself. */
    boolean isGone() {
        Process started = process;
        return started != null && !started.isAlive();
    }

    /** Its answer; none if it is not up, not yet or not any more. */
    Optional<String> ask(String method, String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address().resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(15_000);
            try (InputStream body = connection.getInputStream()) {
                return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path output() {
        return folder.resolve("output.log");
    }

    /** What it said last. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(output());
        return name + ":\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                + "\n";
    }

    /** Whether a word stands in one of the files of its indices or their logs, as it is. */
    boolean isOnDisk(String word) throws IOException {
        AtomicBoolean found = new AtomicBoolean();
        Files.walkFileTree(data(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (content.contains(word)) found.set(true);
                return found.get() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            /** Deleted since its folder was listed. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found.get();
    }
}
