package dev.rung.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The files of a trained model in its folder.
 *
 * <ul>
 *   <li>{@code model.json}: what it is, how it was made, what it was measured to do, and the sizes of the rest;
 *   <li>{@code vocabulary.txt}: a word a line, then a pair of neighbouring words a line; the line number is the row;
 *   <li>{@code concepts.bin}: for each text whose vector is kept as a row of its own its key ({@link Words#key}, 64 bits) and
 *       its prior ({@link ConceptEncoder#prior}, 32-bit float);
 *   <li>{@code weights-1.bin}, {@code weights-2.bin}, …: one stream cut into files small enough for a repository: the scale of
 *       each row (32-bit float), then each row ({@code dimensions} signed bytes). Rows come in the order words, pairs, letter
 *       groups, concepts. All numbers are little-endian.
 * </ul>
 */
public final class ModelFiles {
    /** Raised whenever a file's form, or the meaning of a row, changes. */
    public static final int FORMAT = 1;

    public static final String DESCRIPTION = "model.json";
    static final String VOCABULARY = "vocabulary.txt";
    static final String CONCEPTS = "concepts.bin";

    /** Parts are cut at this many bytes: some hosts of repositories refuse files much larger. */
    private static final int PART = 10_000_000;

    private static final int CONCEPT = Long.BYTES + Float.BYTES;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What {@code model.json} says, in its order. */
    final JsonNode description;

    final int dimensions;
    final int words;
    final int pairs;
    final int groups;
    final float groupWeight;
    final List<String> vocabulary;
    final long[] concepts;
    final float[] priors;
    final float[] scales;
    final byte[] rows;

    /**
     * @param dimensions length of a row
     * @param words how many of the vocabulary are words; the rest are pairs
     * @param groups buckets of letter groups
     * @param groupWeight what the letter groups of a word weigh together, before division by the root of their number
     * @param vocabulary words, then pairs of words with a space between
     * @param concepts keys of the texts that have rows of their own
     * @param priors one a concept
     * @param scales one a row
     * @param rows what to multiply the scales with, row after row
     * @param description what else {@code model.json} is to say, {@code name} among it
     */
    public ModelFiles(
            int dimensions,
            int words,
            int groups,
            float groupWeight,
            List<String> vocabulary,
            long[] concepts,
            float[] priors,
            float[] scales,
            byte[] rows,
            Map<String, ?> description) {
        this.dimensions = dimensions;
        this.words = words;
        this.pairs = vocabulary.size() - words;
        this.groups = groups;
        this.groupWeight = groupWeight;
        this.vocabulary = List.copyOf(vocabulary);
        this.concepts = concepts.clone();
        this.priors = priors.clone();
        this.scales = scales.clone();
        this.rows = rows.clone();
        this.description = JSON.valueToTree(description);
    }

    private ModelFiles(Path folder) throws IOException {
        description = description(folder);
        int format = description.path("format").asInt();
        if (format != FORMAT) {
            throw new IOException(folder.resolve(DESCRIPTION) + ": is of format " + format + ", this Rung reads format "
                    + FORMAT + "; train the model again");
        }
        dimensions = description.path("dimensions").asInt();
        JsonNode counts = description.path("rows");
        words = counts.path("words").asInt();
        pairs = counts.path("pairs").asInt();
        groups = counts.path("groups").asInt();
        groupWeight = (float) description.path("groupWeight").asDouble();
        vocabulary = Files.readAllLines(folder.resolve(VOCABULARY));
        if (vocabulary.size() != words + pairs) {
            throw new IOException(folder.resolve(VOCABULARY) + ": has " + vocabulary.size() + " lines, " + DESCRIPTION
                    + " promises " + (words + pairs));
        }
        ByteBuffer keys = little(Files.readAllBytes(folder.resolve(CONCEPTS)));
        concepts = new long[keys.remaining() / CONCEPT];
        priors = new float[concepts.length];
        for (int i = 0; i < concepts.length; i++) {
            concepts[i] = keys.getLong();
            priors[i] = keys.getFloat();
        }

        int total = words + pairs + groups + concepts.length;
        ByteBuffer weights = little(weights(folder));
        long expected = (long) total * (Float.BYTES + dimensions);
        if (weights.remaining() != expected) {
            throw new IOException(folder + ": the weights have " + weights.remaining() + " bytes, " + DESCRIPTION
                    + " promises " + expected + "; is a weights file missing?");
        }
        scales = new float[total];
        weights.asFloatBuffer().get(scales);
        rows = new byte[total * dimensions];
        weights.get(total * Float.BYTES, rows);
    }

    /** The same weights under another description. */
    public ModelFiles describedAs(Map<String, ?> description) {
        return new ModelFiles(
                dimensions, words, groups, groupWeight, vocabulary, concepts, priors, scales, rows, description);
    }

    /** What {@code model.json} says of itself, without the sizes of the files. */
    public JsonNode description() {
        return description;
    }

    /** SHA-256 over everything that a vector depends on, as hexadecimal digits. */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((dimensions + " " + words + " " + groups + " " + groupWeight).getBytes(StandardCharsets.UTF_8));
            sha.update(String.join("\n", vocabulary).getBytes(StandardCharsets.UTF_8));
            sha.update(conceptBytes());
            sha.update(weightBytes());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private byte[] conceptBytes() {
        ByteBuffer bytes = little(new byte[concepts.length * CONCEPT]);
        for (int i = 0; i < concepts.length; i++) bytes.putLong(concepts[i]).putFloat(priors[i]);
        return bytes.array();
    }

    private byte[] weightBytes() {
        ByteBuffer bytes = little(new byte[scales.length * Float.BYTES + rows.length]);
        bytes.asFloatBuffer().put(scales);
        bytes.put(scales.length * Float.BYTES, rows);
        return bytes.array();
    }

    /** Writes the files into a folder, which is made if need be. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(VOCABULARY), String.join("\n", vocabulary) + "\n");
        Files.write(folder.resolve(CONCEPTS), conceptBytes());
        byte[] weights = weightBytes();
        ObjectNode json = JSON.createObjectNode().put("format", FORMAT);
        json.setAll((ObjectNode) description);
        json.put("dimensions", dimensions).put("groupWeight", groupWeight);
        json.putObject("rows")
                .put("words", words)
                .put("pairs", pairs)
                .put("groups", groups)
                .put("concepts", concepts.length);
        ArrayNode parts = json.putArray("weights");
        for (int from = 0; from < weights.length; from += PART) {
            String part = "weights-" + (parts.size() + 1) + ".bin";
            int to = Math.min(weights.length, from + PART);
            Files.write(folder.resolve(part), Arrays.copyOfRange(weights, from, to));
            parts.add(part);
        }
        Files.writeString(
                folder.resolve(DESCRIPTION),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    }

    static ModelFiles read(Path folder) throws IOException {
        return new ModelFiles(folder);
    }

    private static JsonNode description(Path folder) throws IOException {
        Path file = folder.resolve(DESCRIPTION);
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": not found; " + folder + " is no model folder. `rung train` makes one.", e);
        }
    }

    private byte[] weights(Path folder) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        int size = 0;
        for (JsonNode part : description.path("weights")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(part.asText()));
            parts.add(bytes);
            size += bytes.length;
        }
        ByteBuffer all = ByteBuffer.allocate(size);
        parts.forEach(all::put);
        return all.array();
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
