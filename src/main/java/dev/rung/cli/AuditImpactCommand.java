package dev.rung.cli;

import dev.rung.audit.ImpactFile;
import dev.rung.audit.ImpactTable;
import dev.rung.audit.Selection;
import dev.rung.audit.Selection.Axis;
import dev.rung.audit.Selection.Category;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung audit impact FILE}. */
@Command(
        name = "impact",
        description =
                "Selection rates and impact ratios from a CSV file of yours, one person a row, in the form of New York City's rule (6 RCNY 5-301).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung audit impact outcomes.csv --by sex --by race_ethnicity \\",
            "      --selected selected",
            "  rung audit impact outcomes.csv --by sex --score score --json",
            "",
            "Rate: the share of a category that was selected, or whose score lies above the median of all. Ratio: the rate divided by the highest rate.",
            "Each --by column is counted for itself and all of them together. The rule lets a category with less than 2 %% of all people be left out of",
            "the ratios if its numbers are shown, which they are. It sets no ratio that must be reached, so none is judged here.",
            "The file is read once; nothing of it is kept or enters a score."
        })
final class AuditImpactCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "CSV with the names of its columns in the first row.")
    private Path file = Path.of("");

    @Option(names = "--by", paramLabel = "COLUMN", required = true, description = "Group by this column; repeatable.")
    private List<String> by = new ArrayList<>();

    @ArgGroup(multiplicity = "1")
    private Outcome outcome = new Outcome();

    /** What was decided about each person. */
    private static final class Outcome {
        @Option(
                names = "--selected",
                paramLabel = "COLUMN",
                required = true,
                description = "The column that says yes or no.")
        private @Nullable String selected;

        @Option(names = "--score", paramLabel = "COLUMN", required = true, description = "The column with a score.")
        private @Nullable String score;
    }

    @Option(
            names = "--leave-out-under",
            paramLabel = "PERCENT",
            description = "Leave smaller categories out of the ratios (default: ${DEFAULT-VALUE}; 0: none).")
    private double leaveOutUnder = 2;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<String> selected = Optional.ofNullable(outcome.selected);
        Optional<String> score = Optional.ofNullable(outcome.score);
        ImpactTable table = new ImpactTable(by, selected, score, leaveOutUnder);
        List<String> needed = new ArrayList<>(by);
        needed.add(selected.or(() -> score).orElseThrow());
        ImpactFile.read(file, needed, table::add);
        Selection selection = table.selection();
        PrintWriter out = spec.commandLine().getOut();
        if (json) out.println(Json.pretty(selection));
        else print(selection, out);
        out.flush();
        return selection.unreadable() == 0 ? 0 : 1;
    }

    private static void print(Selection selection, PrintWriter out) {
        out.println(selection.people() + " people"
                + selection.median().map(m -> "; median score " + m).orElse("")
                + (selection.unreadable() > 0
                        ? "; " + selection.unreadable() + " rows say no outcome and are not counted"
                        : ""));
        for (Axis axis : selection.axes()) {
            out.println();
            out.println(String.format(
                    Locale.ROOT,
                    "%-44s %8s %8s %8s  %-15s %6s",
                    axis.name(),
                    "people",
                    "chosen",
                    "rate",
                    "95 % interval",
                    "ratio"));
            for (Category category : axis.categories()) {
                out.println(String.format(
                        Locale.ROOT,
                        "  %-42s %8d %8d %7.1f%%  %4.1f to %5.1f%%  %6s%s",
                        category.name(),
                        category.people(),
                        category.chosen(),
                        100 * category.rate().share(),
                        100 * category.rate().low(),
                        100 * category.rate().high(),
                        category.ratio()
                                .map(r -> String.format(Locale.ROOT, "%.2f", r))
                                .orElse("–"),
                        remark(category)));
            }
            if (axis.unknown() > 0) out.println("  people in no known category, and in no rate: " + axis.unknown());
        }
        out.println();
        out.println("The rule sets no ratio that must be reached. A rate from few people may be chance.");
    }

    private static String remark(Category category) {
        return category.leftOut().or(category::caution).map(r -> "  " + r).orElse("");
    }
}
