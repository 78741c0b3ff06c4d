package dev.rung.benchmarks.sidebyside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Reach;
import dev.rung.catalogue.RecordText;
import dev.rung.encoder.SkillEncoder;
import dev.rung.json.Json;
import dev.rung.role.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The jobs in an index of an OpenSearch node as one would lay it out without Rung: a document is the record, with its English texts analysed, the
 * vector of its title, and for {@code terms_set} the essential needs and how many of them must be met.
 */
final class OpenSearchJobs {
    private static final int DOCUMENTS_AT_ONCE = 500;
    /** What the answers do without: it is only for searching. */
    static final Map<String, Object> SHOWN = Map.of("excludes", new String[] {"vector", "essentials", "needed"});

    private final Http http;
    private final SkillEncoder encoder;
    private final double threshold;
    private final ByteArrayOutputStream bulk = new ByteArrayOutputStream();
    private int waiting;
    private int count;

    /** @param threshold share of the essential needs that must be met */
    OpenSearchJobs(Http http, SkillEncoder encoder, double threshold) {
        this.http = http;
        this.encoder = encoder;
        this.threshold = threshold;
    }

    /** Puts all jobs of a view into a new index, and waits until they are searchable and nothing is being merged any more.
     *
     * @return how many
     */
    int index(CatalogueView view) throws IOException, InterruptedException {
        http.put("/jobs", Json.write(layout()));
        view.each(Kind.JOBS, (Job job) -> add(job));
        send();
        http.post("/jobs/_refresh", new byte[0]);
        http.post("/jobs/_flush?wait_if_ongoing=true", new byte[0]);
        while (stats("merge").path("merges").path("current").asInt() > 0) TimeUnit.MILLISECONDS.sleep(200);
        return count;
    }

    /** In MB. */
    long onDisk() throws IOException {
        return stats("store").path("store").path("size_in_bytes").asLong() >> 20;
    }

    int segments() throws IOException {
        return stats("segments").path("segments").path("count").asInt();
    }

    private JsonNode stats(String which) throws IOException {
        return Json.mapper().readTree(http.get("/jobs/_stats/" + which)).path("_all").path("primaries");
    }

    private Map<String, Object> layout() {
        Map<String, Object> english = Map.of("type", "text", "analyzer", "english");
        Map<String, Object> vector = Map.of(
                "type",
                "knn_vector",
                "dimension",
                encoder.dimensions(),
                "method",
                Map.of("name", "hnsw", "engine", "lucene", "space_type", "cosinesimil"));
        Map<String, Object> fields = Map.of(
                "title", english,
                "organisation", english,
                "place", Map.of("properties", Map.of("locality", english)),
                "description", english,
                "essentials", Map.of("type", "keyword"),
                "needed", Map.of("type", "integer"),
                "vector", vector);
        return Map.of(
                "settings",
                Map.of(
                        "number_of_shards",
                        1,
                        "number_of_replicas",
                        0,
                        "refresh_interval",
                        "-1",
                        "index",
                        Map.of("knn", true, "max_terms_count", 65_536)),
                "mappings",
                Map.of("dynamic", false, "properties", fields));
    }

    private void add(Job job) {
        ObjectNode document = Json.mapper().valueToTree(job);
        Set<Need> essentials = Reach.essentials(job);
        ArrayNode terms = document.putArray("essentials");
        essentials.forEach(need -> terms.add(need.term()));
        document.put("needed", Reach.needed(essentials.size(), threshold));
        float[] vector = encoder.encode(RecordText.of(job).essence());
        if (SkillEncoder.dot(vector, vector) > 0) {
            ArrayNode numbers = document.putArray("vector");
            for (float number : vector) numbers.add(number);
        }
        bulk.writeBytes(Json.write(Map.of("index", Map.of("_id", job.id()))));
        bulk.write('\n');
        bulk.writeBytes(Json.write(document));
        bulk.write('\n');
        count++;
        if (++waiting == DOCUMENTS_AT_ONCE) {
            try {
                send();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void send() throws IOException {
        if (waiting == 0) return;
        JsonNode answer = Json.mapper().readTree(http.post("/jobs/_bulk?filter_path=errors", bulk.toByteArray()));
        if (answer.path("errors").asBoolean(true)) throw new IOException("the node refused some of the documents");
        bulk.reset();
        waiting = 0;
    }
}
