package dev.rung.cli;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.Reason;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommendations;
import dev.rung.match.Recommender;
import dev.rung.match.Understanding;
import dev.rung.person.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

/** {@code rung recommend credentials|roles|jobs}. */
@Command(
        name = "recommend",
        description = "Which credential next, or which roles or jobs fit now, with reasons.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung recommend credentials --profile me.json --target pastry-chef",
            "  echo '{\"text\":\"I have been a nurse for six years\"}' | rung recommend roles --profile -",
            "",
            "A profile is JSON; every field may be left out: text, skills, credentials, experience, target, constraints,",
            "and beside them limit, weights and asOf."
        })
final class RecommendCommand implements Callable<Integer> {
    enum What {
        CREDENTIALS,
        ROLES,
        JOBS
    }

    @Parameters(paramLabel = "credentials|roles|jobs", description = "What to recommend.")
    private What what = What.CREDENTIALS;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            required = true,
            description = "The profile; - for standard input.")
    private String profile = "";

    @Option(
            names = "--target",
            paramLabel = "ID",
            description = "Where to get to: a role, job or credential, by id or name.")
    private @Nullable String target;

    @Option(names = "--limit", paramLabel = "N", description = "How many results at most.")
    private @Nullable Integer limit;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day for which to answer (default: today).")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RecommendationRequest request = read();
        try (DataFolder.Opened opened = data.openOrStart()) {
            if (target != null) request = towards(request, target, opened);
            Recommender recommender = opened.recommender();
            switch (what) {
                case CREDENTIALS ->
                    print(
                            recommender.credentials(request),
                            r -> new Line(r.score(), r.id(), r.title(), r.sentence(), r.reasons()));
                case ROLES ->
                    print(
                            recommender.roles(request),
                            r -> new Line(r.score(), r.id(), r.title(), r.sentence(), r.reasons()));
                case JOBS ->
                    print(
                            recommender.jobs(request),
                            r -> new Line(r.score(), r.id(), r.title(), r.sentence(), r.reasons()));
            }
        }
        return 0;
    }

    private RecommendationRequest read() throws IOException {
        try {
            byte[] bytes = profile.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(profile));
            RecommendationRequest request = Json.read(bytes, RecommendationRequest.class);
            if (limit != null) request = request.limit(limit);
            return asOf == null ? request : request.asOf(asOf);
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "There is no file " + profile + ".");
        } catch (InvalidJson e) {
            throw new ParameterException(
                    spec.commandLine(), "The profile in " + profile + " cannot be read: " + e.getMessage());
        }
    }

    private static RecommendationRequest towards(RecommendationRequest request, String id, DataFolder.Opened opened) {
        Target target;
        try (CatalogueView view = opened.catalogue().view()) {
            if (view.find(Kind.ROLES, id).isPresent()) target = Target.role(id);
            else if (view.find(Kind.JOBS, id).isPresent())
                target = new Target(Optional.empty(), Optional.of(id), Optional.empty());
            else if (view.find(Kind.CREDENTIALS, id).isPresent())
                target = new Target(Optional.empty(), Optional.empty(), Optional.of(id));
            else target = Target.role(id);
        }
        return request.with(request.profile().towards(target));
    }

    /** What every kind of result has in common. */
    private record Line(double score, String id, String title, String sentence, List<Reason> reasons) {}

    private <T> void print(Recommendations<T> answer, java.util.function.Function<T, Line> line) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(answer));
            out.flush();
            return;
        }
        for (Understanding.Note note : answer.understood().notes()) {
            out.println("note: " + note.at() + ": " + note.message());
        }
        if (answer.results().isEmpty()) out.println("Nothing fits. The more the profile says, the more can be found.");
        int place = 1;
        for (T result : answer.results()) {
            Line each = line.apply(result);
            out.println(
                    String.format(Locale.ROOT, "%2d  %.3f  %s  (%s)", place++, each.score(), each.title(), each.id()));
            out.println("           " + each.sentence());
            each.reasons().stream()
                    .limit(4)
                    .forEach(r -> out.println(
                            String.format(Locale.ROOT, "           +%.3f  %s", r.contribution(), r.text())));
        }
        answer.relaxations()
                .forEach(r -> out.println("Without the limit on " + r.constraint() + ", " + r.more()
                        + " more credentials could be considered."));
        out.flush();
    }
}
