package dev.rung.cli;

import dev.rung.json.Json;
import dev.rung.match.Bridge;
import dev.rung.match.Change;
import dev.rung.match.OpenedJobs;
import dev.rung.match.Reason;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommendations;
import dev.rung.match.Recommender;
import dev.rung.match.Understanding;
import java.io.IOException;
import java.io.PrintWriter;
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
            "  echo '{\"text\":\"I have been a nurse for six years\"}' |",
            "      rung recommend roles --profile -",
            "  rung recommend roles --profile me.json --from accountant",
            "  rung recommend jobs --profile me.json --opened-by pastry-arts-certificate",
            "  rung recommend credentials --profile me.json --changes 3",
            "",
            "A profile is JSON; every field may be left out: text, skills, credentials, experience, target, constraints,",
            "and beside them limit, weights, asOf, changes, from and bridge."
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

    @Option(
            names = "--changes",
            paramLabel = "N",
            description = "Find so many changes that would move each result, 0 to 10.")
    private @Nullable Integer changes;

    @Option(
            names = "--from",
            paramLabel = "ROLE",
            description = "For roles: those near this one, by id or title, with the way over.")
    private @Nullable String from;

    @Option(
            names = "--opened-by",
            paramLabel = "CREDENTIAL",
            description = "For jobs: those that this credential brings within reach.")
    private @Nullable String openedBy;

    @Option(names = "--role", paramLabel = "ID", description = "With --opened-by: only jobs of this role.")
    private @Nullable String role;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "With --opened-by: the next page.")
    private @Nullable String cursor;

    @Mixin
    private AnswerOptions answering = new AnswerOptions();

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (openedBy != null && what != What.JOBS) {
            throw new ParameterException(spec.commandLine(), "--opened-by goes with: rung recommend jobs");
        }
        if (openedBy == null && (role != null || cursor != null)) {
            throw new ParameterException(spec.commandLine(), "--role and --cursor go with --opened-by.");
        }
        if (from != null && what != What.ROLES) {
            throw new ParameterException(spec.commandLine(), "--from goes with: rung recommend roles");
        }
        RecommendationRequest request = read();
        try (DataFolder.Opened opened = data.openToRead()) {
            if (target != null) request = request.with(request.profile().towards(NamedTarget.of(target, opened)));
            Recommender recommender = opened.recommender();
            if (openedBy != null) {
                print(recommender.opened(openedBy, request, Optional.ofNullable(role), Optional.ofNullable(cursor)));
                return 0;
            }
            switch (what) {
                case CREDENTIALS ->
                    print(
                            recommender.credentials(request),
                            r -> new Line(
                                    r.score(),
                                    r.id(),
                                    r.title(),
                                    r.sentence(),
                                    r.reasons(),
                                    r.changes(),
                                    Optional.empty()));
                case ROLES ->
                    print(
                            recommender.roles(request),
                            r -> new Line(
                                    r.score(), r.id(), r.title(), r.sentence(), r.reasons(), r.changes(), r.bridge()));
                case JOBS ->
                    print(
                            recommender.jobs(request),
                            r -> new Line(
                                    r.score(),
                                    r.id(),
                                    r.title(),
                                    r.sentence(),
                                    r.reasons(),
                                    r.changes(),
                                    Optional.empty()));
            }
        }
        return 0;
    }

    private RecommendationRequest read() throws IOException {
        RecommendationRequest request = new InputFile("profile", profile, spec).read(RecommendationRequest.class);
        if (limit != null) request = request.limit(limit);
        if (changes != null) request = request.changes(changes);
        if (from != null) request = request.from(from);
        return answering.asOf().map(request::asOf).orElse(request);
    }

    /** What every kind of result has in common. */
    private record Line(
            double score,
            String id,
            String title,
            String sentence,
            List<Reason> reasons,
            List<Change> changes,
            Optional<Bridge> bridge) {}

    private <T> void print(Recommendations<T> answer, java.util.function.Function<T, Line> line) {
        PrintWriter out = spec.commandLine().getOut();
        List<Understanding.Note> others = UnknownNames.tell(answer.understood().notes(), spec);
        if (answering.isJson()) {
            out.println(Json.pretty(answer));
            out.flush();
            return;
        }
        for (Understanding.Note note : others) {
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
            each.bridge().ifPresent(b -> out.println("           " + words(b)));
            each.changes().forEach(c -> out.println("           change: " + c.text() + words(c)));
        }
        answer.changes()
                .forEach(c -> out.println("change: " + c.text() + ": "
                        + c.before().total().orElse(0L) + " → "
                        + c.after().total().orElse(0L) + " to choose from"
                        + c.first()
                                .map(f -> ", the best new one " + f.title() + " in place " + f.rank())
                                .orElse("")));
        answer.relaxations()
                .forEach(r -> out.println("Without the limit on " + r.constraint() + ", " + r.more()
                        + " more credentials could be considered."));
        out.flush();
    }

    private static String words(Bridge bridge) {
        String over = bridge.credentials().isEmpty()
                ? "nothing more is needed"
                : String.join(
                        " and ",
                        bridge.credentials().stream().map(Bridge.Plank::title).toList());
        return String.format(
                Locale.ROOT,
                "bridge: %s; then %d of %d essential requirements, match %.3f",
                over,
                bridge.met(),
                bridge.of(),
                bridge.score());
    }

    private static String words(Change change) {
        Change.Standing before = change.before();
        Change.Standing after = change.after();
        StringBuilder words = new StringBuilder();
        words.append(String.format(
                Locale.ROOT,
                ": %.3f → %.3f",
                before.score().orElse(0.0),
                after.score().orElse(0.0)));
        words.append(", place ")
                .append(before.rank().orElse(0))
                .append(" → ")
                .append(after.rank().orElse(0));
        if (!before.opens().equals(after.opens())) {
            words.append(", opens ")
                    .append(before.opens().orElse(0L))
                    .append(" → ")
                    .append(after.opens().orElse(0L));
        }
        if (!before.weeks().equals(after.weeks())) {
            words.append(", weeks ")
                    .append(before.weeks().orElse(0))
                    .append(" → ")
                    .append(after.weeks().orElse(0));
        }
        if (!before.reachable().equals(after.reachable())) words.append(", within reach");
        return words.toString();
    }

    private void print(Optional<OpenedJobs> answer) {
        if (answer.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "There is no credential with the id " + openedBy + " in " + data.path() + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (answering.isJson()) {
            out.println(Json.pretty(answer.get()));
            out.flush();
            return;
        }
        OpenedJobs opened = answer.get();
        String count = opened.total() == 0
                ? "no further job by itself."
                : opened.total() == 1 ? "1 job:" : opened.total() + " jobs:";
        out.println(opened.credential().title() + " opens " + count);
        for (OpenedJobs.OpenedJob job : opened.results()) {
            out.println(String.format(
                    Locale.ROOT,
                    "    %.3f (was %.3f)  %s  (%s)  through %s",
                    job.score(),
                    job.was(),
                    job.title(),
                    job.id(),
                    String.join(
                            ", ",
                            job.through().stream()
                                    .map(OpenedJobs.Through::label)
                                    .toList())));
        }
        opened.next().ifPresent(next -> out.println("More: --cursor " + next));
        out.flush();
    }
}
