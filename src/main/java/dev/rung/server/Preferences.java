package dev.rung.server;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller would like, by the {@code Prefer} header (RFC 7240). Of its preferences this server knows {@code wait}: the seconds that the caller waits for
 * an answer. A request whose turn does not come within them is not worked on, since nobody would read what comes of it.
 *
 * <pre>
 * Prefer: wait=2
 * </pre>
 */
final class Preferences {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*(?=$|[,;])");

    private Preferences() {}

    /** How long this caller waits for its turn, which is as long as everybody where it does not say. What makes no sense is passed over, as the RFC asks. */
    static Duration patience(Context ctx, Duration everybody) {
        String said = ctx.header("Prefer");
        if (said == null) return everybody;
        Matcher wait = WAIT.matcher(said);
        return wait.find() ? Duration.ofSeconds(Long.parseLong(wait.group(1))) : everybody;
    }
}
