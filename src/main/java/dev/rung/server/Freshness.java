package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Generation;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Entity tags: what an answer was made from. The same address (and, for a question, the same body) with the same tag has the same answer, byte for
 * byte; so a caller that holds it need not be sent it again.
 */
final class Freshness {
    private static final int DIGEST_BYTES = 12;

    /** Another version of Rung may answer otherwise from the same catalogue. */
    private static final String VERSION = Optional.ofNullable(
                    Freshness.class.getPackage().getImplementationVersion())
            .orElse("dev");

    private Freshness() {}

    /** What answers are made from now, to make a tag of before the question is worked on. */
    static String generation(Catalogue catalogue) {
        try (CatalogueView view = catalogue.view()) {
            return view.generation().token();
        }
    }

    /** The tag of an answer that depends on nothing but the catalogue and the model. */
    static String tag(Generation generation) {
        return "\"" + generation.token() + "-" + VERSION + "\"";
    }

    /** The tag of an answer to a question that was asked in a body. */
    static String tag(String generation, byte[] body, String day) {
        return "\"" + generation + "-" + VERSION + "-" + digest(body, day.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    /** The tag of bytes that never change while the server runs. */
    static String tag(byte[] content) {
        return "\"" + digest(content) + "\"";
    }

    /**
     * Sets the tag, and says whether the caller holds that answer already; then the status is 304 and there is nothing more to do. To be asked only
     * about what is there: of nothing, nobody holds anything.
     */
    static boolean isHeld(Context ctx, String tag) {
        ctx.header("ETag", tag);
        String held = ctx.header("If-None-Match");
        if (held == null) return false;
        boolean matches = held.strip().equals("*")
                || Arrays.stream(held.split(","))
                        .map(String::strip)
                        .map(t -> t.startsWith("W/") ? t.substring(2) : t)
                        .anyMatch(tag::equals);
        if (matches) ctx.status(304);
        return matches;
    }

    private static String digest(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) sha.update(part);
            return HexFormat.of().formatHex(sha.digest(), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
