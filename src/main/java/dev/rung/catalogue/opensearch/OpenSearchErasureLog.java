package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.catalogue.ErasureLog;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The log as documents beside the {@link Head}, one an entry, with the entry's number as its id: the cluster gives each id to one writer only, which
 * puts entries in an order without a lock. They are read by id, so each is to be seen as soon as it is written.
 */
final class OpenSearchErasureLog implements ErasureLog {
    private static final int KEY_BYTES = 16;
    private static final int READ_AT_ONCE = 500;

    private final Cluster cluster;
    private final String index;

    OpenSearchErasureLog(Cluster cluster, OpenSearchSettings settings) {
        this.cluster = cluster;
        this.index = "/" + HeadStore.index(settings);
    }

    @Override
    public String key() {
        try {
            String path = index + "/_doc/erasures-key";
            JsonNode found = cluster.ask("GET", path, Map.of(), "", Set.of(404)).body();
            if (!found.path("found").asBoolean()) {
                byte[] key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                // Two may begin at the same moment; one of the keys wins.
                create(path, Map.of("key", HexFormat.of().formatHex(key)));
                found = cluster.get(path);
            }
            return found.path("_source").path("key").asText();
        } catch (IOException e) {
            throw OpenSearchCatalogue.failed(e);
        }
    }

    /** An attempt whose answer was lost leaves the same entry twice, which says nothing else than once does. */
    @Override
    public long append(String digest, long after) {
        try {
            long number = after + 1;
            while (!create(index + "/_doc/" + id(number), Map.of("digest", digest))) number++;
            return number;
        } catch (IOException e) {
            throw OpenSearchCatalogue.failed(e);
        }
    }

    /** @return whether there was none */
    private boolean create(String path, Map<String, Object> document) throws IOException {
        Map<String, String> onlyNew = Map.of("op_type", "create");
        return cluster.ask("PUT", path, onlyNew, Cluster.json(document), Set.of(Cluster.CONFLICT))
                        .status()
                != Cluster.CONFLICT;
    }

    @Override
    public List<String> after(long read) {
        try {
            List<String> ids = LongStream.rangeClosed(read + 1, read + READ_AT_ONCE)
                    .mapToObj(OpenSearchErasureLog::id)
                    .toList();
            // One by one first: mostly there is nothing new.
            Cluster.Reply next = cluster.ask("GET", index + "/_doc/" + ids.getFirst(), Map.of(), "", Set.of(404));
            if (!next.body().path("found").asBoolean()) return List.of();
            List<String> digests = new ArrayList<>();
            for (JsonNode entry :
                    cluster.post(index + "/_mget", Map.of("ids", ids)).path("docs")) {
                if (!entry.path("found").asBoolean()) break;
                digests.add(entry.path("_source").path("digest").asText());
            }
            return digests;
        } catch (IOException e) {
            throw OpenSearchCatalogue.failed(e);
        }
    }

    private static String id(long number) {
        return "erasure-" + number;
    }
}
