package dev.rung.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where the next page begins. Opaque to callers, and read by the engines alone; bound to the search that gave it out. */
public sealed interface Cursor {
    /** After an id, in a list of everything: that does not depend on the state of the catalogue. */
    record AfterId(String id) implements Cursor {}

    /**
     * At a rank of the ranking that one state of the catalogue gives.
     *
     * @param generation of the index
     * @param version of the state, as the engine counts
     */
    record AtRank(String generation, long version, int rank) implements Cursor {}

    /** For sending to a caller. */
    default String encoded(Kind<?> kind, Search search) {
        String check = Integer.toHexString(check(kind, search));
        String plain =
                switch (this) {
                    case AfterId after -> "id " + check + " " + after.id();
                    case AtRank at -> "rank " + check + " " + at.generation() + " " + at.version() + " " + at.rank();
                };
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a caller sent back.
     *
     * @throws CursorExpired if it is not a cursor of this search
     */
    static Cursor decoded(String encoded, Kind<?> kind, Search search) {
        String[] parts;
        try {
            parts = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(" ", -1);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        if (parts.length < 3 || !parts[1].equals(Integer.toHexString(check(kind, search)))) throw unknown();
        boolean ranked = search.text().isPresent();
        if (!ranked && parts[0].equals("id") && parts.length == 3) return new AfterId(parts[2]);
        if (!ranked || !parts[0].equals("rank") || parts.length != 5) throw unknown();
        try {
            int rank = Integer.parseInt(parts[4]);
            if (rank < 0) throw unknown();
            return new AtRank(parts[2], Long.parseLong(parts[3]), rank);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static CursorExpired unknown() {
        return new CursorExpired("this cursor does not belong to this search; start again without a cursor");
    }

    /** The same search has the same number in every process; {@code toString} of the records is their content. */
    private static int check(Kind<?> kind, Search search) {
        return (kind.plural() + "\n" + search.text() + "\n" + search.filter()).hashCode();
    }
}
