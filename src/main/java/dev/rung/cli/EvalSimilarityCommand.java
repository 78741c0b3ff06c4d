package dev.rung.cli;

import dev.rung.evaluation.SimilarityEvaluation;
import dev.rung.formats.EscoTaxonomy;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rung eval similarity}: which pairs of skills are near by vector, and which only meet. */
@Command(
        name = "similarity",
        description = "Measures from which cosine on two names of skills mean much the same.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rung eval similarity --esco taxonomy/esco-1.1.1"})
public final class EvalSimilarityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--esco", required = true, paramLabel = "DIR", description = "ESCO's English CSV files")
    private Path esco = Path.of(".");

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Mixin
    private ModelOption model = new ModelOption();

    @Override
    public Integer call() throws IOException {
        List<SimilarityEvaluation.Floor> floors = SimilarityEvaluation.run(EscoTaxonomy.read(esco), model.read());
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.pretty(Map.of("floors", floors)) : table(floors));
        out.flush();
        return 0;
    }

    private static String table(List<SimilarityEvaluation.Floor> floors) {
        StringBuilder table = new StringBuilder(
                "share of pairs at and above a cosine\nfloor  same skill  related  broader  by chance  strangers/skill  named  right\n");
        for (SimilarityEvaluation.Floor f : floors) {
            table.append(String.format(
                    Locale.ROOT,
                    " %.2f       %.3f    %.3f    %.3f    %.6f           %6.2f  %.3f  %.3f%n",
                    f.floor(),
                    f.sameSkill(),
                    f.related(),
                    f.broader(),
                    f.byChance(),
                    f.strangers(),
                    f.named(),
                    f.namedRight()));
        }
        return table.toString().stripTrailing();
    }
}
