package dev.rung.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that {@code rung train} made, read from its folder.
 *
 * <pre>{@code
 * SkillEncoder encoder = TrainedEncoder.read(Path.of("models/rung-skills-1"));
 * encoder.similarity("bake pastries", "pastry chef");
 * }</pre>
 *
 * <p>The network is one layer of embeddings. A text is the sum of the rows of its words, of its pairs of neighbouring words, and,
 * for a word the model has not met, of the word's letter groups; the sum is brought to length 1. The rows of known words have
 * their letter groups folded in by the training, so a usual text of three words costs five rows. Titles of occupations
 * that the model was trained on have a row of their own, which also knows the occupation's other names; it stands for the whole
 * text.
 *
 * <p>Rows are kept as signed bytes with one scale a row. The arithmetic is plain loops over arrays that the JIT compiler turns
 * into vector instructions where the machine has them; each sum has one order, so results do not depend on that.
 *
 * <p>Immutable and safe for use by many threads. Reading takes some tens of milliseconds; nothing stays open.
 */
public final class TrainedEncoder implements ConceptEncoder {
    private final String name;
    private final int dimensions;
    private final HashIndex vocabulary;
    private final HashIndex concepts;
    private final int groups;
    private final int firstGroup;
    private final int firstConcept;
    private final float groupWeight;
    private final float[] priors;
    private final float[] scales;
    private final byte[] rows;
    private final Optional<ReadingWeights> reading;

    private TrainedEncoder(ModelFiles files, Optional<ReadingWeights> reading) {
        this.reading = reading;
        name = files.name;
        dimensions = files.dimensions;
        groups = files.groups;
        groupWeight = files.groupWeight;
        priors = files.priors;
        scales = files.scales;
        rows = files.rows;
        firstGroup = files.words.length + files.pairs.length;
        firstConcept = firstGroup + groups;
        vocabulary = new HashIndex(firstGroup);
        for (int i = 0; i < files.words.length; i++) vocabulary.add(files.words[i], i);
        for (int i = 0; i < files.pairs.length; i++) vocabulary.add(files.pairs[i], files.words.length + i);
        concepts = new HashIndex(files.texts.length);
        for (int i = 0; i < files.texts.length; i++) concepts.add(files.texts[i], i);
    }

    private TrainedEncoder(TrainedEncoder other, Optional<ReadingWeights> reading) {
        this.reading = reading;
        name = other.name;
        dimensions = other.dimensions;
        groups = other.groups;
        groupWeight = other.groupWeight;
        priors = other.priors;
        scales = other.scales;
        rows = other.rows;
        firstGroup = other.firstGroup;
        firstConcept = other.firstConcept;
        vocabulary = other.vocabulary;
        concepts = other.concepts;
    }

    /**
     * Reads a model from its folder.
     *
     * @throws IOException if a file is missing, cannot be read or does not fit the others; the message says which
     */
    public static TrainedEncoder read(Path folder) throws IOException {
        ModelFiles files = ModelFiles.read(folder);
        return new TrainedEncoder(files, ReadingWeights.read(folder, files.name, files.dimensions));
    }

    /** Like {@link #read}, without what was learned about reading sentences, which may belong to vectors that were there before. */
    public static TrainedEncoder readVectors(Path folder) throws IOException {
        return of(ModelFiles.read(folder));
    }

    /** As it would be read from the files, were they written. */
    public static TrainedEncoder of(ModelFiles files) {
        return new TrainedEncoder(files, Optional.empty());
    }

    /** The same vectors, with what was learned about reading sentences with them. */
    public TrainedEncoder with(ReadingWeights weights) {
        return new TrainedEncoder(this, Optional.of(weights));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float[] encode(String text) {
        float[] vector = new float[dimensions];
        Words words = new Words(text);
        long key = 0;
        long previous = 0;
        int count = 0;
        while (words.next()) {
            long hash = words.hash();
            int row = vocabulary.get(hash);
            if (row != HashIndex.ABSENT) add(vector, row, 1);
            else addGroups(vector, words);
            if (count++ > 0) {
                int pair = vocabulary.get(Words.pair(previous, hash));
                if (pair != HashIndex.ABSENT) add(vector, pair, 1);
            }
            previous = hash;
            key = Words.pair(key, words.exact());
        }
        int concept = concepts.get(key);
        if (concept != HashIndex.ABSENT && firstConcept + concept < scales.length) {
            java.util.Arrays.fill(vector, 0);
            add(vector, firstConcept + concept, 1);
        }
        return Vectors.normalise(vector);
    }

    @Override
    public double familiarity(String text) {
        Words words = new Words(text);
        int all = 0;
        int met = 0;
        while (words.next()) {
            all++;
            if (vocabulary.get(words.hash()) != HashIndex.ABSENT) met++;
        }
        return all == 0 ? 1 : (double) met / all;
    }

    @Override
    public double prior(String label) {
        int concept = concepts.get(Words.key(label));
        return concept == HashIndex.ABSENT ? 0 : priors[concept];
    }

    @Override
    public Optional<ReadingWeights> reading() {
        return reading;
    }

    private void addGroups(float[] vector, Words words) {
        int[] buckets = new int[Words.mostGroups()];
        int count = words.groups(groups, buckets);
        float weight = groupWeight / (float) Math.sqrt(count);
        for (int i = 0; i < count; i++) {
            add(vector, firstGroup + buckets[i], weight);
        }
    }

    private void add(float[] vector, int row, float weight) {
        float scale = scales[row] * weight;
        byte[] from = rows;
        int offset = row * dimensions;
        for (int i = 0; i < vector.length; i++) {
            vector[i] += scale * from[offset + i];
        }
    }
}
