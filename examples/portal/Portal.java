import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * An example portal that embeds Rung, for a JDK 21 or later and nothing else:
 *
 * <pre>
 * ./rung serve --origin http://127.0.0.1:9090
 * java examples/portal/Portal.java                       # http://127.0.0.1:9090/
 * RUNG_KEY=… java examples/portal/Portal.java 9090 https://rung.example
 * </pre>
 *
 * <p>It serves the files of its folder under a strict content security policy, and passes two questions on to Rung under {@code /rung}, with the key
 * from the environment. So the key never reaches a browser, and nothing but these two questions can be asked with it. A real portal would do
 * the same in the server or proxy that it has, and limit how often one visitor may ask.
 */
final class Portal {
    private static final Map<String, String> FILES = Map.of(
            "/", "index.html", "/course", "course.html", "/portal.css", "portal.css", "/portal.js", "portal.js");
    private static final Map<String, String> TYPES = Map.of("html", "text/html", "css", "text/css", "js", "text/javascript");
    private static final String RUNG_IN_PAGE = "http://127.0.0.1:8080";
    private static final int LARGEST_QUESTION = 100_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final String rung;
    private final String key;

    private Portal(Path folder, String rung, String key) {
        this.folder = folder;
        this.rung = rung;
        this.key = key;
    }

    public static void main(String[] args) throws IOException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9090;
        String rung = args.length > 1 ? args[1] : RUNG_IN_PAGE;
        Path folder = Path.of(System.getProperty("portal", "examples/portal"));
        Portal portal = new Portal(folder, rung, System.getenv().getOrDefault("RUNG_KEY", ""));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", portal::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        System.out.println("The portal is at http://127.0.0.1:" + server.getAddress().getPort() + "/ and asks " + rung);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            if (isQuestion(exchange.getRequestMethod(), path)) pass(exchange, path.substring("/rung".length()));
            else if (FILES.containsKey(path)) file(exchange, FILES.get(path));
            else send(exchange, 404, "text/plain", "There is nothing here.".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isQuestion(String method, String path) {
        return method.equals("POST") && path.equals("/rung/v1/recommendations/credentials")
                || method.equals("GET") && path.matches("/rung/v1/credentials/[A-Za-z0-9._~%-]+");
    }

    private void pass(HttpExchange exchange, String path) throws IOException {
        byte[] question = exchange.getRequestBody().readNBytes(LARGEST_QUESTION);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(rung + path))
                .timeout(Duration.ofSeconds(60)) // Rung itself turns away what it has no room for, well before
                .header("Content-Type", "application/json")
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(question));
        if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            send(exchange, answer.statusCode(), answer.headers().firstValue("Content-Type").orElse("application/json"), answer.body());
        } catch (IOException e) {
            send(exchange, 502, "application/json", "{\"detail\":\"Rung did not answer.\"}".getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        String text = Files.readString(folder.resolve(name)).replace(RUNG_IN_PAGE, rung);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1)) + "; charset=utf-8";
        send(exchange, 200, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; script-src 'self' " + rung + "; style-src 'self'; connect-src 'self' " + rung
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
