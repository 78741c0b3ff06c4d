package dev.rung.cli;

import dev.rung.encoder.TrainedEncoder;
import dev.rung.encoder.training.Sentences;
import dev.rung.evaluation.ExtractionEvaluation;
import dev.rung.evaluation.ExtractionFigures;
import dev.rung.evaluation.LabelledSentence;
import dev.rung.evaluation.ReadingFit;
import dev.rung.evaluation.RetrievalSet;
import dev.rung.formats.EscoTaxonomy;
import dev.rung.json.Json;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung eval extraction}: how well skills are found in sentences, and whether confidence means what it says. */
@Command(
        name = "extraction",
        description = "Measures how well skills are found in labelled sentences, and how reliable confidence is.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The folder is a retrieval set whose queries are sentences and whose corpus are labels of ESCO skills.",
            "",
            "Example:",
            "  rung eval extraction bench/skill-extract-tech-validation \\",
            "      --esco taxonomy/esco-1.1.1",
            "",
            "Sets whose name ends in -val or -validation may have calibrated the model. For honest figures on them:",
            "  rung eval extraction bench/skill-extract-tech-validation --folds 5"
        })
public final class EvalExtractionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "folder with corpus.tsv, queries.tsv and qrels.txt")
    private Path folder = Path.of(".");

    @Option(
            names = "--esco",
            paramLabel = "DIR",
            description = "ESCO's English CSV files"
                    + " (default: ../../taxonomy/esco-1.1.1 as seen from the set, if it is there)")
    private @Nullable Path esco;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description =
                    "measure in N parts, each with weights calibrated without it, on the other sets beside the folder"
                            + " and the sentences of --sentences")
    private @Nullable Integer folds;

    @Option(
            names = "--sentences",
            paramLabel = "DIR",
            description = "for --folds: skillskape_train.csv, skillspan_train.json"
                    + " (default: ../../training as seen from the set, if it is there)")
    private @Nullable Path sentences;

    @Option(
            names = "--onet",
            paramLabel = "DIR",
            description = "for --folds: O*NET's text tables"
                    + " (default: ../../taxonomy/onet-29.3 as seen from the set, if it is there)")
    private @Nullable Path onet;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Mixin
    private ModelOption model = new ModelOption();

    @Override
    public Integer call() throws IOException {
        TrainedEncoder encoder = model.read();
        if (encoder.reading().isEmpty()) {
            throw wrong(model.folder + " has not learned to read sentences: rung train --keep teaches it");
        }
        if (folds != null && folds < 2) throw wrong("--folds wants 2 or more parts, not " + folds + ".");
        Taxonomy taxonomy =
                EscoTaxonomy.read(beside(esco, "--esco", "ESCO's English CSV files", "taxonomy/esco-1.1.1"));
        List<LabelledSentence> labelled = LabelledSentence.of(RetrievalSet.read(folder), taxonomy);
        if (labelled.isEmpty()) {
            throw wrong(folder + ": no answer of the set is the label of a skill, so nothing can be counted");
        }
        ExtractionFigures figures = folds == null
                ? ExtractionEvaluation.run(labelled, taxonomy, encoder)
                : crossValidated(labelled, folds, taxonomy, encoder);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.pretty(figures) : table(figures));
        out.flush();
        return 0;
    }

    private ExtractionFigures crossValidated(
            List<LabelledSentence> labelled, int parts, Taxonomy taxonomy, TrainedEncoder encoder) throws IOException {
        Path set = folder.toAbsolutePath().normalize();
        String name = String.valueOf(set.getFileName());
        if (!RetrievalSet.isForCalibration(name)) {
            throw wrong(name
                    + " calibrates no weights, as its name does not end in -val or -validation; leave --folds out.");
        }
        Path training = beside(sentences, "--sentences", "the labelled sentences", "training");
        Path tasks = beside(onet, "--onet", "O*NET's text tables", "taxonomy/onet-29.3");
        Map<String, RetrievalSet> sets = RetrievalSet.readAll(set.resolveSibling(""));
        ReadingFit fit = new ReadingFit(
                encoder,
                taxonomy,
                Sentences.read(training, tasks),
                RetrievalSet.queries(sets),
                LabelledSentence.forCalibration(sets, taxonomy));
        return ExtractionEvaluation.crossValidated(name, labelled, parts, fit, taxonomy, encoder);
    }

    /** What an option names, or the usual place of it. */
    private Path beside(@Nullable Path given, String option, String what, String place) {
        if (given != null) return given;
        Path usual = folder.resolve("../..").resolve(place).normalize();
        if (Files.isDirectory(usual)) return usual;
        throw wrong("Say with " + option + " where " + what + " are; they are not in " + usual + ".");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static String table(ExtractionFigures figures) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d sentences%s%n  RP@5   %.3f%n  RP@10  %.3f%n%n  floor  finds/sentence  precision  recall  F1%n",
                figures.sentences(),
                figures.folds() == 1 ? "" : ", each measured without itself, in " + figures.folds() + " parts",
                figures.rpAt5(),
                figures.rpAt10()));
        for (ExtractionFigures.Floor floor : figures.floors()) {
            table.append(line(floor, floor.floor() == figures.floor() ? "  <- in use" : ""));
        }
        table.append(line(figures.names(), "  names alone"));
        table.append(String.format("%n  confidence  finds  mean  right%n"));
        for (ExtractionFigures.Bin bin : figures.reliability()) {
            table.append(String.format(
                    Locale.ROOT,
                    "  %.1f-%.1f      %5d  %.2f  %.2f%n",
                    bin.from(),
                    bin.from() + 0.1,
                    bin.finds(),
                    bin.confidence(),
                    bin.right()));
        }
        return table.append(String.format(Locale.ROOT, "  expected calibration error %.3f", figures.ece()))
                .toString();
    }

    private static String line(ExtractionFigures.Floor floor, String remark) {
        return String.format(
                Locale.ROOT,
                "   %.2f           %5.2f       %.2f    %.2f  %.2f%s%n",
                floor.floor(),
                floor.perSentence(),
                floor.precision(),
                floor.recall(),
                floor.f1(),
                remark);
    }
}
