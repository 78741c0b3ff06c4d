package dev.rung.cli;

import dev.rung.audit.Decision;
import dev.rung.catalogue.CatalogueView;
import dev.rung.formats.Progress;
import dev.rung.formats.WholeExport;
import dev.rung.json.Json;
import dev.rung.privacy.PersonExport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung export PERSON}. */
@Command(
        name = "export",
        description = {
            "Print everything that is kept about a person, as JSON: the candidate's record, what is understood from it, the decision records that name them, and the events that were reported of them.",
            "",
            "With --all, write everything there is, one JSON document a line: the way to another version of Rung, or to another engine."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  rung export cand-042 > cand-042.json",
            "  rung export --all --out everything.zip",
            "  rung import all everything.zip --data again",
            "  rung import all everything.zip --engine opensearch --opensearch https://a:9200",
            "",
            "Exit status 1 if there is nobody of that id."
        })
final class ExportCommand implements Callable<Integer> {
    /** The name of the decision records in an export of everything. */
    static final String DECISIONS = "decisions";

    @Parameters(arity = "0..1", paramLabel = "PERSON", description = "Id of the candidate, or the pseudonym in events.")
    private @Nullable String person;

    @Option(names = "--all", description = "Everything there is, to --out.")
    private boolean all;

    @Option(
            names = "--out",
            paramLabel = "DIR|FILE",
            description = "With --all: a ZIP file if it ends with .zip, else a folder; must not be there yet.")
    private @Nullable Path out;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (all == (person != null) || all != (out != null)) {
            throw new ParameterException(spec.commandLine(), "Say of whom with PERSON, or say --all and --out.");
        }
        try (DataFolder.Opened opened = data.openExistingToRead()) {
            if (person == null) {
                everything(opened);
                return 0;
            }
            return one(opened, person);
        }
    }

    private void everything(DataFolder.Opened opened) throws IOException {
        if (out == null) throw new IllegalStateException("checked before");
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = ProgressBar.on(err);
        SortedMap<String, Long> lines;
        try (CatalogueView view = opened.catalogue().view()) {
            lines = new WholeExport(view, opened.events())
                    .<Decision>with(DECISIONS, each -> data.decisions().each(each))
                    .to(out, progress);
        } finally {
            ProgressBar.end(progress, err);
        }
        err.println("rung: " + out + " holds "
                + lines.entrySet().stream()
                        .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey()))
                        .collect(Collectors.joining(", ")));
    }

    private int one(DataFolder.Opened opened, String id) {
        Optional<PersonExport> found = PersonExport.of(id, opened.people(), opened.catalogue(), opened.recommender());
        if (found.isEmpty()) {
            spec.commandLine().getErr().println("rung: there is no candidate " + id + " in " + data.path());
            return 1;
        }
        spec.commandLine().getOut().println(Json.pretty(found.get()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
