package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rung.catalogue.Kind;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.skill.Skill;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads records by id and keeps those that were read lately, and the taxonomy. What is kept is kept under the version of its kind, so that it is
 * never stale. People are not kept: erasing one leaves nothing in memory.
 *
 * <p>Safe for use by many threads.
 */
final class RecordsRead {
    /** A record takes a few kilobytes, so about 40 MB when full. */
    private static final int MOST_KEPT = 10_000;

    private static final int READ_AT_ONCE = 500;

    private final Cache<Key, Object> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private volatile @Nullable Known taxonomy;

    private record Key(String generation, long version, Kind<?> kind, String id) {}

    private record Known(String generation, long version, Taxonomy taxonomy) {}

    /** The records of those ids, in the order asked; those that do not exist are left out. */
    <T> List<T> find(Asking state, Kind<T> kind, Collection<String> ids) throws IOException {
        Map<String, T> found = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String id : ids) {
            Object known = kept.getIfPresent(key(state, kind, id));
            if (known != null) found.put(id, kind.type().cast(known));
            else unknown.add(id);
        }
        List<String> missing = List.copyOf(unknown);
        for (int from = 0; from < missing.size(); from += READ_AT_ONCE) {
            read(state, kind, missing.subList(from, Math.min(missing.size(), from + READ_AT_ONCE)), found);
        }
        List<T> records = new ArrayList<>(ids.size());
        for (String id : ids) {
            T record = found.get(id);
            if (record != null) records.add(record);
        }
        return records;
    }

    private <T> void read(Asking state, Kind<T> kind, List<String> ids, Map<String, T> found) throws IOException {
        List<String> keys = ids.stream().map(id -> Layout.key(kind, id)).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("size", keys.size());
        body.put("query", Map.of("ids", Map.of("values", keys)));
        body.put("_source", List.of(Layout.SOURCE));
        body.put("track_total_hits", false);
        for (JsonNode hit : state.search(body).path("hits").path("hits")) {
            T record = record(kind, hit);
            String id = kind.idOf(record);
            found.put(id, record);
            if (kind != Kind.CANDIDATES) kept.put(key(state, kind, id), record);
        }
    }

    /** The record of a hit that brought its source. */
    static <T> T record(Kind<T> kind, JsonNode hit) throws IOException {
        try {
            return Json.read(hit.path("_source").path(Layout.SOURCE), kind.type());
        } catch (InvalidJson e) {
            throw new IOException("A stored record of " + kind + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Key key(Asking state, Kind<?> kind, String id) {
        return new Key(state.generation().id(), state.version(kind), kind, id);
    }

    /** All skills. One thread builds, the others wait: it takes a while where there are many. */
    synchronized Taxonomy taxonomy(OpenSearchView view) {
        String generation = view.generation().id();
        long version = view.version(Kind.SKILLS);
        Known known = taxonomy;
        if (known != null && known.generation().equals(generation) && known.version() == version) {
            return known.taxonomy();
        }
        List<Skill> skills = new ArrayList<>();
        view.each(Kind.SKILLS, skills::add);
        Taxonomy made = Taxonomy.of(skills);
        taxonomy = new Known(generation, version, made);
        return made;
    }
}
