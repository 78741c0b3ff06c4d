package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * OpenSearch nodes on this machine, made from the archives that the Maven profile {@code cluster} fetches. Each is a process of its own, so
 * that it can be killed as a machine dies: without warning. Tests are {@link Provided} with three; measurements {@link #start} their own.
 */
public final class RealCluster implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);
    /** The node refuses to run as root; to run as nobody needs no account to be made. */
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    /** What is run is what was looked at: SHA-256 of each archive. */
    private static final Map<String, String> ARCHIVES = Map.of(
            "opensearch-3.6.0.zip", "a91faa1dc1cadc78cb278b4f63847e19e1627a4e9de698e14e7efc14ee37b286",
            "opensearch-knn-3.6.0.0.zip", "ac392ca28a39b3bf290648a422ef30cb149dda2963a9d7feb26060e932341c9a",
            "neural-search-3.6.0.0.zip", "6ef1b206e79391e2e36268e32dc34d27fd8b8a59a8eb0a7393c97d53b038e433");

    private static final String PREFIX = "test";
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private final Path folder;
    private final Path home;
    private final String javaOptions;
    private final List<Node> nodes = new ArrayList<>();

    /** One node: its addresses, and its process while it runs. */
    private static final class Node {
        private final String name;
        private final int http;
        private final int transport;
        private volatile Process process;

        Node(String name, int http, int transport) {
            this.name = name;
            this.http = http;
            this.transport = transport;
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + http);
        }
    }

    private RealCluster(Path archives, List<String> plugins, int size, String javaOptions) throws IOException {
        this.javaOptions = javaOptions;
        folder = Files.createTempDirectory("rung-cluster");
        unpack(archives.resolve("opensearch-3.6.0.zip"), folder);
        home = folder.resolve("opensearch-3.6.0");
        for (String plugin : plugins) {
            unpack(archives.resolve(plugin), home.resolve("plugins").resolve(plugin.replace(".zip", "")));
        }
        try (Stream<Path> scripts = Files.list(home.resolve("bin"))) {
            scripts.forEach(script -> script.toFile().setExecutable(true, false));
        }
        List<Integer> ports = freePorts(2 * size);
        for (int i = 0; i < size; i++) {
            nodes.add(new Node("node" + i, ports.get(2 * i), ports.get(2 * i + 1)));
        }
        for (Node node : nodes) configure(node);
        // Nodes outlive this process otherwise, if it is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(this::killAll));
        if (isRoot()) run("chown", "-R", "65534:65534", folder.toString());
        try {
            for (int i = 0; i < size; i++) start(i);
            awaitNodes(size);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void killAll() {
        for (Node node : nodes) {
            if (node.process != null) node.process.destroyForcibly();
        }
    }

    /**
     * Starts a cluster and waits until it stands.
     *
     * @param archives folder with OpenSearch's own archive and those of the plugins
     * @param plugins file names of archives
     * @param size how many nodes
     * @param javaOptions of each node's virtual machine
     */
    public static RealCluster start(Path archives, List<String> plugins, int size, String javaOptions)
            throws IOException {
        return new RealCluster(archives, plugins, size, javaOptions);
    }

    /** Where the nodes answer. */
    public List<URI> addresses() {
        return nodes.stream().map(Node::address).toList();
    }

    /** The id of a running node's process. */
    public long processOf(int number) {
        return nodes.get(number).process.pid();
    }

    /** Settings for a new catalogue on this cluster. */
    public OpenSearchSettings settings(int shards, int replicas) {
        return new OpenSearchSettings(
                addresses(),
                PREFIX + PREFIXES.incrementAndGet(),
                Optional.empty(),
                Optional.empty(),
                shards,
                replicas,
                Duration.ofSeconds(90));
    }

    /** Removes all catalogues, so that the tests to come have the cluster to themselves. */
    private void clear() {
        ask("DELETE", "/" + PREFIX + "*");
    }

    int size() {
        return nodes.size();
    }

    /** The number of the node that leads the others. */
    int leader() throws IOException {
        String name = get("/_cat/cluster_manager?h=node").orElseThrow().strip();
        return IntStream.range(0, size())
                .filter(i -> nodes.get(i).name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Ends a node as {@code kill -9} does. */
    void kill(int number) throws IOException {
        Process process = nodes.get(number).process;
        if (process == null) return;
        nodes.get(number).process = null;
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    void start(int number) throws IOException {
        Node node = nodes.get(number);
        Path config = folder.resolve(node.name).resolve("config");
        List<String> command = new ArrayList<>(isRoot() ? AS_NOBODY : List.of());
        command.add(home.resolve("bin/opensearch").toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.resolve(node.name).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(node.name).resolve("output.log").toFile());
        builder.environment().put("OPENSEARCH_PATH_CONF", config.toString());
        builder.environment().put("OPENSEARCH_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("OPENSEARCH_JAVA_OPTS", javaOptions);
        builder.environment()
                .put(
                        "OPENSEARCH_TMPDIR",
                        folder.resolve(node.name).resolve("tmp").toString());
        node.process = builder.start();
    }

    /** Waits until so many nodes stand together. */
    void awaitNodes(int count) throws IOException {
        await("/_cluster/health?wait_for_nodes=" + count + "&timeout=5s", "\"timed_out\":false");
    }

    /** Waits until every copy of every shard is where it belongs. */
    void awaitGreen() throws IOException {
        await(
                "/_cluster/health?wait_for_status=green&wait_for_no_relocating_shards=true&timeout=5s",
                "\"timed_out\":false");
    }

    private void await(String path, String sign) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            Optional<String> answer = get(path);
            if (answer.isPresent() && answer.get().contains(sign)) return;
            boolean isOneGone = nodes.stream().anyMatch(n -> n.process != null && !n.process.isAlive());
            if (isOneGone || System.nanoTime() > deadline) {
                throw new IOException("the cluster does not come up:\n" + lastWords());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private String lastWords() throws IOException {
        StringBuilder words = new StringBuilder();
        for (Node node : nodes) {
            List<String> lines = Files.readAllLines(folder.resolve(node.name).resolve("output.log"));
            words.append(node.name).append(":\n");
            lines.subList(Math.max(0, lines.size() - 15), lines.size())
                    .forEach(line -> words.append(line).append('\n'));
        }
        return words.toString();
    }

    /** The answer of the first node that has one. */
    private Optional<String> get(String path) {
        return ask("GET", path);
    }

    private Optional<String> ask(String method, String path) {
        for (Node node : nodes) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) node.address().resolve(path).toURL().openConnection();
                connection.setRequestMethod(method);
                connection.setConnectTimeout(1_000);
                connection.setReadTimeout(15_000);
                try (InputStream body = connection.getInputStream()) {
                    return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // Not up, not yet or not any more: the next one may be.
            }
        }
        return Optional.empty();
    }

    private void configure(Node node) throws IOException {
        Path config = folder.resolve(node.name).resolve("config");
        Files.createDirectories(config);
        Files.createDirectories(folder.resolve(node.name).resolve("tmp"));
        String seeds =
                nodes.stream().map(n -> "\"127.0.0.1:" + n.transport + "\"").collect(Collectors.joining(","));
        String names = nodes.stream().map(n -> n.name).collect(Collectors.joining(","));
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
                        node.name,
                        folder.resolve(node.name).resolve("data"),
                        folder.resolve(node.name).resolve("logs"),
                        node.http,
                        node.transport,
                        seeds,
                        names));
        Files.copy(home.resolve("config/log4j2.properties"), config.resolve("log4j2.properties"));
        // The delivered options write logs beside the program, which is shared here.
        String options = Files.readAllLines(home.resolve("config/jvm.options")).stream()
                .filter(line -> !line.contains("logs/"))
                .collect(Collectors.joining("\n"));
        Files.writeString(config.resolve("jvm.options"), options);
    }

    private static void unpack(Path archive, Path target) throws IOException {
        String digest = ARCHIVES.get(archive.getFileName().toString());
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

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) sockets.add(new ServerSocket(0));
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) socket.close();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + " failed");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < size(); i++) kill(i);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** Starts the cluster for the first test that asks for it, shares it among all classes, and ends it after the last test of the run. */
    public static final class Provided implements ParameterResolver, AfterAllCallback {
        private static final int NODES = 3;

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RealCluster.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return kept(context).getOrComputeIfAbsent(Kept.class, k -> new Kept(), Kept.class).cluster;
        }

        @Override
        public void afterAll(ExtensionContext context) {
            Kept kept = kept(context).get(Kept.class, Kept.class);
            if (kept != null) kept.cluster.clear();
        }

        private static ExtensionContext.Store kept(ExtensionContext context) {
            return context.getRoot().getStore(Namespace.create(RealCluster.class));
        }

        private static final class Kept implements AutoCloseable {
            private final RealCluster cluster;

            Kept() {
                String archives = System.getProperty("rung.cluster.archives");
                if (archives == null) throw new IllegalStateException("there is no cluster without mvn -Pcluster");
                try {
                    cluster = new RealCluster(
                            Path.of(archives),
                            List.of("opensearch-knn-3.6.0.0.zip"),
                            NODES,
                            "-Xms512m -Xmx512m -XX:TieredStopAtLevel=1");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() throws IOException {
                cluster.close();
            }
        }
    }
}
