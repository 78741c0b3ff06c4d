package dev.rung.cli;

import dev.rung.catalogue.CatalogueView;
import dev.rung.evaluation.Evaluation;
import dev.rung.evaluation.GoldenCases;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rung eval golden|…}. */
@Command(
        name = "eval",
        description = "How good are the answers?",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rung eval golden"},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            EvalCommand.Golden.class,
            EvalRetrievalCommand.class,
            EvalPathwaysCommand.class,
            EvalNextCommand.class,
            EvalExtractionCommand.class,
            EvalSimilarityCommand.class
        })
final class EvalCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to evaluate: one of the commands below.");
    }

    /** {@code rung eval golden}. */
    @Command(
            name = "golden",
            description =
                    "Ask the golden cases of the starter catalogue; each says what a sensible adviser would surely answer. Without --data or --engine opensearch a fresh starter catalogue is asked.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Examples:",
                "  rung eval golden",
                "  rung eval golden --data data --json",
                "",
                "Exit status 1 if a case fails."
            })
    static final class Golden implements Callable<Integer> {
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Ask the catalogue in DIR, and keep the outcome there for the operator page.")
        private Optional<Path> data = Optional.empty();

        @Mixin
        private EngineOptions engine = new EngineOptions();

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        private static GoldenCases.Report run(DataFolder.Opened opened) {
            return GoldenCases.ofStarter().run(opened.recommender());
        }

        private static GoldenCases.Report inFolder(Path folder, EngineOptions engine) {
            try (DataFolder.Opened opened = DataFolder.at(folder, engine).openExisting();
                    CatalogueView view = opened.catalogue().view()) {
                GoldenCases.Report report = run(opened);
                Evaluation.in(folder).add(Evaluation.of(Instant.now(), view.generation(), report));
                return report;
            }
        }

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            GoldenCases.Report report = data.isPresent() || engine.cluster().isPresent()
                    ? inFolder(data.orElse(DataFolder.DEFAULT), engine)
                    : TemporaryCatalogue.withStarter(Golden::run);
            if (json) {
                out.println(Json.pretty(report));
            } else {
                for (GoldenCases.Result result : report.cases()) {
                    out.println((result.passed() ? "passed  " : "FAILED  ")
                            + String.format("%-4s", result.id())
                            + result.why());
                }
                out.println(report.passed() + " of " + report.total() + " passed");
            }
            out.flush();
            return report.passed() == report.total() ? 0 : 1;
        }
    }
}
