package dev.rung.cli;

import dev.rung.audit.Decisions;
import dev.rung.behaviour.EventLog;
import dev.rung.catalogue.lucene.CommittedFiles;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.json.Json;
import dev.rung.privacy.Erasures;
import dev.rung.upkeep.Backup;
import dev.rung.upkeep.Manifest;
import dev.rung.upkeep.Part;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rung backup}. */
@Command(
        name = "backup",
        description = {
            "Copy a data folder into one file, also while a server runs on it.",
            "",
            "The file holds everything that was acknowledged before the command began: records, people and what was found of their credentials, events, decision "
                    + "records and notes. It is as secret as the folder. People who are erased later stay in it until it is deleted; see docs/backup.md."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung backup --data /var/lib/rung --out rung-monday.zip",
            "  rung restore rung-monday.zip --data /var/lib/rung-again",
            "",
            "A catalogue on a cluster is not in the folder: use the cluster's snapshots, or rung export --all."
        })
final class BackupCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("data");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The ZIP file to write; must not be there yet.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print the manifest: every file with its size and SHA-256.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) throw wrong(out + " is there already; name another file");
        if (out.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
            throw wrong("put the backup outside the folder " + folder);
        }
        Instant at = Clock.systemUTC().instant();
        List<Part> parts = new ArrayList<>();
        try (Catalogue catalogue = Catalogue.in(folder)) {
            Part.lines(folder, EventLog.FOLDER + "/" + EventLog.FILE).ifPresent(parts::add);
            Part.lines(folder, Decisions.FILE).ifPresent(parts::add);
            for (String name : DataFolder.NOTES.keySet()) {
                Part.whole(folder, name).ifPresent(parts::add);
            }
            for (String name : trusted()) Part.whole(folder, name).ifPresent(parts::add);
            // After everything else: whoever began to be erased meanwhile is in there, and is erased after a restore.
            for (String name : List.of(Erasures.PENDING, Erasures.DONE)) {
                Part.whole(folder, name).ifPresent(parts::add);
            }
            parts.addAll(catalogue.parts());
            if (parts.isEmpty()) {
                throw new FileNotFoundException(
                        "there is nothing of Rung in " + folder.toAbsolutePath() + "; name its folder with --data");
            }
            report(Backup.write(out, at, parts));
        } finally {
            for (Part part : parts) part.close();
        }
        return 0;
    }

    /** The files that say whom to trust, by their names in the folder. */
    private List<String> trusted() throws IOException {
        Path trust = folder.resolve(DataFolder.TRUST);
        if (!Files.isDirectory(trust)) return List.of();
        try (Stream<Path> files = Files.walk(trust)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        }
    }

    private void report(Manifest manifest) throws IOException {
        if (json) {
            spec.commandLine().getOut().println(Json.pretty(manifest));
            spec.commandLine().getOut().flush();
        }
        spec.commandLine()
                .getErr()
                .println(String.format(
                        Locale.ROOT,
                        "rung: %s holds %d files of %s, %,d bytes packed into %,d",
                        out,
                        manifest.files().size(),
                        folder,
                        manifest.size(),
                        Files.size(out)));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The catalogue's files, if the folder has a catalogue: on a cluster it has none. */
    private record Catalogue(Optional<CommittedFiles> files) implements AutoCloseable {
        static Catalogue in(Path folder) throws IOException {
            boolean isThere = LuceneCatalogue.isIn(folder) || Files.exists(folder.resolve("generations"));
            return new Catalogue(isThere ? Optional.of(CommittedFiles.of(folder)) : Optional.empty());
        }

        /** What names the generation comes last: a restore that breaks off leaves a folder that is no catalogue. */
        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            files.ifPresent(f -> {
                f.names().forEach(name -> parts.add(new IndexFile(f, name)));
                parts.add(Part.of("live", f.generation() + "\n"));
            });
            return parts;
        }

        @Override
        public void close() throws IOException {
            if (files.isPresent()) files.get().close();
        }
    }

    private record IndexFile(CommittedFiles files, String name) implements Part {
        @Override
        public void copyTo(OutputStream to) throws IOException {
            files.copy(name, to);
        }

        @Override
        public void close() {
            // They are closed together.
        }
    }
}
