package dev.rung.server;

import dev.rung.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is written down about each request once it has been answered, however that went: one JSON line, and a measurement. It names the route,
 * never the path, since paths hold ids of people; no query, no body, no address.
 *
 * <pre>
 * {"time":"2026-11-22T10:15:30.123Z","method":"GET","route":"/v1/jobs/{id}","status":200,"millis":1.27,"bytes":612,"key":"portal"}
 * </pre>
 */
final class RequestJournal implements RequestLog {
    /** Name of the logger; {@code logback.xml} gives it lines of its own. */
    static final String LOGGER = "dev.rung.requests";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final String ROUTE = "dev.rung.route";
    private static final String KEY = "dev.rung.key";
    private static final String UNKNOWN_ROUTE = "unknown";
    private static final double NANOS_A_MILLI = 1e6;

    private final Metrics metrics;

    RequestJournal(Metrics metrics) {
        this.metrics = metrics;
    }

    private record Entry(
            String time, String method, String route, int status, double millis, long bytes, Optional<String> key) {}

    /** Remembers which route a request took. */
    static void route(HttpServletRequest request, String template) {
        request.setAttribute(ROUTE, template);
    }

    /** Remembers whose key a request came with. */
    static void key(HttpServletRequest request, String name) {
        request.setAttribute(KEY, name);
    }

    @Override
    public void log(Request request, Response response) {
        long nanos = System.nanoTime() - request.getBeginNanoTime();
        String route = request.getAttribute(ROUTE) instanceof String known ? known : UNKNOWN_ROUTE;
        String method = route.equals(UNKNOWN_ROUTE) ? "-" : request.getMethod();
        Optional<String> key = request.getAttribute(KEY) instanceof String name ? Optional.of(name) : Optional.empty();
        metrics.answered(method, route, response.getStatus(), Duration.ofNanos(nanos));
        if (!LOG.isInfoEnabled()) return;
        Entry entry = new Entry(
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                method,
                route,
                response.getStatus(),
                Math.round(nanos / NANOS_A_MILLI * 100) / 100.0,
                Response.getContentBytesWritten(response),
                key);
        LOG.info(new String(Json.write(entry), java.nio.charset.StandardCharsets.UTF_8));
    }
}
