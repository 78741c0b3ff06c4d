package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.catalogue.Facts;
import dev.rung.catalogue.Generation;
import dev.rung.catalogue.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks one {@link PointInTime}. If the cluster has lost it, with a node or by age, another one of the same state takes its place.
 *
 * <p>Safe for use by many threads until {@link #end}.
 */
final class Asking {
    /** The cluster gives out no more results at once. */
    static final int MOST_AT_ONCE = 10_000;

    private static final Set<Integer> LOST = Set.of(400, 404, 500, 503);
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 250;

    private final Cluster cluster;
    private final HeadStore heads;
    private final PointsInTime points;
    private final PointInTime pointInTime;
    private final OpenSearchSettings settings;

    Asking(
            Cluster cluster,
            HeadStore heads,
            PointsInTime points,
            PointInTime pointInTime,
            OpenSearchSettings settings) {
        this.cluster = cluster;
        this.heads = heads;
        this.points = points;
        this.pointInTime = pointInTime;
        this.settings = settings;
    }

    Generation generation() {
        return pointInTime.generation();
    }

    long version(Kind<?> kind) {
        return pointInTime.version(kind);
    }

    /** The answer to a search body without its point in time. */
    JsonNode search(Map<String, Object> body) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Map<String, Object> whole = new LinkedHashMap<>(body);
            whole.put("pit", Map.of("id", pointInTime.id(), "keep_alive", PointInTime.KEEP_ALIVE));
            Map<String, String> complete = Map.of("allow_partial_search_results", "false");
            Cluster.Reply reply = cluster.ask("POST", "/_search", complete, Cluster.json(whole), LOST);
            if (reply.status() < 300) return reply.body();
            boolean isLost = isLost(reply);
            if (!isLost || attempt == ATTEMPTS) throw Cluster.refused("POST", "/_search", reply);
            Pause.millis(PAUSE_MILLIS);
            points.reopen(pointInTime);
        }
    }

    /** Whether another point in time may answer: the question itself was not refused. */
    private static boolean isLost(Cluster.Reply reply) {
        String said = reply.body().toString();
        return reply.status() == 503
                || said.contains("search_context_missing_exception")
                || said.contains("node_not_connected_exception")
                || said.contains("node_disconnected_exception")
                || said.contains("no_shard_available_action_exception")
                || said.contains("no_node_available_exception");
    }

    /** The ids of what a query matches, best first and equals by id, with their scores; paged through if there are many. */
    List<JsonNode> hits(Map<String, Object> query, List<Object> order, int most, Optional<List<Object>> after)
            throws IOException {
        List<JsonNode> all = new ArrayList<>();
        Optional<List<Object>> last = after;
        while (all.size() < most) {
            int size = Math.min(MOST_AT_ONCE, most - all.size());
            Map<String, Object> body = new LinkedHashMap<>(Map.of(
                    "size", size,
                    "query", query,
                    "sort", order,
                    "track_total_hits", false,
                    "_source", false));
            last.ifPresent(l -> body.put("search_after", l));
            List<JsonNode> page = new ArrayList<>();
            search(body).path("hits").path("hits").forEach(page::add);
            all.addAll(page);
            if (page.size() < size) break;
            List<Object> values = new ArrayList<>();
            page.getLast().path("sort").forEach(v -> values.add(v.isNumber() ? v.numberValue() : v.asText()));
            last = Optional.of(values);
        }
        return all;
    }

    long count(Map<String, Object> query) throws IOException {
        Map<String, Object> body = Map.of("size", 0, "query", query, "track_total_hits", true);
        return search(body).path("hits").path("total").path("value").asLong();
    }

    /** Keeps this state for further pages, whichever process is asked for them. */
    void keep() throws IOException {
        pointInTime.kept();
        heads.keep(name(generation().id(), generation().sequence()), pointInTime.id());
    }

    /**
     * An earlier state that was kept.
     *
     * @return none if it is forgotten
     */
    Optional<Asking> kept(String generation, long sequence) throws IOException {
        if (generation.equals(generation().id()) && sequence == generation().sequence()) return Optional.of(this);
        Optional<String> id = heads.kept(name(generation, sequence));
        if (id.isEmpty()) return Optional.empty();
        // What was written when is not known any more; below zero, the numbers are those of no other state.
        Map<String, Long> versions = new LinkedHashMap<>();
        Kind.ALL.forEach(kind -> versions.put(kind.plural(), -sequence));
        Head then = new Head(
                generation,
                sequence,
                generation().model(),
                Facts.VERSION,
                versions,
                Optional.empty(),
                Optional.empty(),
                List.of());
        return Optional.of(new Asking(cluster, heads, points, points.kept(then, id.get()), settings));
    }

    private static String name(String generation, long sequence) {
        return "view-" + generation + "-" + sequence;
    }

    void end() throws IOException {
        points.letGo(pointInTime);
    }
}
