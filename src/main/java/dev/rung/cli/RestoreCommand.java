package dev.rung.cli;

import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.privacy.Erasures;
import dev.rung.upkeep.Backup;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung restore FILE}. */
@Command(
        name = "restore",
        description = {
            "Make a data folder from a backup: every byte as it was, or nothing.",
            "",
            "People who were erased while the backup was made are erased again. So are those who were erased since, if the journal of the folder that the backup was "
                    + "made of is still there: say where with --erasures."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung restore rung-monday.zip --data /var/lib/rung-again",
            "  rung restore rung-monday.zip --data again --erasures /var/lib/rung/erased.json"
        })
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "What rung backup wrote.")
    private Path file = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder to make; it must be empty, or not be there yet.")
    private Path folder = Path.of("");

    @Option(
            names = "--erasures",
            paramLabel = "FILE",
            description = "The file erased.json of the old folder, or of a later backup.")
    private @Nullable Path erasures;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Erasures> journals = new ArrayList<>();
        // Before anything is written.
        if (erasures != null) journals.add(Erasures.journal(erasures));
        PrintWriter err = spec.commandLine().getErr();
        Instant at;
        try (Backup backup = Backup.open(file)) {
            at = backup.manifest().at();
            backup.restore(folder);
            err.println(String.format(
                    Locale.ROOT,
                    "rung: restored %d files, %,d bytes, as they were at %s",
                    backup.manifest().files().size(),
                    backup.manifest().size(),
                    at));
        }
        if (!LuceneCatalogue.isIn(folder)) return 0;
        Path own = folder.resolve(Erasures.DONE);
        if (Files.exists(own)) journals.add(Erasures.journal(own));
        try (DataFolder.Opened opened = DataFolder.at(folder).openExisting()) {
            int again = 0;
            for (Erasures journal : journals) again += opened.people().eraseAgain(journal, at);
            if (again > 0) err.println("rung: erased again " + again + " who were erased after the backup was begun");
        }
        return 0;
    }
}
