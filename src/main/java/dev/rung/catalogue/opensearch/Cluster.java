package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.HttpException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ResponseException;

/**
 * Asks the cluster. Every request made here may be made twice without harm (reads, writes of a whole document, conditional writes), so each is
 * repeated on the next node while nodes fail or push back, until patience ends.
 *
 * <p>Safe for use by many threads.
 */
final class Cluster implements AutoCloseable {
    /** Says “not now”: too many requests, no primary at this moment, a proxy without a node behind it. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    /** In a request, what is empty means something: {@code "match_all": {}}. */
    private static final ObjectMapper ALL_OF_IT =
            Json.mapper().copy().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);

    /** Somebody else was faster. */
    static final int CONFLICT = 409;

    private static final String JSON = "application/json; charset=UTF-8";
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;
    private final Trouble trouble;
    private final long patienceNanos;

    Cluster(OpenSearchSettings settings) throws IOException {
        this.transport = Connection.to(settings);
        this.client = new OpenSearchGenericClient(transport);
        this.trouble = new Trouble(settings);
        this.patienceNanos = settings.patience().toNanos();
    }

    /** What came back: a status below 300, or one that the caller expects. */
    record Reply(int status, JsonNode body) {}

    /** The cluster understood and refused. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String type;

        Refused(int status, String type, String message) {
            super(message);
            this.status = status;
            this.type = type;
        }

        int status() {
            return status;
        }

        /** The cluster's own name of the problem. */
        String type() {
            return type;
        }
    }

    JsonNode get(String path) throws IOException {
        return ask("GET", path, Map.of(), "", Set.of()).body();
    }

    JsonNode post(String path, Object body) throws IOException {
        return ask("POST", path, Map.of(), json(body), Set.of()).body();
    }

    JsonNode put(String path, Object body) throws IOException {
        return ask("PUT", path, Map.of(), json(body), Set.of()).body();
    }

    /**
     * Asks once and again.
     *
     * @param expected statuses that are answers and not failures
     * @throws Refused if the cluster says no; the message holds its reason
     * @throws IOException if no node answers within the time that patience allows, or the way to them is closed; the message says what to do
     */
    Reply ask(String method, String path, Map<String, String> parameters, String body, Set<Integer> expected)
            throws IOException {
        long deadline = System.nanoTime() + patienceNanos;
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            IOException failure;
            try {
                Reply reply = once(method, path, parameters, body);
                if (reply.status() < 300 || expected.contains(reply.status())) return reply;
                Refused refused = refused(method, path, reply);
                if (!isPassing(refused)) throw refused;
                failure = refused;
            } catch (Refused e) {
                throw e;
            } catch (IOException e) {
                if (Trouble.stays(e)) throw trouble.explained(e);
                failure = e;
            }
            if (System.nanoTime() > deadline) throw trouble.explained(failure);
            Pause.millis(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private Reply once(String method, String path, Map<String, String> parameters, String body) throws IOException {
        Body content = body.isEmpty() ? null : Body.from(body.getBytes(StandardCharsets.UTF_8), JSON);
        try (Response response = client.execute(Requests.create(method, path, List.of(), parameters, content))) {
            byte[] bytes =
                    response.getBody().isPresent() ? response.getBody().get().bodyAsBytes() : new byte[0];
            return new Reply(response.getStatus(), read(bytes));
        } catch (ResponseException e) {
            // The client takes 400 to 405 for answers, but a conflict for a failure; asked again and again, it stays a
            // conflict.
            if (e.status() != CONFLICT) throw e;
            return new Reply(CONFLICT, Json.mapper().createObjectNode().put("error", e.getMessage()));
        } catch (RuntimeException e) {
            // What is not HTTP comes wrapped so.
            if (e.getCause() instanceof HttpException) throw new IOException(e.getCause());
            throw e;
        }
    }

    private static JsonNode read(byte[] bytes) throws IOException {
        if (bytes.length == 0) return Json.mapper().createObjectNode();
        try {
            return Json.mapper().readTree(bytes);
        } catch (JsonProcessingException e) {
            // A proxy's page, most likely; the status says enough.
            return Json.mapper().createObjectNode();
        }
    }

    private static boolean isPassing(Refused refused) {
        return PASSING.contains(refused.status());
    }

    static Refused refused(String method, String path, Reply reply) {
        JsonNode error = reply.body().path("error");
        JsonNode cause = error.path("root_cause").path(0);
        JsonNode caused = error.path("failed_shards").path(0).path("reason");
        String type = (caused.isMissingNode() ? cause : caused)
                .path("type")
                .asText(error.path("type").asText("unknown"));
        String reason = (caused.isMissingNode() ? cause : caused)
                .path("reason")
                .asText(error.path("reason").asText(error.asText()));
        return new Refused(
                reply.status(), type, method + " " + path + " was refused with " + reply.status() + ": " + reason);
    }

    static String json(Object body) {
        try {
            return ALL_OF_IT.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a request that cannot be written as JSON", e);
        }
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
