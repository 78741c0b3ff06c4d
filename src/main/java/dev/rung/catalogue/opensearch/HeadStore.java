package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Keeps the {@link Head} in the cluster, in an index of its own, and hands out the right to write: one process at a time.
 *
 * <p>Safe for use by many threads and processes.
 */
final class HeadStore {
    private static final String DOCUMENT = "head";
    /** Longer than any one step of a write; it is renewed between steps. */
    static final long LEASE_MILLIS = 120_000;

    private static final long POLL_MILLIS = 10;

    private final Cluster cluster;
    private final String index;
    private final int replicas;
    private final long patienceMillis;
    private final String me = UUID.randomUUID().toString();

    HeadStore(Cluster cluster, OpenSearchSettings settings) {
        this.cluster = cluster;
        this.index = index(settings);
        this.replicas = settings.replicas();
        this.patienceMillis = settings.patience().toMillis();
    }

    /** The index of what all processes share besides records. */
    static String index(OpenSearchSettings settings) {
        return settings.prefix() + "-head";
    }

    /** A head, and which state of the document it was read from. */
    record Seen(Head head, long sequenceNumber, long primaryTerm) {}

    /** Makes the index that holds the head, if there is none. */
    void prepare() throws IOException {
        Map<String, Object> body = Map.of(
                "settings", Map.of("number_of_shards", 1, "number_of_replicas", replicas),
                "mappings", Map.of("dynamic", "false", "properties", Map.of("at", Map.of("type", "long"))));
        try {
            cluster.put("/" + index, body);
        } catch (Cluster.Refused e) {
            if (!e.type().equals("resource_already_exists_exception")) throw e;
        }
    }

    /** The newest state; none if no catalogue was made here yet. */
    Optional<Seen> find() throws IOException {
        Cluster.Reply reply = cluster.ask("GET", path(DOCUMENT), Map.of(), "", Set.of(404));
        if (!reply.body().path("found").asBoolean()) return Optional.empty();
        try {
            Head head = Json.read(reply.body().path("_source"), Head.class);
            return Optional.of(new Seen(
                    head,
                    reply.body().path("_seq_no").asLong(),
                    reply.body().path("_primary_term").asLong()));
        } catch (InvalidJson e) {
            throw new IOException(
                    "the head of the catalogue in " + index + " cannot be read: " + e.getMessage()
                            + "; another version of Rung may have written it",
                    e);
        }
    }

    Seen read() throws IOException {
        return find().orElseThrow(() -> new IOException("the index " + index + " has lost the head of the catalogue"));
    }

    /** Writes the first head; false if somebody was faster. */
    boolean create(Head first) throws IOException {
        return cluster.ask(
                                "PUT",
                                path(DOCUMENT),
                                Map.of("op_type", "create"),
                                Cluster.json(first),
                                Set.of(Cluster.CONFLICT))
                        .status()
                != Cluster.CONFLICT;
    }

    /** Replaces the head if it is still as it was seen. */
    private boolean replace(Seen seen, Head head) throws IOException {
        Map<String, String> unchanged = Map.of(
                "if_seq_no", Long.toString(seen.sequenceNumber()),
                "if_primary_term", Long.toString(seen.primaryTerm()));
        return cluster.ask("PUT", path(DOCUMENT), unchanged, Cluster.json(head), Set.of(Cluster.CONFLICT))
                        .status()
                != Cluster.CONFLICT;
    }

    /**
     * Takes the right to write, waiting for whoever has it.
     *
     * @throws IOException if nobody gives it back in time
     */
    Head lock() throws IOException {
        long deadline = now() + patienceMillis;
        while (true) {
            Seen seen = read();
            Optional<Head.Lease> writer = seen.head().writer();
            // A request that was repeated may have succeeded the first time.
            if (writer.filter(w -> w.by().equals(me)).isPresent()) return seen.head();
            if (!seen.head().isBeingWritten(now())) replace(seen, seen.head().writtenBy(lease()));
            else if (now() > deadline)
                throw new IOException("another process is writing to the catalogue, and goes on doing so");
            else Pause.millis(POLL_MILLIS);
        }
    }

    /**
     * Changes the head while holding the right to write.
     *
     * @throws IOException if the right was lost meanwhile
     */
    Head update(UnaryOperator<Head> change) throws IOException {
        while (true) {
            Seen seen = read();
            if (seen.head().writer().filter(w -> w.by().equals(me)).isEmpty()) {
                throw new IOException("the right to write was lost: this process was too slow");
            }
            Head then = change.apply(seen.head());
            if (replace(seen, then)) return then;
        }
    }

    /** Extends the right to write by its full length. */
    void renew() throws IOException {
        update(head -> head.writtenBy(lease()));
    }

    Head.Lease lease() {
        return new Head.Lease(me, now() + LEASE_MILLIS);
    }

    boolean isMine(Head.Lease lease) {
        return lease.by().equals(me);
    }

    static long now() {
        return System.currentTimeMillis();
    }

    /** Remembers a point in time for the pages to come, for every process. */
    void keep(String name, String pointInTime) throws IOException {
        cluster.put(path(name), Map.of("pointInTime", pointInTime, "at", now()));
    }

    /** A point in time that was kept. */
    Optional<String> kept(String name) throws IOException {
        JsonNode found =
                cluster.ask("GET", path(name), Map.of(), "", Set.of(404)).body();
        return Optional.ofNullable(found.path("_source").path("pointInTime").textValue());
    }

    /** Forgets points in time that were kept before. */
    void forgetKept(long before) throws IOException {
        cluster.ask(
                "POST",
                "/" + index + "/_delete_by_query",
                Map.of("conflicts", "proceed"),
                Cluster.json(Map.of("query", Map.of("range", Map.of("at", Map.of("lt", before))))),
                Set.of(Cluster.CONFLICT));
    }

    private String path(String document) {
        return "/" + index + "/_doc/" + document;
    }
}
