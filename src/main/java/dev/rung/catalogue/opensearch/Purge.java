package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Has the cluster throw away the bytes of what was removed from an index, once.
 *
 * <p>How it works. Operations on a shard are numbered. A removed document stays, and so does a note of its removal with its id, for as long as a copy of the
 * shard might ask for the operations from there on: each copy holds a lease that says from which number on. So: note the newest numbers; wait until all leases
 * and the last commits are beyond them; then rewrite every segment in which something is removed. What others write meanwhile has higher numbers and is
 * not waited for.
 */
final class Purge {
    private static final long POLL_MILLIS = 500;

    private final Cluster cluster;
    private final String index;
    private final long deadline;

    Purge(Cluster cluster, String index, Duration patience) {
        this.cluster = cluster;
        this.index = "/" + index;
        this.deadline = HeadStore.now() + Math.max(patience.toMillis(), HeadStore.LEASE_MILLIS);
    }

    /** @throws IOException if the cluster keeps what was removed, as it does while a node is away; the message says so */
    void run() throws IOException {
        Map<String, JsonNode> copies = copies();
        if (copies.isEmpty()) return;
        Map<String, Long> newest = new HashMap<>();
        copies.forEach((shard, all) -> all.forEach(
                copy -> newest.merge(shard, copy.at("/seq_no/max_seq_no").asLong(), Math::max)));
        while (!isLetGo(newest)) {
            if (HeadStore.now() > deadline) {
                throw new IOException(
                        "the cluster still keeps documents that were removed, as it does while a node is away; ask again later");
            }
            Pause.millis(POLL_MILLIS);
        }
        // Once more for what was being merged at that moment, and so was passed over.
        for (int pass = 0; pass < 2; pass++) {
            ask("_forcemerge", Map.of("only_expunge_deletes", "true"));
            ask("_refresh", Map.of());
        }
    }

    private boolean isLetGo(Map<String, Long> newest) throws IOException {
        if (!areBeyond(newest, Purge::leased)) return false;
        ask("_flush", Map.of("force", "true", "wait_if_ongoing", "true"));
        return areBeyond(
                newest, copy -> copy.at("/commit/user_data/min_retained_seq_no").asLong());
    }

    /** Whether a number of every copy is higher than the newest that its shard had. */
    private boolean areBeyond(Map<String, Long> newest, ToLongFunction<JsonNode> number) throws IOException {
        for (Map.Entry<String, JsonNode> shard : copies().entrySet()) {
            for (JsonNode copy : shard.getValue()) {
                if (number.applyAsLong(copy) <= newest.getOrDefault(shard.getKey(), -1L)) return false;
            }
        }
        return true;
    }

    /** From which number on operations are kept for some copy. */
    private static long leased(JsonNode copy) {
        long lowest = Long.MAX_VALUE;
        for (JsonNode lease : copy.at("/retention_leases/leases")) {
            lowest = Math.min(lowest, lease.path("retaining_seq_no").asLong());
        }
        return lowest;
    }

    private void ask(String action, Map<String, String> parameters) throws IOException {
        cluster.ask("POST", index + "/" + action, parameters, "", Set.of(404));
    }

    /** By the number of the shard; none if the index is gone, and with it what was in it. */
    private Map<String, JsonNode> copies() throws IOException {
        Map<String, String> each = Map.of("level", "shards");
        JsonNode stats = cluster.ask("GET", index + "/_stats/docs", each, "", Set.of(404))
                .body();
        Map<String, JsonNode> copies = new HashMap<>();
        stats.path("indices")
                .path(index.substring(1))
                .path("shards")
                .properties()
                .forEach(e -> copies.put(e.getKey(), e.getValue()));
        return copies;
    }
}
