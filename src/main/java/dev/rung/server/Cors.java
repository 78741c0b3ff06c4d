package dev.rung.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;

/**
 * Lets pages of other sites call this one, those of the configured origins only. Cookies play no part, so no credentials are allowed: a page has
 * to send its key itself.
 */
final class Cors {
    private static final String ANY = "*";

    private final List<String> origins;

    Cors(List<String> origins) {
        this.origins = origins;
    }

    /** Adds what a browser wants to know. Answers the question that it asks beforehand, and then says so. */
    boolean answered(Context ctx) {
        if (origins.isEmpty()) return false;
        ctx.res().addHeader("Vary", "Origin");
        String origin = ctx.header("Origin");
        if (origin == null || !allows(origin)) return false;
        ctx.header("Access-Control-Allow-Origin", origins.contains(ANY) ? ANY : origin);
        ctx.header("Access-Control-Expose-Headers", "ETag, Location, Retry-After");
        if (ctx.method() != HandlerType.OPTIONS || ctx.header("Access-Control-Request-Method") == null) return false;
        ctx.header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
        ctx.header("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match");
        ctx.header("Access-Control-Max-Age", "600");
        ctx.status(204);
        return true;
    }

    /** Whether pages of this origin may call. */
    boolean allows(String origin) {
        return origins.contains(ANY) || origins.contains(origin);
    }
}
