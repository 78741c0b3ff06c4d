package dev.rung.trust.part;

import com.apicatalog.multibase.Multibase;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes written as text, read strictly: each text that is accepted is the only way to write its bytes. A lenient reader would take a
 * signature with a changed last letter for the same signature.
 */
public final class Encoded {
    private static final Pattern BASE58 = Pattern.compile("[1-9A-HJ-NP-Za-km-z]+");
    /** Reading base58 takes quadratic time; keys and signatures have about a hundred letters. */
    private static final int MAX_BASE58 = 256;

    private Encoded() {}

    /** Multibase {@code z…} (base58btc) or {@code u…} (base64url). */
    public static Optional<byte[]> multibase(String text) {
        if (text.startsWith("u")) return base64url(text.substring(1));
        String digits = text.startsWith("z") ? text.substring(1) : "";
        if (digits.length() > MAX_BASE58 || !BASE58.matcher(digits).matches()) return Optional.empty();
        return Optional.of(Multibase.BASE_58_BTC.decode(text));
    }

    /** Base64url without padding (RFC 4648, section 5). */
    public static Optional<byte[]> base64url(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            boolean only = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(text);
            return only ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
