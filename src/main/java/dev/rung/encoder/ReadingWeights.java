package dev.rung.encoder;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was learned about reading sentences with the vectors of one model: by which sentences speak of skills at all, and how much each
 * kind of evidence for a skill weighs. Kept in {@code reading.json} in the model's folder, since it holds for these vectors only.
 *
 * @param format which kinds of evidence there are: {@value #FORMAT}; of other formats nothing can be read
 * @param model {@link SkillEncoder#name} of the model
 * @param sense weights of a vector's numbers, and at the end a constant: see {@link #sense}
 * @param evidence weights by the name of the evidence; the room that reads texts knows the names
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReadingWeights(int format, String model, List<Double> sense, SortedMap<String, Double> evidence) {
    /** Goes up whenever the kinds of evidence change. Files of the first had none written in them. */
    public static final int FORMAT = 3;

    private static final String FILE = "reading.json";

    public ReadingWeights {
        sense = List.copyOf(sense);
        evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    }

    public static ReadingWeights of(String model, double[] sense, Map<String, Double> evidence) {
        return new ReadingWeights(FORMAT, model, Arrays.stream(sense).boxed().toList(), new TreeMap<>(evidence));
    }

    /**
     * Reads them from a model's folder; empty if that has none.
     *
     * @param model the name of the model, whose weights they must be
     * @throws IOException if there are some and they cannot be read, are of another format, or belong to another model
     */
    static Optional<ReadingWeights> read(Path folder, String model, int dimensions) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) return Optional.empty();
        ReadingWeights weights;
        try {
            weights = Json.read(Files.readAllBytes(file), ReadingWeights.class);
        } catch (InvalidJson e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        if (weights.format != FORMAT) {
            throw new IOException(file + ": weighs other kinds of evidence than this Rung reads (format "
                    + Math.max(1, weights.format) + ", not " + FORMAT + "); rung train --keep learns them anew");
        }
        if (!weights.model.equals(model) || weights.sense.size() != dimensions + 1) {
            throw new IOException(file + ": is made for " + weights.model + ", this is " + model + "; train again");
        }
        return Optional.of(weights);
    }

    /** Writes them into a model's folder. */
    public void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), Json.pretty(this) + "\n");
    }

    /** How likely a sentence of this vector is to speak of a skill at all: the natural logarithm of the odds. */
    public double sense(float[] vector) {
        double sum = sense.get(vector.length);
        for (int i = 0; i < vector.length; i++) sum += sense.get(i) * vector[i];
        return sum;
    }
}
