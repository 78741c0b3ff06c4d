package dev.rung.cli;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.encoder.training.Sentences;
import dev.rung.encoder.training.Training;
import dev.rung.evaluation.EncoderRanker;
import dev.rung.evaluation.LabelledSentence;
import dev.rung.evaluation.ReadingFit;
import dev.rung.evaluation.RetrievalEvaluation;
import dev.rung.evaluation.RetrievalFigures;
import dev.rung.evaluation.RetrievalSet;
import dev.rung.formats.EscoTaxonomy;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rung train}: from ESCO and O*NET folders to a model. */
@Command(
        name = "train",
        description = "Trains the model that turns texts into vectors.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rung train --esco taxonomy/esco-1.1.1 --onet taxonomy/onet-29.3 --out model"})
public final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--esco", required = true, paramLabel = "DIR", description = "ESCO's English CSV files")
    private Path esco = Path.of(".");

    @Option(names = "--onet", required = true, paramLabel = "DIR", description = "O*NET's text tables")
    private Path onet = Path.of(".");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder to write the model into")
    private Path out = Path.of(".");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of everything random (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--sentences",
            paramLabel = "DIR",
            description = "labelled sentences: skillskape_train.csv, skillspan_train.json"
                    + " (default: ../../training as seen from the ESCO folder, if it is there)")
    private @Nullable Path sentences;

    @Option(
            names = "--bench",
            paramLabel = "DIR",
            description =
                    "folder of retrieval sets. Their queries are kept out of training; those whose name ends in -val,"
                            + " -validation or -dev choose the best state, and confidence is calibrated on the sentences of the first two"
                            + " (default: ../../bench as seen from the ESCO folder, if it is there)")
    private @Nullable Path bench;

    @Option(
            names = "--keep",
            description = "keep the vectors that --out holds and learn only how sentences are read with them")
    private boolean keep;

    @Override
    public Integer call() throws IOException {
        Map<String, RetrievalSet> sets = retrievalSets();
        PrintWriter err = spec.commandLine().getErr();
        if (!keep && !train(sets, err)) return 2;
        learnToRead(sets, err);
        err.println("written to " + out);
        err.flush();
        return 0;
    }

    private boolean train(Map<String, RetrievalSet> sets, PrintWriter err) throws IOException {
        List<String> heldOut = RetrievalSet.queries(sets);
        Training.Sources sources = new Training.Sources(esco, onet, given(sentences, "training"), heldOut);
        try {
            Training.run(sources, seed, new Sets(sets), new Report(err), out);
        } catch (NoClassDefFoundError e) {
            err.println("rung train: the training libraries are not on the class path (" + e.getMessage()
                    + "). They are in target/lib-training after a build with Maven.");
            return false;
        }
        return true;
    }

    /** Without sentences of the training the model finds names only; without validation sets its confidence is not calibrated. */
    private void learnToRead(Map<String, RetrievalSet> sets, PrintWriter err) throws IOException {
        Optional<Path> folder = given(sentences, "training");
        if (folder.isEmpty()) {
            err.println("no labelled sentences: the model will find skills in text by their names only");
            return;
        }
        Taxonomy taxonomy = EscoTaxonomy.read(esco);
        Sentences training = Sentences.read(folder.get(), onet);
        Map<String, List<LabelledSentence>> labelled = LabelledSentence.forCalibration(sets, taxonomy);
        err.println(String.format(
                Locale.ROOT,
                "learning to read from %,d sentences with skills and %,d with marked words, calibrating on %s",
                training.labelled.size(),
                training.marked.size(),
                labelled.isEmpty() ? "none" : String.join(", ", labelled.keySet())));
        err.flush();
        ReadingFit fit = new ReadingFit(
                TrainedEncoder.readVectors(out), taxonomy, training, RetrievalSet.queries(sets), labelled);
        err.println(fit.leftOut() + " of them nearly stand in what is measured on and were left out");
        fit.weights().write(out);
    }

    private Optional<Path> given(@Nullable Path option, String beside) {
        if (option != null) return Optional.of(option);
        Path usual = esco.resolve("../..").resolve(beside).normalize();
        return Files.isDirectory(usual) ? Optional.of(usual) : Optional.empty();
    }

    private Map<String, RetrievalSet> retrievalSets() throws IOException {
        Optional<Path> folder = given(bench, "bench");
        return folder.isEmpty() ? Map.of() : RetrievalSet.readAll(folder.get());
    }

    /** @param sets by name; those for validation are compared by, all are reported */
    private record Sets(Map<String, RetrievalSet> sets) implements Training.Validation {
        private static final int QUICK = 400;

        @Override
        public Map<String, Double> compare(ConceptEncoder encoder) {
            Map<String, Double> figures = new LinkedHashMap<>();
            sets.forEach((name, set) -> {
                if (!RetrievalSet.isForValidation(name)) return;
                RetrievalFigures found = RetrievalEvaluation.run(set.sample(QUICK), new EncoderRanker(encoder));
                figures.put(name + " MRR", found.mrr());
                figures.put(name + " RP@5", found.rpAt5());
            });
            return figures;
        }

        @Override
        public Map<String, Double> report(ConceptEncoder encoder) {
            Map<String, Double> figures = new LinkedHashMap<>();
            sets.forEach((name, set) -> {
                RetrievalFigures found = RetrievalEvaluation.run(set, new EncoderRanker(encoder));
                figures.put(name + " MRR", found.mrr());
                figures.put(name + " recall@10", found.recallAt10());
                figures.put(name + " RP@5", found.rpAt5());
            });
            return figures;
        }
    }

    /** Tells how it goes, a line at a time. */
    private record Report(PrintWriter to) implements Training.Progress {
        @Override
        public void source(String kind, int pairs) {
            say(String.format(Locale.ROOT, "%,9d pairs: %s", pairs, kind));
        }

        @Override
        public void step(int step, int of, double loss, double pairsPerSecond) {
            say(String.format(Locale.ROOT, "step %d of %d, loss %.3f, %,.0f pairs/s", step, of, loss, pairsPerSecond));
        }

        @Override
        public void validated(int step, Map<String, Double> figures) {
            figures.forEach((name, figure) -> say(String.format(Locale.ROOT, "step %d, %s %.4f", step, name, figure)));
        }

        private void say(String line) {
            to.println(line);
            to.flush();
        }
    }
}
