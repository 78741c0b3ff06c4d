package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.catalogue.Kind;
import dev.rung.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * One thing to do to one document.
 *
 * @param kind of the record
 * @param id of the record
 * @param document what to write, with a vector of the encoder in use; none: remove it
 */
record Operation(Kind<?> kind, String id, Optional<ObjectNode> document) {
    private static final String REMOVED = "removed";
    /** A record that a rebuild copies; loses against one that was written meanwhile. */
    private static final int COPIED = 1;

    private static final int WRITTEN_MEANWHILE = 2;

    /**
     * The lines of a bulk request that do it to the live generation.
     *
     * @param vectors whether the index holds vectors of the encoder in use
     */
    String live(String index, boolean vectors) {
        Map<String, Object> target = Map.of("_index", index, "_id", Layout.key(kind, id));
        return document.map(d -> lines("index", target, fitting(d, vectors)))
                .orElseGet(() -> Cluster.json(Map.of("delete", target)) + "\n");
    }

    /** The lines that copy a record to the generation being built, unless it was written meanwhile. */
    String copied(String index, boolean vectors) {
        return lines("index", versioned(index, COPIED), fitting(document.orElseGet(this::tombstone), vectors));
    }

    /** The lines that do to the generation being built what is done to the live one. */
    String followed(String index, boolean vectors) {
        ObjectNode body = fitting(document.orElseGet(this::tombstone), vectors).deepCopy();
        body.put(Layout.FOLLOWED, true);
        return lines("index", versioned(index, WRITTEN_MEANWHILE), body);
    }

    private Map<String, Object> versioned(String index, int version) {
        return Map.of("_index", index, "_id", Layout.key(kind, id), "version", version, "version_type", "external_gte");
    }

    /** Stands where a record was removed, so that a copy of it that comes later is refused. */
    private ObjectNode tombstone() {
        return Json.mapper().createObjectNode().put(Layout.KIND, REMOVED).put(Layout.ID, id);
    }

    /** What all tombstones match. */
    static Map<String, Object> tombstones() {
        return Map.of("term", Map.of(Layout.KIND, REMOVED));
    }

    /** Vectors of two models are never mixed in one index. */
    private ObjectNode fitting(ObjectNode complete, boolean vectors) {
        if (vectors || !complete.has(Layout.vector(kind))) return complete;
        ObjectNode plain = complete.deepCopy();
        plain.remove(Layout.vector(kind));
        return plain;
    }

    private static String lines(String action, Map<String, Object> target, ObjectNode body) {
        return Cluster.json(Map.of(action, target)) + "\n" + body + "\n";
    }
}
