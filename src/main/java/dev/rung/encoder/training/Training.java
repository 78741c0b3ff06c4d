package dev.rung.encoder.training;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.ModelFiles;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.encoder.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.factory.Nd4j;

/**
 * From public classifications and labelled sentences to a model in a folder.
 *
 * <pre>{@code
 * Training.Sources sources = new Training.Sources(escoFolder, onetFolder, Optional.of(sentences), benchmarkQueries);
 * Training.run(sources, 1, validation, progress, Path.of("models/skills"));
 * }</pre>
 *
 * <p>The same sources and the same seed give the same files, byte for byte, on one kind of processor: the random numbers are the
 * seed's, all sums run in one order, and the matrix library is held to one thread. Takes under 3 GB.
 *
 * <p>One training a process at a time: the thread setting of the matrix library is the process's.
 */
public final class Training {
    /** How often a training is validated. */
    private static final int VALIDATIONS = 2;

    private static final String NAMES = "held-out names MRR";

    /**
     * What to train on, and what not.
     *
     * @param esco folder of ESCO's English CSV files
     * @param onet folder of O*NET's text tables
     * @param sentences folder with labelled sentences, see {@link Sentences}
     * @param heldOut texts that must not be trained on, in whatever source they stand: the queries of every benchmark
     */
    public record Sources(Path esco, Path onet, Optional<Path> sentences, Collection<String> heldOut) {}

    /** Measures an encoder on data that training does not see. Figures go from 0 to 1 and are better when higher. */
    public interface Validation {
        /** Figures by name that say which state of the training is best; asked a few times, so better quick than exact. */
        Map<String, Double> compare(ConceptEncoder encoder) throws IOException;

        /** Figures by name for the model card; asked once, of the finished model. */
        Map<String, Double> report(ConceptEncoder encoder) throws IOException;
    }

    /** Hears how the training goes. */
    public interface Progress {
        /** What was read: how many pairs of which kind. */
        void source(String kind, int pairs);

        void step(int step, int of, double loss, double pairsPerSecond);

        void validated(int step, Map<String, Double> figures);
    }

    private Training() {}

    /**
     * Trains a model and writes it with its card.
     *
     * @param out folder of the model, made if need be
     * @throws IOException if a source or a validation set cannot be read, or the model cannot be written
     */
    public static void run(Sources sources, long seed, Validation validation, Progress progress, Path out)
            throws IOException {
        run(sources, Settings.DEFAULT.withSeed(seed), validation, progress).write(out);
    }

    /** A trained network before and after it was rounded to bytes. */
    record Trained(ConceptEncoder exact, ModelFiles quantised, ModelCard card) {
        void write(Path folder) throws IOException {
            quantised.write(folder);
            card.write(folder);
        }
    }

    static Trained run(Sources sources, Settings settings, Validation validation, Progress progress)
            throws IOException {
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.factory().blas().setMaxThreads(1);
        EscoFolder esco = EscoFolder.read(sources.esco());
        OnetFolder onet = OnetFolder.read(sources.onet());
        Sentences sentences = sources.sentences().isPresent()
                ? Sentences.read(sources.sentences().get())
                : Sentences.none();
        HeldOutNames names = new HeldOutNames(esco);
        Set<Long> heldOut = new HashSet<>(names.keys());
        for (String text : sources.heldOut()) heldOut.add(Words.key(text));

        Texts texts = new Texts(heldOut, settings.groups());
        TrainingPairs pairs = new TrainingPairs(texts, esco, onet, sentences);
        for (PairSource source : pairs.sources()) progress.source(source.name, source.size());
        if (pairs.sources().isEmpty()) throw new IOException("the sources hold no pair of texts to learn from");
        Layout layout = new Layout(texts, settings);
        Network network = new Network(layout, settings, Start.random(layout, settings));

        new Trainer(pairs, settings, network)
                .run(
                        step -> {
                            ConceptEncoder encoder = new NetworkEncoder(
                                    network, settings, concepts(network, settings, esco, sentences, heldOut));
                            Map<String, Double> figures = new LinkedHashMap<>(validation.compare(encoder));
                            figures.put(NAMES, names.meanReciprocalRank(encoder));
                            progress.validated(step, figures);
                            return mean(figures);
                        },
                        Math.max(1, settings.steps() / VALIDATIONS),
                        progress::step);

        Map<Long, ConceptRows.Concept> concepts = concepts(network, settings, esco, sentences, heldOut);
        ModelFiles model = Quantiser.quantise(network, settings, concepts);
        ConceptEncoder rounded = TrainedEncoder.of(model);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(NAMES, names.meanReciprocalRank(rounded));
        figures.putAll(validation.report(rounded));
        progress.validated(settings.steps(), figures);
        ModelCard card = new ModelCard(model, sources, settings, layout, pairs, figures);
        return new Trained(new NetworkEncoder(network, settings, concepts), model, card);
    }

    private static Map<Long, ConceptRows.Concept> concepts(
            Network network, Settings settings, EscoFolder esco, Sentences sentences, Set<Long> heldOut) {
        return ConceptRows.of(esco, sentences, new NetworkEncoder(network, settings, Map.of()), heldOut);
    }

    private static double mean(Map<String, Double> figures) {
        return figures.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
