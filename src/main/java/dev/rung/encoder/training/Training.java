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

    /**
     * @param esco folder of ESCO's English CSV files
     * @param onet folder of O*NET's text tables
     * @param sentences folder with labelled sentences, see {@link Sentences}
     * @param heldOut texts that must not be trained on, in whatever source they stand: the queries of every benchmark
     */
    public record Sources(Path esco, Path onet, Optional<Path> sentences, Collection<String> heldOut) {}

    /** Measures an encoder on data that training does not see. */
    @FunctionalInterface
    public interface Validation {
        /** Figures by name, each from 0 to 1 and better when higher. */
        Map<String, Double> measure(ConceptEncoder encoder) throws IOException;
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
     * @param out folder of the model, made if need be
     * @throws IOException if a source or a validation set cannot be read, or the model cannot be written
     */
    public static void run(Sources sources, long seed, Validation validation, Progress progress, Path out)
            throws IOException {
        ModelFiles model = run(sources, Settings.DEFAULT.withSeed(seed), validation, progress)
                .quantised();
        model.write(out);
        ModelCard.write(model, out);
    }

    /** A trained network before and after it was rounded to bytes. */
    record Trained(ConceptEncoder exact, ModelFiles quantised) {}

    static Trained run(Sources sources, Settings settings, Validation validation, Progress progress)
            throws IOException {
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
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
                            Map<String, Double> figures = figures(
                                    new NetworkEncoder(
                                            network, settings, concepts(network, settings, esco, sentences, heldOut)),
                                    names,
                                    validation);
                            progress.validated(step, figures);
                            return mean(figures);
                        },
                        Math.max(1, settings.steps() / VALIDATIONS),
                        progress::step);

        Map<Long, ConceptRows.Concept> concepts = concepts(network, settings, esco, sentences, heldOut);
        ModelFiles unnamed = Quantiser.quantise(network, settings, concepts, Map.of());
        Map<String, Double> figures = figures(TrainedEncoder.of(unnamed), names, validation);
        ModelFiles named = unnamed.describedAs(ModelCard.describe(unnamed, sources, settings, pairs, figures));
        return new Trained(new NetworkEncoder(network, settings, concepts), named);
    }

    private static Map<Long, ConceptRows.Concept> concepts(
            Network network, Settings settings, EscoFolder esco, Sentences sentences, Set<Long> heldOut) {
        return ConceptRows.of(esco, sentences, new NetworkEncoder(network, settings, Map.of()), heldOut);
    }

    private static Map<String, Double> figures(ConceptEncoder encoder, HeldOutNames names, Validation validation)
            throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("held-out names MRR", names.meanReciprocalRank(encoder));
        figures.putAll(validation.measure(encoder));
        return figures;
    }

    private static double mean(Map<String, Double> figures) {
        return figures.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
