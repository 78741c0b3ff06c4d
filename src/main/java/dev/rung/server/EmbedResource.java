package dev.rung.server;

import io.javalin.http.Context;

/**
 * The script that defines {@code <rung-recommendations>}. Other sites load it, so unlike everything else here it may be taken by pages of any origin, and
 * kept for a while. What it then asks goes past {@link Cors} like anybody's questions.
 */
final class EmbedResource {
    private static final String CACHING = "public, max-age=3600, stale-while-revalidate=86400";

    private final StaticContent script = StaticContent.resource("/embed.js", "text/javascript; charset=utf-8");

    /** Whatever the query is: portals put a version there. */
    void script(Context ctx) {
        script.send(ctx);
        ctx.header("Cache-Control", CACHING);
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        // For pages that load it as a module or with a digest in the attribute integrity; it holds nothing of
        // anybody's.
        ctx.header("Access-Control-Allow-Origin", "*");
    }
}
