package dev.rung.cli;

import dev.rung.catalogue.CatalogueView;
import dev.rung.evaluation.PathwayEvaluation;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rung eval pathways}. */
@Command(
        name = "pathways",
        description =
                "Are pathways the best there are, and how long does finding them take? Against trying everything, and on the whole catalogue.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Times are of the processor, not of the clock. Exit status 1 if a plan is worse than the best of the small tasks.",
            "",
            "Example: rung eval pathways --data real --instances 50"
        })
final class EvalPathwaysCommand implements Callable<Integer> {
    @Option(names = "--instances", paramLabel = "N", description = "Tasks of each size (default: ${DEFAULT-VALUE}).")
    private int instances = 50;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Decides what is chosen by chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        dev.rung.skill.Check.range("instances", instances, 1, 100_000);
        PathwayEvaluation.Report report;
        try (DataFolder.Opened opened = data.openOrStart();
                CatalogueView view = opened.catalogue().view()) {
            report = new PathwayEvaluation(opened.recommender(), view, seed).run(instances, done -> {});
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(report));
        } else {
            print(report, out);
        }
        out.flush();
        return report.small().equal() == report.small().instances() ? 0 : 1;
    }

    private static void print(PathwayEvaluation.Report report, PrintWriter out) {
        PathwayEvaluation.Small small = report.small();
        out.println("3 steps over 100 credentials and 100 jobs, against trying everything");
        line(out, "tasks", small.instances() + ", of which " + small.withJobs() + " open some job");
        line(out, "as good as the best", small.equal() + ", proven " + small.exact());
        line(
                out,
                "plans looked at",
                small.plans() + ", and " + small.hopes() + " times what one more credential can add, instead of "
                        + small.sets() + " sets or " + small.sequences() + " orders");
        line(
                out,
                "times fewer",
                String.format(
                        Locale.ROOT,
                        "%.0f plans than sets (at least %.0f), %.0f if both kinds of work count",
                        small.fewer(),
                        small.fewerAtLeast(),
                        small.fewerWithHopes()));
        line(
                out,
                "processor time",
                String.format(Locale.ROOT, "%.0f ms instead of %.0f ms", small.millis(), small.exhaustiveMillis()));
        PathwayEvaluation.Large large = report.large();
        out.println("6 steps over the whole catalogue");
        line(
                out,
                "questions",
                large.instances() + ", " + String.format(Locale.ROOT, "%.0f", large.usefulMean())
                        + " useful credentials on average");
        line(out, "ways", large.ways() + ", proven best of their kind " + large.exact());
        line(
                out,
                "gap of the others",
                String.format(Locale.ROOT, "%.3f on average, %.3f at most", large.gapMean(), large.gapMost()));
        line(
                out,
                "processor time",
                String.format(
                        Locale.ROOT,
                        "median %.0f ms, 95th percentile %.0f ms, most %.0f ms an answer",
                        large.millisMedian(),
                        large.millisP95(),
                        large.millisMost()));
    }

    private static void line(PrintWriter out, String name, String value) {
        out.println(String.format("  %-22s %s", name, value));
    }
}
