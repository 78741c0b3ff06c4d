package dev.rung.server;

import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** What a route takes as its body, and how it is read. */
enum Body {
    /** Nothing; whatever is sent is not looked at. */
    NONE,
    /** One JSON document, read whole before work begins, so that a slow sender keeps nobody waiting. */
    JSON("application/json"),
    /** One badge in whatever form, read whole. No form that a page of another site could send without asking first (CORS, “simple” requests). */
    DOCUMENT(
            "application/json",
            "application/ld+json",
            "application/vc",
            "application/vc+ld+json",
            "application/jwt",
            "application/vc+jwt",
            "application/vc+ld+jwt",
            "application/jose",
            "image/png",
            "image/svg+xml",
            "application/octet-stream"),
    /** One JSON document a line, read as it arrives. */
    LINES("application/x-ndjson", "application/ndjson", "application/jsonl");

    private static final String BYTES = "body";
    private static final int BULK_PATIENCE = 20;
    private static final int MOST_DRAINED = 128 << 20;
    private static final Duration DRAIN_TIME = Duration.ofSeconds(10);

    private final String[] mediaTypes;

    Body(String... mediaTypes) {
        this.mediaTypes = mediaTypes;
    }

    /** Refuses what cannot be taken by its headers alone; then reads a JSON body, which {@link #of} gives later. */
    void receive(Context ctx, Limits limits) throws IOException {
        if (this == NONE) return;
        checkMediaType(ctx);
        if (ctx.req().getContentLengthLong() > most(limits)) throw Arriving.tooLarge(most(limits));
        if (this != LINES) ctx.attribute(BYTES, stream(ctx, limits).readAllBytes());
    }

    /** How many bytes of memory a body will take that has not been read yet: as it announces, or else as many as it may. */
    long bytesAhead(Context ctx, Limits limits) {
        if (this == NONE || this == LINES) return 0;
        long announced = ctx.req().getContentLengthLong();
        return announced < 0 ? most(limits) : Math.min(announced, most(limits));
    }

    private long most(Limits limits) {
        return switch (this) {
            case NONE -> 0;
            case JSON -> limits.sizes().json();
            case DOCUMENT -> limits.sizes().document();
            case LINES -> limits.sizes().bulk();
        };
    }

    /** The body of a {@link #LINES} route, limited in size and time. */
    InputStream stream(Context ctx, Limits limits) throws IOException {
        InputStream in = ctx.req().getInputStream();
        Duration time = this == LINES
                ? limits.times().body().multipliedBy(BULK_PATIENCE)
                : limits.times().body();
        return new Arriving(in, most(limits), time);
    }

    /** The bytes of a body that was read whole. */
    static byte[] bytes(Context ctx) {
        byte[] bytes = ctx.attribute(BYTES);
        return bytes == null ? new byte[0] : bytes;
    }

    /** The document of a {@link #JSON} body.
     *
     * @throws Refusal if it is not such a document
     */
    static <T> T of(Context ctx, Class<T> type) {
        try {
            return Json.read(bytes(ctx), type);
        } catch (InvalidJson e) {
            throw Refusal.of(e);
        }
    }

    /**
     * Reads what is left of a body that was refused and forgets it. A connection that is closed while its client still sends is reset,
     * and the client never sees why.
     */
    static void drain(Context ctx) {
        try {
            Arriving rest = new Arriving(ctx.req().getInputStream(), MOST_DRAINED, DRAIN_TIME);
            byte[] buffer = new byte[1 << 16];
            while (rest.read(buffer) >= 0) {
                // forgotten
            }
        } catch (IOException | Refusal | IllegalStateException e) {
            ctx.header("Connection", "close");
        }
    }

    private void checkMediaType(Context ctx) {
        String encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refusal(Sort.MEDIA_TYPE_NOT_SUPPORTED, "Send the body as it is, without a Content-Encoding.")
                    .with("Accept-Encoding", "identity");
        }
        String given = ctx.contentType();
        String type = given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (Arrays.asList(mediaTypes).contains(type)) return;
        throw new Refusal(Sort.MEDIA_TYPE_NOT_SUPPORTED, "Send the body with Content-Type: " + mediaTypes[0] + ".")
                .with("Accept", mediaTypes[0]);
    }
}
