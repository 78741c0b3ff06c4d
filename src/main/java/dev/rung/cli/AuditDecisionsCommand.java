package dev.rung.cli;

import dev.rung.audit.Decision;
import dev.rung.audit.DecisionSheet;
import dev.rung.audit.Decisions;
import dev.rung.json.Json;
import dev.rung.match.CandidateRequest;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung audit decisions}. */
@Command(
        name = "decisions",
        description = "The decision records of a data folder: who was shown, for what, by which weights.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung audit decisions                 one line each",
            "  rung audit decisions decision-17     one of them, whole",
            "  rung audit decisions --json          one JSON document a line",
            "  rung audit decisions --csv           a row for each person shown, safe to open",
            "                                       in a spreadsheet",
            "",
            "Records are kept by rung candidates --record and by \"record\": true over HTTP. Who is erased is named in none."
        })
final class AuditDecisionsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..1", description = "Only this one.")
    private @Nullable String id;

    @ArgGroup
    private @Nullable Form form;

    /** How to print them. */
    private static final class Form {
        @Option(names = "--json", required = true, description = "Print one JSON document a line.")
        private boolean json;

        @Option(names = "--csv", required = true, description = "Print CSV.")
        private boolean csv;
    }

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Decisions decisions = data.decisions();
        PrintWriter out = spec.commandLine().getOut();
        if (form != null && form.csv) out.print(DecisionSheet.header());
        if (id == null) {
            decisions.each(d -> print(d, out));
        } else {
            Optional<Decision> one = decisions.find(id);
            if (one.isEmpty()) {
                spec.commandLine().getErr().println("rung: there is no decision " + id + " in " + data.path());
                return 1;
            }
            if (form == null) out.println(Json.pretty(one.get()));
            else print(one.get(), out);
        }
        out.flush();
        return 0;
    }

    private void print(Decision decision, PrintWriter out) {
        if (form == null) {
            out.println(decision.id() + "  " + decision.at() + "  "
                    + decision.by().map(k -> "key " + k + "  ").orElse("") + asked(decision.request()) + "  shown "
                    + decision.shown().size() + " of " + decision.total());
        } else if (form.csv) {
            out.print(DecisionSheet.rows(decision));
        } else {
            out.println(new String(Json.write(decision), StandardCharsets.UTF_8));
        }
    }

    private static String asked(CandidateRequest request) {
        String skills = request.requirements().stream()
                .map(CandidateRequest.Wanted::skill)
                .collect(Collectors.joining(", "));
        return request.role()
                        .map(r -> "role " + r)
                        .or(() -> request.job().map(j -> "job " + j))
                        .orElse("skills")
                + (skills.isEmpty() ? "" : " " + skills);
    }
}
