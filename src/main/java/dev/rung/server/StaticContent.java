package dev.rung.server;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Something that is the same for everybody while the server runs. It is kept as it is and compressed, and comes with an entity tag, so that a
 * browser that has it already is sent nothing.
 */
final class StaticContent {
    static final String HTML = "text/html; charset=utf-8";

    /** Pages take nothing from elsewhere, run nothing that stands in them, send nothing elsewhere and stand in no frame. */
    private static final String OWN_THINGS_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String GZIP = "gzip";

    private final byte[] bytes;
    private final byte[] compressed;
    private final String type;
    private final String tag;

    private StaticContent(byte[] bytes, String type) {
        this.bytes = bytes;
        this.compressed = compressed(bytes);
        this.type = type;
        this.tag = Freshness.tag(bytes);
    }

    static StaticContent of(byte[] bytes, String type) {
        return new StaticContent(bytes, type);
    }

    /** A file that is part of this build, by its path on the class path. */
    static StaticContent resource(String path, String type) {
        return of(read(path), type);
    }

    static byte[] read(String path) {
        try (InputStream in = StaticContent.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("this build of Rung lacks the file " + path);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    void send(Context ctx) {
        ctx.header("Content-Security-Policy", OWN_THINGS_ONLY);
        ctx.header("Cache-Control", "public, no-cache");
        ctx.res().addHeader("Vary", "Accept-Encoding");
        boolean small = takesGzip(ctx.header("Accept-Encoding"));
        if (Freshness.isHeld(ctx, small ? tag.replaceFirst("\"$", "-gzip\"") : tag)) return;
        ctx.contentType(type);
        if (small) ctx.header("Content-Encoding", GZIP);
        ctx.result(small ? compressed : bytes);
    }

    /** Sends it in place of what only those with a key may see. Nobody keeps it: at the same address stands something else for those. */
    void sendKeyless(Context ctx) {
        ctx.header("Content-Security-Policy", OWN_THINGS_ONLY);
        ctx.header("Cache-Control", Reply.FORGET);
        ctx.header("WWW-Authenticate", Door.CHALLENGE);
        ctx.status(401).contentType(type).result(bytes);
    }

    private static boolean takesGzip(@org.jspecify.annotations.Nullable String accepted) {
        if (accepted == null) return false;
        return Arrays.stream(accepted.split(",")).map(String::strip).anyMatch(each -> {
            String[] parts = each.split(";\\s*q=", 2);
            return parts[0].equals(GZIP) && !(parts.length == 2 && parts[1].matches("0(\\.0*)?"));
        });
    }
}
