package dev.rung.cli;

import dev.rung.json.Json;
import dev.rung.match.DemandReport;
import dev.rung.match.DemandRequest;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rung demand}. */
@Command(
        name = "demand",
        description = "Which skills many jobs ask for and few credentials teach.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  rung demand", "  rung demand --region DE-BY --limit 50 --json"})
final class DemandCommand implements Callable<Integer> {
    @Option(
            names = "--region",
            paramLabel = "R",
            description = "Jobs there and remote ones, credentials there, online or anywhere; as in DE-BY or DE.")
    private @Nullable String region;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Mixin
    private AnswerOptions answering = new AnswerOptions();

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        DemandRequest request = new DemandRequest(Optional.ofNullable(region), limit, answering.asOf());
        try (DataFolder.Opened opened = data.openToRead()) {
            print(opened.recommender().demand(request));
        }
        return 0;
    }

    private void print(DemandReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (answering.isJson()) {
            out.println(Json.pretty(report));
        } else {
            report.note().ifPresent(note -> spec.commandLine().getErr().println("rung: " + note));
            out.println(report.skills() + " skills in " + report.jobs() + " jobs, against " + report.credentials()
                    + " credentials:");
            out.println("    jobs  credentials  skill");
            for (DemandReport.Row row : report.results()) {
                out.println(String.format(
                        Locale.ROOT, "%8d  %11d  %s  (%s)", row.jobs(), row.credentials(), row.label(), row.skill()));
            }
        }
        out.flush();
    }
}
