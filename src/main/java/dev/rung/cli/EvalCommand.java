package dev.rung.cli;

import dev.rung.evaluation.GoldenCases;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rung eval golden|…}. */
@Command(
        name = "eval",
        description = "How good are the answers?",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            EvalCommand.Golden.class,
            EvalRetrievalCommand.class,
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
                    "Ask the golden cases of the starter catalogue; each says what a sensible adviser would surely answer.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit status 1 if a case fails."})
    static final class Golden implements Callable<Integer> {
        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            GoldenCases.Report report = TemporaryCatalogue.withStarter(
                    opened -> GoldenCases.ofStarter().run(opened.recommender()));
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
