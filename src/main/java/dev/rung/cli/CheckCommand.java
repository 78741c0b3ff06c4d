package dev.rung.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.audit.Decisions;
import dev.rung.behaviour.EventLog;
import dev.rung.catalogue.lucene.FolderCheck;
import dev.rung.catalogue.lucene.FolderRepair;
import dev.rung.evaluation.Evaluation;
import dev.rung.formats.ImportNote;
import dev.rung.json.Json;
import dev.rung.privacy.ErasedElsewhere;
import dev.rung.privacy.Erasures;
import dev.rung.upkeep.LineFile;
import dev.rung.upkeep.Trouble;
import dev.rung.wallet.Round;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rung check}. */
@Command(
        name = "check",
        description = {
            "Look whether a data folder is whole, and mend what can be mended.",
            "",
            "Reads everything: the checksums and the structure of the index, every record, every event and every decision record. Beside a running server, only the "
                    + "index's files are compared with their checksums.",
            "",
            "--repair does what is safe, and says what it did. It names the newest whole generation if the file live does not, saves the whole segments of a damaged index into "
                    + "a new generation, takes damaged lines out of the events and decision records, and removes what a crash left. What is damaged is put aside, never deleted."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung check --data /var/lib/rung",
            "  rung check --data /var/lib/rung --repair --json",
            "",
            "Exit status 1 if something is damaged, and was not mended."
        })
final class CheckCommand implements Callable<Integer> {
    /** What Rung writes into a data folder, and what it puts aside. */
    private static final Set<String> OURS = Set.of(
            "live",
            "live.next",
            "lock",
            "generations",
            "damaged",
            EventLog.FOLDER,
            DataFolder.TRUST,
            Decisions.FILE,
            ImportNote.FILE,
            Evaluation.FILE,
            Round.FILE,
            Erasures.PENDING,
            Erasures.DONE,
            ErasedElsewhere.FILE);

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("data");

    @Option(names = "--repair", description = "Mend what can be mended; the server must be stopped.")
    private boolean repair;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /**
     * What was found.
     *
     * @param folder that was looked at
     * @param sound whether nothing is damaged
     * @param inUse whether another process has it open
     * @param generation that is live
     * @param counts records by kind, events and decisions; only what was read
     * @param troubles what is wrong
     * @param done what was mended
     */
    record Report(
            String folder,
            boolean sound,
            boolean inUse,
            Optional<String> generation,
            @JsonInclude(JsonInclude.Include.ALWAYS) SortedMap<String, Long> counts,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Trouble> troubles,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<String> done) {}

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new FileNotFoundException(
                    "there is no folder " + folder.toAbsolutePath() + "; name the data folder with --data");
        }
        List<String> done = repair ? repaired() : List.of();
        Report report = look(done);
        print(report);
        return report.sound() ? 0 : 1;
    }

    private Decisions decisions() {
        return new Decisions(folder.resolve(Decisions.FILE), Clock.systemUTC());
    }

    private Report look(List<String> done) throws IOException {
        String model = ModelOption.readShipped().name();
        FolderCheck catalogue = FolderCheck.of(folder, model);
        List<Trouble> troubles = new ArrayList<>(catalogue.troubles());
        SortedMap<String, Long> counts = new TreeMap<>(catalogue.records());
        LineFile.Report events = EventLog.check(folder.resolve(EventLog.FOLDER));
        counts.put("events", events.whole());
        troubles.addAll(events.troubles("events", EventLog.FOLDER + "/" + EventLog.FILE));
        LineFile.Report decisions = decisions().check();
        counts.put("decisions", decisions.whole());
        troubles.addAll(decisions.troubles("decisions", Decisions.FILE));
        notes(troubles);
        erasures(troubles);
        foreign(troubles);
        boolean sound = troubles.stream().noneMatch(t -> t.severity() == Trouble.Severity.DAMAGE);
        return new Report(
                folder.toString(), sound, catalogue.isInUse(), catalogue.generation(), counts, troubles, done);
    }

    private void notes(List<Trouble> troubles) {
        for (String name : DataFolder.NOTES.keySet()) {
            if (!isReadable(name)) {
                troubles.add(Trouble.damage(
                        "notes",
                        name,
                        "cannot be read",
                        "rung check --repair puts it aside; nothing else depends on it"));
            }
        }
    }

    private boolean isReadable(String name) {
        try {
            Objects.requireNonNull(DataFolder.NOTES.get(name)).accept(folder);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private void erasures(List<Trouble> troubles) {
        try {
            int pending = Erasures.in(folder, Clock.systemUTC()).pending().size();
            if (pending > 0) {
                troubles.add(Trouble.note(
                        "people",
                        Erasures.PENDING,
                        "erasing was begun and not finished, people: " + pending,
                        "the next start finishes it"));
            }
        } catch (UncheckedIOException e) {
            troubles.add(Trouble.damage(
                    "people", Erasures.PENDING, String.valueOf(e.getMessage()), "restore the file from a backup"));
        }
    }

    private void foreign(List<Trouble> troubles) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (OURS.contains(name) || name.matches(".*\\.(new|damaged-[0-9]+)")) continue;
                troubles.add(
                        Trouble.note("folder", name, "is nothing of Rung's", "it is left alone, and in no backup"));
            }
        }
    }

    private List<String> repaired() throws IOException {
        List<String> done = new ArrayList<>(FolderRepair.of(folder));
        Optional<Path> events = EventLog.repair(folder.resolve(EventLog.FOLDER));
        events.ifPresent(aside -> done.add("took damaged lines out of the events; they are in " + relative(aside)));
        Optional<Path> decisions = decisions().repair();
        decisions.ifPresent(
                aside -> done.add("took damaged lines out of the decision records; they are in " + relative(aside)));
        for (String name : DataFolder.NOTES.keySet()) {
            if (isReadable(name)) continue;
            Path aside = LineFile.freeName(folder.resolve(name));
            Files.move(folder.resolve(name), aside);
            done.add("put " + name + " aside as " + relative(aside));
        }
        return done;
    }

    private String relative(Path file) {
        return folder.relativize(file).toString();
    }

    private void print(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(report));
            out.flush();
            return;
        }
        report.done().forEach(line -> out.println("done: " + line));
        report.troubles().forEach(out::println);
        out.println((report.sound() ? "whole: " : "damaged: ") + report.folder()
                + report.generation().map(id -> ", generation " + id).orElse("")
                + (report.inUse() ? ", in use, so only the checksums of its index were looked at" : "") + ": "
                + report.counts().entrySet().stream()
                        .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey()))
                        .collect(Collectors.joining(", ")));
        out.flush();
    }
}
