package dev.rung.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.audit.Decision;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.formats.EventIntake;
import dev.rung.formats.ImportNote;
import dev.rung.formats.ImportReport;
import dev.rung.formats.Intake;
import dev.rung.formats.Ledger;
import dev.rung.formats.Mapping;
import dev.rung.formats.Problem;
import dev.rung.formats.Progress;
import dev.rung.formats.WholeImport;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung import FORMAT PATH...}. */
@Command(
        name = "import",
        description = {
            "Bring data in. What cannot go in is named by line and field; the rest goes in.",
            "",
            "FORMAT is esco (a folder with the CSV files of an English ESCO download, or the ZIP), all (what rung export --all wrote), or one of jobs, credentials, candidates, events, roles and "
                    + "skills: files of records as NDJSON (one JSON object a line) or CSV (named .csv or .tsv, first row has the column names), plain or "
                    + "gzipped, UTF-8. Without --field they are in Rung's own form, described in taxonomy/README.md.",
            "",
            "Jobs without requirements and credentials without skills get those that their text speaks of, so import skills first.",
            "",
            "Events say who did what when: kind (viewed, enrolled, completed, hired), person (an opaque pseudonym), credential, at (a day or a moment), and if known role, job and id. The same event twice counts once.",
            ""
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A mapping is FIELD=SOURCE. FIELD is a field of Rung's form, with dots: title, place.country, offer.cost.amount, outcomes.text.",
            "SOURCE is built from",
            "  COLUMN         a column; dots lead into nested objects;",
            "                 \"in double quotes\" if it has any of , + | { [",
            "  'TEXT'         the same text in every record",
            "  a|b            the first that is there",
            "  a+b            both, glued together",
            "  a,b            all of them: a list, or lines of one text",
            "  COLUMN{x:y,z:} y in place of x, and nothing in place of z",
            "  COLUMN[;]      a cell with several values, separated by ;",
            "Put quotes around the whole, so that the shell leaves it alone: --field \"language='en'\".",
            "",
            "Examples:",
            "  rung import esco esco-1.1.1.zip",
            "  rung import all everything.zip --data again",
            "  rung import jobs vacancies.ndjson.gz --report problems.ndjson",
            "  rung import credentials courses.csv --dry-run \\",
            "      --field id=code --field title=name --field issuer.name=school \\",
            "      --field offer.cost.amount=price --field \"offer.cost.currency='EUR'\"",
            "  rung import events completions.csv --field \"kind='completed'\" \\",
            "      --field person=student --field credential=course --field at=finished",
            "",
            "Exit status: 0 everything went in, 1 some lines did not, 2 the command itself was wrong."
        })
