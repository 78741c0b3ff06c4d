package dev.rung.server;

import dev.rung.json.Json;
import io.javalin.http.Context;
import java.util.Map;

/**
 * How answers are written, and how long others may keep them. One rule: what has an entity tag may be kept and asked for again by it ({@link
 * #REVALIDATE}); what has none, and whatever is about people on file, must not be kept ({@link #FORGET}), which is how every answer begins.
 */
final class Reply {
    /** May be kept, but has to be asked for again, by its entity tag, each time. */
    static final String REVALIDATE = "private, no-cache";
    /** Must not be kept: about a person, or without a tag to ask for it again. */
    static final String FORGET = "no-store";

    /** What keeps browsers careful with every answer; pages and scripts replace some of it by their own. */
    static final Map<String, String> CAREFUL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", FORGET);

    private Reply() {}

    /** A record, as JSON. */
    static void json(Context ctx, Object record) {
        ctx.contentType("application/json").result(Json.write(record));
    }

    /** A problem, as JSON. */
    static void problem(Context ctx, Problem problem) {
        ctx.header("Cache-Control", FORGET);
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(Json.write(problem));
    }
}
