package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * The names of the index's fields. All kinds share one index; a field carries its kind in front, so that word statistics, vectors and
 * columns of one kind are not mixed with those of another.
 */
final class Fields {
    /** {@code kind:id}, the identity of a document. */
    static final String KEY = "key";
    /** The kind's plural name. */
    static final String KIND = "kind";
    /** The id as a column, to order by. */
    static final String ID = "id";
    /** The record as it was written, as JSON. */
    static final String SOURCE = "source";

    /** Lucene refuses terms above 32,766 bytes; nobody filters by words this long. */
    private static final int LONGEST_WORD = 8_000;

    private static final int KEPT_OF_LONG_WORD = 1_000;

    private Fields() {}

    static Term key(Kind<?> kind, String id) {
        return new Term(KEY, kind.plural() + ":" + id);
    }

    /** Names of the fields of {@link dev.rung.catalogue.Facts} that a record has. */
    static String known(Kind<?> kind) {
        return kind.plural() + ".known";
    }

    /** Words of a field of {@link dev.rung.catalogue.Facts}. */
    static String word(Kind<?> kind, String field) {
        return kind.plural() + ".word." + field;
    }

    /** The number of a field of {@link dev.rung.catalogue.Facts}. */
    static String number(Kind<?> kind, String field) {
        return kind.plural() + ".number." + field;
    }

    static String title(Kind<?> kind) {
        return kind.plural() + ".title";
    }

    static String otherTitles(Kind<?> kind) {
        return kind.plural() + ".otherTitles";
    }

    static String text(Kind<?> kind) {
        return kind.plural() + ".text";
    }

    static String vector(Kind<?> kind) {
        return kind.plural() + ".vector";
    }

    /** What a record asks for or offers: see {@link Column}. */
    static String entries(Kind<?> kind) {
        return kind.plural() + ".entries";
    }

    static String strengths(Kind<?> kind) {
        return kind.plural() + ".strengths";
    }

    /** A word as an index term: itself in UTF-8, or its beginning and digest if it is too long for Lucene. */
    static BytesRef term(String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= LONGEST_WORD) return new BytesRef(utf8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf8);
            return new BytesRef(
                    word.substring(0, KEPT_OF_LONG_WORD) + "… " + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
