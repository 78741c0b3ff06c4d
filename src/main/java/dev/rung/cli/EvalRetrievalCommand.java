package dev.rung.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rung.evaluation.Bm25Ranker;
import dev.rung.evaluation.EncoderRanker;
import dev.rung.evaluation.HybridRanker;
import dev.rung.evaluation.Ranker;
import dev.rung.evaluation.RetrievalEvaluation;
import dev.rung.evaluation.RetrievalFigures;
import dev.rung.evaluation.SearchRanker;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung eval retrieval}: how well a ranker finds the answers of a retrieval set. */
@Command(
        name = "retrieval",
        description = "Measures how well texts are found, on a folder with corpus.tsv, queries.tsv and qrels.txt.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rung eval retrieval bench/melo-usa_q_en_c_en"})
public final class EvalRetrievalCommand implements Callable<Integer> {
    /** The ways to rank that the command line offers. */
    enum Choice {
        encoder,
        bm25,
        hybrid,
        search
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "folder of the retrieval set")
    private Path folder = Path.of(".");

    @Option(
            names = "--ranker",
            description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "encoder")
    private Choice choice = Choice.encoder;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Mixin
    private ModelOption model = new ModelOption();

    @Override
    public Integer call() throws IOException {
        RetrievalFigures figures = RetrievalEvaluation.run(folder, ranker());
        PrintWriter out = spec.commandLine().getOut();
        if (json) out.println(new ObjectMapper().writeValueAsString(figures));
        else out.println(table(figures));
        out.flush();
        return 0;
    }

    private Ranker ranker() throws IOException {
        return switch (choice) {
            case encoder -> new EncoderRanker(model.read());
            case bm25 -> new Bm25Ranker();
            case hybrid -> new HybridRanker(model.read());
            case search -> new SearchRanker(model.read());
        };
    }

    private static String table(RetrievalFigures figures) {
        return String.format(
                        Locale.ROOT,
                        "%s, %d queries%n  MAP        %.3f%n  MRR        %.3f%n  recall@5   %.3f%n  recall@10  %.3f%n"
                                + "  RP@5       %.3f%n  RP@10      %.3f%n  %,.0f texts a second%n",
                        figures.ranker(),
                        figures.queries(),
                        figures.map(),
                        figures.mrr(),
                        figures.recallAt5(),
                        figures.recallAt10(),
                        figures.rpAt5(),
                        figures.rpAt10(),
                        figures.textsPerSecond())
                .stripTrailing();
    }
}
