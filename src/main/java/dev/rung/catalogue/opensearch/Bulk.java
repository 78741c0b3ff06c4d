package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends many operations to the cluster, in pieces it can take. What it pushes back is sent again, later: each operation writes a whole document
 * or removes one, so that doing it twice is doing it once.
 */
final class Bulk {
    /** Small enough for the cluster's default limits, large enough to be worth a request. */
    private static final int MOST_CHARACTERS = 4_000_000;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final Cluster cluster;
    private final long patienceMillis;

    Bulk(Cluster cluster, OpenSearchSettings settings) {
        this.cluster = cluster;
        this.patienceMillis = settings.patience().toMillis();
    }

    /** Something to do between two pieces. */
    @FunctionalInterface
    interface Between {
        void pieces() throws IOException;
    }

    /**
     * Carries out operations, in order.
     *
     * @param operations each the lines of one operation
     * @param between is called between pieces, for work that takes long
     * @throws IOException if the cluster refuses one for good; the others may have been carried out
     */
    void send(List<String> operations, Between between) throws IOException {
        List<String> piece = new ArrayList<>();
        long characters = 0;
        for (String operation : operations) {
            if (characters > 0 && characters + operation.length() > MOST_CHARACTERS) {
                sendPiece(piece);
                between.pieces();
                piece = new ArrayList<>();
                characters = 0;
            }
            piece.add(operation);
            characters += operation.length();
        }
        if (!piece.isEmpty()) sendPiece(piece);
    }

    private void sendPiece(List<String> operations) throws IOException {
        long deadline = System.currentTimeMillis() + patienceMillis;
        long pause = FIRST_PAUSE_MILLIS;
        List<String> left = operations;
        while (true) {
            left = pushedBack(left);
            if (left.isEmpty()) return;
            if (System.currentTimeMillis() > deadline) {
                throw new IOException(
                        "the cluster takes no more writes at the moment: " + left.size() + " were pushed back");
            }
            Pause.millis(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    /** Sends once; those are returned that are to be sent again. */
    private List<String> pushedBack(List<String> operations) throws IOException {
        JsonNode reply = cluster.ask("POST", "/_bulk", Map.of(), String.join("", operations), Set.of())
                .body();
        if (!reply.path("errors").asBoolean()) return List.of();
        List<String> again = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            JsonNode item = reply.path("items").path(i).elements().next();
            int status = item.path("status").asInt();
            boolean isDone = status < 300
                    || status == Cluster.CONFLICT
                    || item.path("result").asText().equals("not_found");
            if (isDone) continue;
            if (status != TOO_MANY_REQUESTS && status < 500) throw refused(item);
            again.add(operations.get(i));
        }
        return again;
    }

    private static IOException refused(JsonNode item) {
        return new IOException("the cluster refused " + item.path("_id").asText() + ": "
                + item.path("error").path("reason").asText() + " "
                + item.path("error").path("caused_by").path("reason").asText());
    }
}
