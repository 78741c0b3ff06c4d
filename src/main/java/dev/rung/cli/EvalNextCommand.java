package dev.rung.cli;

import dev.rung.evaluation.next.Blend;
import dev.rung.evaluation.next.Network;
import dev.rung.evaluation.next.NextEvaluation;
import dev.rung.evaluation.next.NextFigures;
import dev.rung.evaluation.next.NextRanker;
import dev.rung.evaluation.next.Transitions;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rung eval next}: how well what people took next is foreseen. */
@Command(
        name = "next",
        description = {
            "Measure how well what people took next is foreseen, on learning histories.",
            "",
            "A file of histories has a line for each thing taken: user, tab, item; the lines of a user in time order. Rankers learn from the training file alone.",
            ""
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Rankers: transitions, decayed transition counts (the yardstick); counts, a blend of several ways to count; network, a small network;",
            "rung, all of them, weighted by what they are worth on items held out of the training file.",
            "",
            "Examples:",
            "  rung eval next --train train.tsv     holds out each user's last item",
            "  rung eval next --train train.tsv --test test.tsv --json"
        })
final class EvalNextCommand implements Callable<Integer> {
    /** The ways to rank that the command line offers. */
    enum Choice {
        transitions,
        counts,
        network,
        rung
    }

    @Option(names = "--train", paramLabel = "FILE", required = true, description = "Histories to learn from.")
    private Path train = Path.of("");

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description =
                    "What the same users took later; left out, the last item of each user of the training file is held out and to be found.")
    private @Nullable Path test;

    @Option(
            names = "--courses",
            paramLabel = "FILE",
            description =
                    "Texts of the items: item, tab, text; more columns are not read. Likeness of texts becomes part of the blend.")
    private @Nullable Path courses;

    @Option(
            names = "--ranker",
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "rung")
    private Choice choice = Choice.rung;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private ModelOption model = new ModelOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        NextEvaluation evaluation = NextEvaluation.read(train, Optional.ofNullable(test));
        Optional<double[][]> likeness =
                courses == null ? Optional.empty() : Optional.of(evaluation.likeness(courses, model.read()));
        NextFigures figures = evaluation.run(ranker(likeness));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? new String(Json.write(figures), StandardCharsets.UTF_8) : table(figures));
        out.flush();
        return 0;
    }

    private NextRanker ranker(Optional<double[][]> likeness) {
        return switch (choice) {
            case transitions -> new Transitions();
            case counts -> new Blend(false, likeness);
            case network -> new Network(1);
            case rung -> new Blend(true, likeness);
        };
    }

    private static String table(NextFigures figures) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %,d users, %,d items%n  recall@10     %.4f%n  precision@10  %.4f%n  phr@10        %.4f%n  ndcg@10       %.4f",
                figures.ranker(),
                figures.users(),
                figures.items(),
                figures.recallAt10(),
                figures.precisionAt10(),
                figures.phrAt10(),
                figures.ndcgAt10()));
        figures.difference()
                .ifPresent(d -> table.append(String.format(
                        Locale.ROOT,
                        "%n  %s has recall@10 %.4f, ndcg@10 %.4f; the difference is %+.4f (95%%: %+.4f to %+.4f) and %+.4f (%+.4f to %+.4f)",
                        d.to(),
                        d.recallAt10(),
                        d.ndcgAt10(),
                        d.recall().mean(),
                        d.recall().low(),
                        d.recall().high(),
                        d.ndcg().mean(),
                        d.ndcg().low(),
                        d.ndcg().high())));
        return table.toString();
    }
}
