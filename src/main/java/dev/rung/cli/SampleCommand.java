package dev.rung.cli;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.evaluation.SyntheticCandidates;
import dev.rung.evaluation.SyntheticJobs;
import dev.rung.json.Json;
import dev.rung.role.Role;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
                "Write made-up postings or people for load tests, drawn from the roles of a catalogue and marked as invented.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung sample --jobs 200000 --seed 1 --out jobs.ndjson.gz",
            "  rung import jobs jobs.ndjson.gz",
            "  rung sample --candidates 100000 --seed 1 --out people.ndjson.gz",
            "  rung import candidates people.ndjson.gz"
        })
final class SampleCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Wanted wanted = new Wanted();

    /** Which of the two, and how many. */
    private static final class Wanted {
        @Option(names = "--jobs", paramLabel = "N", required = true, description = "How many postings.")
        private @Nullable Long jobs;

        @Option(names = "--candidates", paramLabel = "N", required = true, description = "How many people.")
        private @Nullable Long candidates;
    }

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same ones (default: ${DEFAULT-VALUE}).")
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
        boolean areJobs = wanted.jobs != null;
        long count = Objects.requireNonNullElse(areJobs ? wanted.jobs : wanted.candidates, 0L);
        if (count < 0) {
            String option = areJobs ? "--jobs" : "--candidates";
            throw new ParameterException(spec.commandLine(), option + " must not be negative.");
        }
        List<Role> roles = new ArrayList<>();
        List<Credential> credentials = new ArrayList<>();
        try (DataFolder.Opened opened = data.openOrStart();
                CatalogueView view = opened.catalogue().view()) {
            view.each(Kind.ROLES, roles::add);
            if (!areJobs) view.each(Kind.CREDENTIALS, credentials::add);
        }
        Path file = Objects.requireNonNull(out);
        write(
                areJobs
                        ? new SyntheticJobs(roles, seed).stream(count)
                        : new SyntheticCandidates(roles, credentials, seed).stream(count),
                file);
        spec.commandLine().getErr().println("rung: " + count + (areJobs ? " postings in " : " people in ") + file);
        return 0;
    }

    private static void write(Stream<?> records, Path file) throws IOException {
        try (OutputStream stream = open(file)) {
            Iterator<?> each = records.iterator();
            while (each.hasNext()) {
                stream.write(Json.write(each.next()));
                stream.write('\n');
            }
        }
    }

    private static OutputStream open(Path file) throws IOException {
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPOutputStream(stream, 1 << 16) : stream;
    }
}
