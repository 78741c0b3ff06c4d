package dev.rung.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Somebody else's site, on an origin of its own, under the strictest content security policy that lets it embed anything: no style of its own, nothing
 * inline, and nothing that turns text into markup. It can also stand between a page and Rung, and answer in its place.
 */
final class ForeignSite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String embedded = "'none'";

    private ForeignSite(HttpServer server) {
        this.server = server;
    }

    static ForeignSite start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ForeignSite site = new ForeignSite(server);
            server.createContext("/", site::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The origin that pages may embed from. */
    void embeds(String origin) {
        embedded = origin;
    }

    /** A page with this content and, in its head, this script; gives its address. */
    String page(String path, String script, String body) {
        pages.put(path, """
                <!doctype html><html lang="en" data-ready="true"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
                <title>Somebody else's page</title>%s</head><body><main><h1>Somebody else's page</h1>%s</main></body></html>
                """.formatted(script, body));
        return origin() + path;
    }

    /** Answers questions at this path with this JSON. */
    void answers(String path, String json) {
        answers.put(path, json);
    }

    /** Paths, with their queries, that were asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI().toString());
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (pages.containsKey(path)) send(exchange, "text/html; charset=utf-8", pages.get(path));
            else if (answers.containsKey(path)) send(exchange, "application/json", answers.get(path));
            else exchange.sendResponseHeaders(204, -1);
        }
    }

    private void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src " + embedded + "; connect-src 'self' " + embedded
                                + "; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