final class ImportCommand implements Callable<Integer> {
    private static final String ESCO = "esco";
    private static final String EVENTS = "events";
    private static final String ALL = "all";
    private static final int SHOWN = 20;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "esco, all, jobs, credentials, candidates, events, roles or skills.")
    private String format = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "What to read.")
    private List<Path> paths = List.of();

    @Option(
            names = "--field",
            paramLabel = "FIELD=SOURCE",
            description = "Which of their columns is which field, any number of times; see below.")
    private List<String> fields = List.of();

    @Option(names = "--dry-run", description = "Do everything but write.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write every error and note to FILE, one JSON object a line.")
    private @Nullable Path report;

    @Option(names = "--json", description = "Print one JSON document: read, accepted, rejected, errors[] and more.")
    private boolean json;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        boolean isEvents = format.equalsIgnoreCase(EVENTS);
        boolean isWhole = format.equals(ESCO) || format.equals(ALL);
        Optional<Kind<?>> kind = isWhole || isEvents ? Optional.empty() : Optional.of(kind());
        Optional<Mapping> mapping = mapping(kind);
        for (Path path : paths) {
            if (!Files.isReadable(path)) throw wrong("there is no file " + path + " that can be read");
            if (!isWhole && Files.isDirectory(path)) throw wrong(path + " is a folder; name the files in it");
        }
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = ProgressBar.on(err);
        ImportReport result;
        try (Problems problems = Problems.to(report);
                DataFolder.Opened opened = data.open()) {
            Ledger ledger = new Ledger(problems::add);
            result = isEvents
                    ? events(opened, ledger, mapping, progress)
                    : format.equals(ALL)
                            ? everything(opened, ledger, progress)
                            : records(opened, ledger, kind, mapping, progress);
            if (!dryRun) remember(result);
        } finally {
            ProgressBar.end(progress, err);
        }
        print(result, err);
        return result.isClean() ? 0 : 1;
    }

    private ImportReport records(
            DataFolder.Opened opened,
            Ledger ledger,
            Optional<Kind<?>> kind,
            Optional<Mapping> mapping,
            Progress progress)
            throws IOException {
        try (Intake intake = new Intake(opened.catalogue(), opened.encoder(), ledger, progress, dryRun)) {
            if (kind.isPresent()) intake.records(kind.get(), paths, mapping);
            else for (Path path : paths) intake.esco(path);
            return intake.report();
        }
    }

    private ImportReport everything(DataFolder.Opened opened, Ledger ledger, Progress progress) throws IOException {
        ImportReport report = ledger.report(dryRun);
        for (Path path : paths) {
            WholeImport whole = new WholeImport(opened.catalogue(), opened.events(), ledger, progress, dryRun);
            report = whole.with(ExportCommand.DECISIONS, this::adopt).from(path);
        }
        return report;
    }

    private void adopt(JsonNode document) throws InvalidJson {
        if (!data.decisions().adopt(Json.read(document, Decision.class))) {
            throw new InvalidJson("/id", "stands for another decision already");
        }
    }

    private ImportReport events(DataFolder.Opened opened, Ledger ledger, Optional<Mapping> mapping, Progress progress)
            throws IOException {
        try (CatalogueView view = opened.catalogue().view()) {
            EventIntake intake =
                    new EventIntake(opened.events(), view, opened.recommender()::extractor, ledger, progress, dryRun);
            intake.files(paths, mapping);
            return intake.report();
        }
    }

    private void remember(ImportReport result) {
        List<String> files =
                paths.stream().map(p -> p.normalize().getFileName().toString()).toList();
        ImportNote.in(data.path()).add(ImportNote.of(Instant.now(), "command", format, files, result));
    }

    private Kind<?> kind() {
        return Kind.named(format.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> wrong("there is no format " + format
                        + "; known are esco, jobs, credentials, candidates, events, roles and skills"));
    }

    private Optional<Mapping> mapping(Optional<Kind<?>> kind) {
        if (fields.isEmpty()) return Optional.empty();
        if (format.equals(ESCO) || format.equals(ALL)) {
            throw wrong(format + " has columns of its own; --field is for the other formats");
        }
        try {
            return Optional.of(kind.isPresent() ? Mapping.of(kind.get(), fields) : Mapping.ofEvents(fields));
        } catch (IllegalArgumentException e) {
            throw wrong("--field: " + e.getMessage());
        }
    }

    private void print(ImportReport result, PrintWriter err) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(Json.write(result), StandardCharsets.UTF_8));
            out.flush();
            return;
        }
        result.errors().stream().limit(SHOWN).forEach(err::println);
        rest(err, result.rejected() - SHOWN, "errors");
        result.notes().stream().limit(SHOWN).forEach(note -> err.println("note: " + note));
        rest(err, result.notesInAll() - SHOWN, "notes");
        out.printf(
                "%sread %,d, accepted %,d, rejected %,d%n",
                dryRun ? "dry run: " : "", result.read(), result.accepted(), result.rejected());
        for (Map.Entry<String, Long> count : result.counts().entrySet()) {
            out.printf("  %-12s %,d%n", count.getKey(), count.getValue());
        }
        out.flush();
    }

    private void rest(PrintWriter err, long more, String what) {
        if (more <= 0) return;
        err.printf(
                "… and %,d more %s%s%n",
                more, what, report == null ? "; --report FILE writes them all" : " in " + report);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Where every problem goes, one a line, if anywhere. */
    private static final class Problems implements AutoCloseable {
        private final Optional<Writer> out;

        private Problems(Optional<Writer> out) {
            this.out = out;
        }

        static Problems to(@Nullable Path file) throws IOException {
            return new Problems(file == null ? Optional.empty() : Optional.of(Files.newBufferedWriter(file)));
        }

        void add(Problem problem) {
            if (out.isEmpty()) return;
            try {
                out.get().write(new String(Json.write(problem), StandardCharsets.UTF_8));
                out.get().write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("the report cannot be written", e);
            }
        }

        @Override
        public void close() throws IOException {
            if (out.isPresent()) out.get().close();
        }
    }
}
