package dev.rung.benchmarks.sidebyside;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** One who asks a server on this machine over a connection that stays open, and takes in the whole answer. The same for every server. */
final class Http {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    Http(URI server) {
        this.server = server;
    }

    byte[] get(String path) throws IOException {
        return answer(HttpRequest.newBuilder(at(path)).build());
    }

    byte[] post(String path, byte[] json) throws IOException {
        return send("POST", path, json);
    }

    byte[] put(String path, byte[] json) throws IOException {
        return send("PUT", path, json);
    }

    /** Whether the server is there and content. */
    boolean isUp(String path) {
        try {
            get(path);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private byte[] send(String method, String path, byte[] json) throws IOException {
        return answer(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(json))
                .build());
    }

    private URI at(String path) {
        return URI.create(server + path);
    }

    private byte[] answer(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 == 2) return response.body();
            throw new IOException(request.uri() + " answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
