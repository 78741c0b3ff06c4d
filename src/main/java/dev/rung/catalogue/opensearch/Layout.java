package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of an index of one generation: its settings, its fields and their names.
 *
 * <p>All kinds share one index, so that a swap is one step and one point in time shows all of them; word statistics and vectors of a kind are kept
 * apart by fields of its own.
 */
final class Layout {
    static final String KIND = "kind";
    static final String ID = "id";
    static final String SOURCE = "source";
    /** Names of the facts that a record has. */
    static final String KNOWN = "known";
    /** The needs of a job's essential requirements; and how many there are. */
    static final String ESSENTIALS = "essentials";

    static final String ESSENTIAL_COUNT = "essentialCount";
    /** What is asked for or offered, each with its strength as the term's frequency. */
    static final String STRENGTHS = "strengths";
    /** What is held by verified evidence, likewise. */
    static final String PROVEN = "proven";
    /** Written to the live generation while this one was being built. */
    static final String FOLLOWED = "followed";

    /** How nearness of vectors is measured. */
    static final String SPACE = "innerproduct";

    /** A strength of 1 as the frequency of a term. */
    static final double FULL_STRENGTH = 1 << 20;

    /** The cluster refuses terms above 32,766 bytes; nobody filters by words this long. */
    private static final int LONGEST_WORD = 8_000;

    private static final int KEPT_OF_LONG_WORD = 1_000;
    /** The cluster refuses longer ids of documents. */
    private static final int LONGEST_KEY = 500;

    private Layout() {}

    /** The body that makes the index of a generation. */
    static Map<String, Object> index(OpenSearchSettings settings, int dimensions) {
        return Map.of("settings", settings(settings), "mappings", mappings(dimensions));
    }

    private static Map<String, Object> settings(OpenSearchSettings settings) {
        return Map.of(
                "number_of_shards", settings.shards(),
                "number_of_replicas", settings.replicas(),
                // Rung says itself when a write is to be seen.
                "refresh_interval", "-1",
                "index",
                        Map.of(
                                "knn", true,
                                "merge.policy.expunge_deletes_allowed", 0,
                                "mapping.total_fields.limit", 10_000,
                                "max_terms_count", 65_536),
                "similarity",
                        Map.of(
                                "strength",
                                Map.of(
                                        "type",
                                        "scripted",
                                        "script",
                                        Map.of("source", "return query.boost * doc.freq / 1048576.0;"))),
                "analysis", analysis());
    }

    /** The same steps as the embedded engine's: English stems without case and accents; C++ and C# stay apart from C. */
    private static Map<String, Object> analysis() {
        return Map.of(
                "char_filter",
                        Map.of("signs", Map.of("type", "mapping", "mappings", List.of("++ => plusplus", "# => sharp"))),
                "tokenizer", Map.of("entries", Map.of("type", "whitespace", "max_token_length", 10_000)),
                "filter",
                        Map.of(
                                "strength", Map.of("type", "delimited_term_freq", "delimiter", "|"),
                                "possessive", Map.of("type", "stemmer", "language", "possessive_english")),
                "analyzer",
                        Map.of(
                                "strengths",
                                        Map.of("type", "custom", "tokenizer", "entries", "filter", List.of("strength")),
                                "words",
                                        Map.of(
                                                "type",
                                                "custom",
                                                "char_filter",
                                                List.of("signs"),
                                                "tokenizer",
                                                "standard",
                                                "filter",
                                                List.of("possessive", "lowercase", "asciifolding", "porter_stem"))));
    }

    private static Map<String, Object> mappings(int dimensions) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> word = Map.of("type", "keyword");
        Map<String, Object> strengths = Map.of(
                "type", "text",
                "analyzer", "strengths",
                "search_analyzer", "keyword",
                "similarity", "strength",
                "norms", false,
                "index_options", "freqs");
        fields.put(KIND, word);
        fields.put(ID, word);
        fields.put(KNOWN, word);
        fields.put(ESSENTIALS, word);
        fields.put(ESSENTIAL_COUNT, Map.of("type", "integer"));
        fields.put(FOLLOWED, Map.of("type", "boolean"));
        fields.put(STRENGTHS, strengths);
        fields.put(PROVEN, strengths);
        fields.put(SOURCE, Map.of("type", "object", "enabled", false));
        fields.put("word", Map.of("type", "object", "dynamic", true));
        fields.put("number", Map.of("type", "object", "dynamic", true));
        Map<String, Object> words = Map.of("type", "text", "analyzer", "words", "index_options", "freqs");
        for (Kind<?> kind : Kind.ALL) {
            fields.put(title(kind), words);
            fields.put(otherTitles(kind), words);
            fields.put(text(kind), words);
            fields.put(vector(kind), vectors(dimensions));
        }
        return Map.of(
                "dynamic",
                "strict",
                "properties",
                fields,
                "dynamic_templates",
                List.of(
                        Map.of("words", Map.of("path_match", "word.*", "mapping", word)),
                        Map.of("numbers", Map.of("path_match", "number.*", "mapping", Map.of("type", "double")))));
    }

    /**
     * Vectors of length 1. The graph that comes with them is as small as the cluster makes it, since nobody walks it, see {@link Nearest}; without
     * one the cluster keeps vectors in a way that only nodes with the k-NN plugin's native library can read.
     */
    private static Map<String, Object> vectors(int dimensions) {
        return Map.of(
                "type",
                "knn_vector",
                "dimension",
                dimensions,
                "method",
                Map.of(
                        "name",
                        "hnsw",
                        "engine",
                        "lucene",
                        "space_type",
                        SPACE,
                        "parameters",
                        Map.of("m", 2, "ef_construction", 2)));
    }

    static String title(Kind<?> kind) {
        return kind.plural() + "_title";
    }

    static String otherTitles(Kind<?> kind) {
        return kind.plural() + "_otherTitles";
    }

    static String text(Kind<?> kind) {
        return kind.plural() + "_text";
    }

    static String vector(Kind<?> kind) {
        return kind.plural() + "_vector";
    }

    /** Words of a field of {@link dev.rung.catalogue.Facts}. A dot in a field's name would make an object of it. */
    static String word(String field) {
        return "word." + field.replace('.', '_');
    }

    /** The number of a field of {@link dev.rung.catalogue.Facts}. */
    static String number(String field) {
        return "number." + field.replace('.', '_');
    }

    /** The id of a record's document. */
    static String key(Kind<?> kind, String id) {
        String key = kind.plural() + ":" + id;
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        return utf8.length <= LONGEST_KEY ? key : kind.plural() + "#" + digest(utf8);
    }

    /** A word as a term: itself, or its beginning and digest if it is too long for the cluster. */
    static String term(String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= LONGEST_WORD) return word;
        return word.substring(0, KEPT_OF_LONG_WORD) + "… " + digest(utf8);
    }

    /** A need or skill among {@link #STRENGTHS}: the bar stands between a term and its frequency. */
    static String entry(String term) {
        return term.replace("%", "%25").replace("|", "%7C");
    }

    /** An entry and how strong it is, above 0 and up to 1. */
    static String entry(String term, double strength) {
        return entry(term) + "|" + Math.max(1, Math.round(strength * FULL_STRENGTH));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
