package dev.rung.catalogue;

import dev.rung.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two views, such as of two generations, hold the very same records of a kind, without keeping the records of either. */
public final class Contents {
    private Contents() {}

    /** SHA-256 of all records of a kind, as JSON, in the order of their ids: 64 hexadecimal digits. Reads them all. */
    public static String digest(CatalogueView view, Kind<?> kind) {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            view.each(kind, element -> {
                all.update(Json.write(element));
                all.update((byte) '\n');
            });
            return HexFormat.of().formatHex(all.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
