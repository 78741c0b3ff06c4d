package dev.rung.encoder;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a trained encoder is made of, and the files it is kept in.
 *
 * <ul>
 *   <li>{@code index.bin}: the sizes, the name, and which row stands for what: a 64-bit hash ({@link Words#hash}, {@link
 *       Words#pair}) for each word, then for each pair of neighbouring words; then for each text known as a whole its key ({@link
 *       Words#key}) and its prior ({@link ConceptEncoder#prior}, 32-bit float). The first of those texts have a row as well.
 *   <li>{@code weights-1.bin}, {@code weights-2.bin}, …: one stream cut into files small enough for a repository: the scale of
 *       each row (32-bit float), then each row ({@code dimensions} signed bytes), in the order words, pairs, letter groups, texts.
 * </ul>
 *
 * <p>All numbers are little-endian. Nothing has to be parsed or hashed, so reading is a matter of milliseconds. Other files in a
 * model's folder are for people.
 */
public final class ModelFiles {
    /** Raised whenever a file's form, or the meaning of a row, changes. */
    public static final int FORMAT = 1;

    private static final String INDEX = "index.bin";
    private static final int MAGIC = 'R' | 'u' << 8 | 'n' << 16 | 'g' << 24;
    /** Weights are cut at this many bytes: some hosts of repositories refuse files much larger. */
    private static final int PART = 10_000_000;

    final String name;
    final int dimensions;
    final int groups;
    final float groupWeight;
    final long[] words;
    final long[] pairs;
    final long[] texts;
    final float[] priors;
    final float[] scales;
    final byte[] rows;

    /**
     * @param dimensions length of a row
     * @param groups buckets of letter groups
     * @param groupWeight what the letter groups of a word weigh together, before division by the root of their number
     * @param words hashes of the words, in the order of their rows
     * @param pairs hashes of the pairs of words, in the order of their rows
     * @param texts keys of the texts known as a whole, those that have rows of their own first
     * @param priors one a text
     * @param scales one a row
     * @param rows what to multiply the scales with, row after row
     */
    public ModelFiles(
            int dimensions,
            int groups,
            float groupWeight,
            long[] words,
            long[] pairs,
            long[] texts,
            float[] priors,
            float[] scales,
            byte[] rows) {
        this.dimensions = dimensions;
        this.groups = groups;
        this.groupWeight = groupWeight;
        this.words = words.clone();
        this.pairs = pairs.clone();
        this.texts = texts.clone();
        this.priors = priors.clone();
        this.scales = scales.clone();
        this.rows = rows.clone();
        name = "rung-skills-" + digest().substring(0, 8);
    }

    private ModelFiles(Path folder) throws IOException {
        Path file = folder.resolve(INDEX);
        try {
            ByteBuffer index = little(Files.readAllBytes(file));
            if (index.getInt() != MAGIC) throw new IOException(file + ": is not the index of a model");
            int format = index.getInt();
            if (format != FORMAT) {
                throw new IOException(file + ": is of format " + format + ", this Rung reads format " + FORMAT
                        + "; train the model again");
            }
            dimensions = index.getInt();
            groups = index.getInt();
            groupWeight = index.getFloat();
            words = new long[index.getInt()];
            pairs = new long[index.getInt()];
            texts = new long[index.getInt()];
            priors = new float[texts.length];
            scales = new float[index.getInt()];
            byte[] nameBytes = new byte[index.getInt()];
            index.get(nameBytes);
            name = new String(nameBytes, StandardCharsets.UTF_8);
            take(index, words);
            take(index, pairs);
            take(index, texts);
            index.asFloatBuffer().get(priors);
        } catch (NoSuchFileException e) {
            throw new IOException(file + ": not found; " + folder + " is no model folder. `rung train` makes one.", e);
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IOException(file + ": is cut short or damaged; fetch or train the model again", e);
        }
        ByteBuffer weights = little(readWeights(folder));
        weights.asFloatBuffer().get(scales);
        rows = new byte[scales.length * dimensions];
        weights.get(scales.length * Float.BYTES, rows);
    }

    /**
     * @throws IOException if a file is missing, cannot be read or does not fit the others; the message says which
     */
    static ModelFiles read(Path folder) throws IOException {
        return new ModelFiles(folder);
    }

    private static void take(ByteBuffer from, long[] into) {
        from.asLongBuffer().get(into);
        from.position(from.position() + into.length * Long.BYTES);
    }

    private byte[] readWeights(Path folder) throws IOException {
        byte[] all = new byte[scales.length * (Float.BYTES + dimensions)];
        for (int from = 0, part = 1; from < all.length; from += PART, part++) {
            Path file = part(folder, part);
            if (!Files.isRegularFile(file))
                throw new IOException(file + ": not found, though " + INDEX + " promises it");
            byte[] bytes = Files.readAllBytes(file);
            int expected = Math.min(PART, all.length - from);
            if (bytes.length != expected) {
                throw new IOException(file + ": has " + bytes.length + " bytes, " + INDEX + " promises " + expected);
            }
            System.arraycopy(bytes, 0, all, from, expected);
        }
        return all;
    }

    private static Path part(Path folder, int number) {
        return folder.resolve("weights-" + number + ".bin");
    }

    /** Made from the content: one name, one set of vectors, wherever and whenever it was trained. */
    public String name() {
        return name;
    }

    /** Writes the files into a folder, which is made if need be. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        byte[] keys = keys();
        byte[] bytes = new byte[10 * Integer.BYTES + nameBytes.length + keys.length];
        ByteBuffer index = little(bytes);
        index.putInt(MAGIC).putInt(FORMAT).putInt(dimensions).putInt(groups).putFloat(groupWeight);
        index.putInt(words.length).putInt(pairs.length).putInt(texts.length).putInt(scales.length);
        index.putInt(nameBytes.length).put(nameBytes).put(keys);
        Files.write(folder.resolve(INDEX), bytes);
        byte[] weights = weights();
        for (int from = 0, part = 1; from < weights.length; from += PART, part++) {
            Files.write(part(folder, part), Arrays.copyOfRange(weights, from, Math.min(weights.length, from + PART)));
        }
    }

    private byte[] keys() {
        byte[] bytes =
                new byte[(words.length + pairs.length + texts.length) * Long.BYTES + priors.length * Float.BYTES];
        ByteBuffer to = little(bytes);
        for (long[] some : new long[][] {words, pairs, texts}) {
            for (long key : some) to.putLong(key);
        }
        for (float prior : priors) to.putFloat(prior);
        return bytes;
    }

    private byte[] weights() {
        byte[] bytes = new byte[scales.length * Float.BYTES + rows.length];
        ByteBuffer to = little(bytes);
        to.asFloatBuffer().put(scales);
        to.put(scales.length * Float.BYTES, rows);
        return bytes;
    }

    /** SHA-256 over everything that a vector or a prior depends on, as hexadecimal digits. */
    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((FORMAT + " " + dimensions + " " + groups + " " + groupWeight + " " + words.length + " "
                            + pairs.length)
                    .getBytes(StandardCharsets.UTF_8));
            sha.update(keys());
            sha.update(weights());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
