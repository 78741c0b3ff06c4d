package dev.rung.cli;

import dev.rung.encoder.TrainedEncoder;
import dev.rung.evaluation.ExtractionEvaluation;
import dev.rung.evaluation.ExtractionFigures;
import dev.rung.evaluation.LabelledSentence;
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
            "      --esco taxonomy/esco-1.1.1"
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

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Mixin
    private ModelOption model = new ModelOption();

    @Override
    public Integer call() throws IOException {
        TrainedEncoder encoder = model.read();
        if (encoder.reading().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    model.folder + " has not learned to read sentences: rung train --keep teaches it");
        }
        Taxonomy taxonomy = EscoTaxonomy.read(classification());
        List<LabelledSentence> sentences = LabelledSentence.of(RetrievalSet.read(folder), taxonomy);
        if (sentences.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    folder + ": no answer of the set is the label of a skill, so nothing can be counted");
        }
        ExtractionFigures figures = ExtractionEvaluation.run(sentences, taxonomy, encoder);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.pretty(figures) : table(figures));
        out.flush();
        return 0;
    }

    private Path classification() {
        if (esco != null) return esco;
        Path usual = folder.resolve("../../taxonomy/esco-1.1.1").normalize();
        if (Files.isDirectory(usual)) return usual;
        throw new ParameterException(
                spec.commandLine(),
                "Say with --esco where ESCO's English CSV files are; they are not in " + usual + ".");
    }

    private static String table(ExtractionFigures figures) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d sentences%n  RP@5   %.3f%n  RP@10  %.3f%n%n  floor  finds/sentence  precision  recall  F1%n",
                figures.sentences(),
                figures.rpAt5(),
                figures.rpAt10()));
        for (ExtractionFigures.Floor floor : figures.floors()) {
            table.append(String.format(
                    Locale.ROOT,
                    "   %.2f           %5.2f       %.2f    %.2f  %.2f%s%n",
                    floor.floor(),
                    floor.perSentence(),
                    floor.precision(),
                    floor.recall(),
                    floor.f1(),
                    floor.floor() == figures.floor() ? "  <- in use" : ""));
        }
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
}
