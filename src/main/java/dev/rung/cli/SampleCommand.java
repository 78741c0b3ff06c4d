package dev.rung.cli;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.evaluation.SyntheticJobs;
import dev.rung.json.Json;
import dev.rung.role.Job;
import dev.rung.role.Role;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rung sample}. */
@Command(
        name = "sample",
        description =
                "Write made-up postings for load tests, drawn from the roles of a catalogue and marked as samples.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  rung sample --jobs 200000 --seed 1 --out jobs.ndjson.gz && rung import jobs jobs.ndjson.gz"
        })
final class SampleCommand implements Callable<Integer> {
    @Option(names = "--jobs", paramLabel = "N", required = true, description = "How many postings.")
    private long jobs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same postings (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "NDJSON, packed if the name ends in .gz.")
    private @Nullable Path out;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (jobs < 0) throw new ParameterException(spec.commandLine(), "--jobs must not be negative.");
        List<Role> roles = new ArrayList<>();
        try (DataFolder.Opened opened = data.openOrStart();
                CatalogueView view = opened.catalogue().view()) {
            view.each(Kind.ROLES, roles::add);
        }
        Path file = java.util.Objects.requireNonNull(out);
        try (OutputStream stream = open(file)) {
            Iterator<Job> each = new SyntheticJobs(roles, seed).stream(jobs).iterator();
            while (each.hasNext()) {
                stream.write(Json.write(each.next()));
                stream.write('\n');
            }
        }
        spec.commandLine().getErr().println("rung: " + jobs + " postings in " + file);
        return 0;
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(stream, 1 << 16) : stream;
    }
}
