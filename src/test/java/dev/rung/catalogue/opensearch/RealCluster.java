package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * OpenSearch nodes on this machine, made from the archives that the Maven profile {@code cluster} fetches. Each is a process of its own, so
 * that it can be killed as a machine dies: without warning. Tests are given three by {@link ClusterForTests}; measurements {@link #start} their own.
 */
public final class RealCluster implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);
    private static final String PREFIX = "test";
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    private final Path folder;
    private final Path home;
    private final String javaOptions;
    private final List<RealNode> nodes = new ArrayList<>();

    private RealCluster(Path archives, List<String> plugins, int size, String javaOptions) throws IOException {
        this.javaOptions = javaOptions;
        folder = Files.createTempDirectory("rung-cluster");
        home = new Archives(archives).unpack(plugins, folder);
        List<Integer> ports = freePorts(2 * size);
        for (int i = 0; i < size; i++) {
            String name = "node" + i;
            nodes.add(new RealNode(name, folder.resolve(name), ports.get(2 * i), ports.get(2 * i + 1)));
        }
        for (RealNode node : nodes) node.configure(home, nodes);
        // Nodes outlive this process otherwise, if it is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> nodes.forEach(RealNode::killAtOnce)));
        if (RealNode.isRoot()) run("chown", "-R", "65534:65534", folder.toString());
        try {
            for (int i = 0; i < size; i++) start(i);
            awaitNodes(size);
        } catch (IOException e) {
            close();
            throw e;
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
        return nodes.stream().map(RealNode::address).toList();
    }

    /** The id of a running node's process. */
    public long processOf(int number) {
        return nodes.get(number).process();
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

    /** Removes all catalogues. */
    void clear() {
        ask("DELETE", "/" + PREFIX + "*");
    }

    int size() {
        return nodes.size();
    }

    /** The number of the node that leads the others. */
    int leader() throws IOException {
        String name = ask("GET", "/_cat/cluster_manager?h=node").orElseThrow().strip();
        return IntStream.range(0, size())
                .filter(i -> nodes.get(i).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Ends a node as {@code kill -9} does. */
    void kill(int number) throws IOException {
        nodes.get(number).kill();
    }

    void start(int number) throws IOException {
        nodes.get(number).start(home, javaOptions);
    }

    /** Waits until so many nodes stand together. */
    void awaitNodes(int count) throws IOException {
        await("/_cluster/health?wait_for_nodes=" + count + "&timeout=5s");
    }

    /** Waits until every copy of every shard is where it belongs. */
    void awaitGreen() throws IOException {
        await("/_cluster/health?wait_for_status=green&wait_for_no_relocating_shards=true&timeout=5s");
    }

    private void await(String path) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            if (ask("GET", path)
                    .filter(answer -> answer.contains("\"timed_out\":false"))
                    .isPresent()) return;
            if (nodes.stream().anyMatch(RealNode::isGone) || System.nanoTime() > deadline) {
                StringBuilder words = new StringBuilder();
                for (RealNode node : nodes) words.append(node.lastWords());
                throw new IOException("the cluster does not come up:\n" + words);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** The answer of the first node that has one. */
    private Optional<String> ask(String method, String path) {
        return nodes.stream().flatMap(node -> node.ask(method, path).stream()).findFirst();
    }

    /** Whether a word stands in a file of some node's indices or their logs, as it is. */
    boolean isOnDisk(String word) throws IOException {
        for (RealNode node : nodes) {
            if (node.isOnDisk(word)) return true;
        }
        return false;
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
        for (RealNode node : nodes) node.kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
