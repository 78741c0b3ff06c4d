package dev.rung.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.pathway.Pathfinder;
import dev.rung.pathway.PathwayRequest;
import dev.rung.pathway.Pathways;
import dev.rung.person.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rung pathway}. */
@Command(
        name = "pathway",
        description = "Which credentials in which order: towards a role, a job or an award, or to most jobs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung pathway --profile me.json --target seo-specialist",
            "  rung pathway --profile me.json --target jobs --max-cost 500 --hours-a-week 6",
            "",
            "A profile is JSON as for rung recommend; beside it may stand steps, start, finishBy, currency, rates, weights and asOf.",
            "Its maxHours and maxCost are for all steps together. Options go before what the profile says.",
            "Two or three ways are printed: each with its steps, what they take, and the jobs and roles they bring within reach."
        })
final class PathwayCommand implements Callable<Integer> {
    @Option(
            names = "--profile",
            paramLabel = "FILE",
            required = true,
            description = "The profile; - for standard input.")
    private String profile = "";

    @Option(
            names = "--target",
            paramLabel = "ID",
            description =
                    "Where to get to: a role, job or credential, by id or name; or jobs, for as many as possible.")
    private @Nullable String target;

    @Option(names = "--max-hours", paramLabel = "N", description = "Most hours of learning, all steps together.")
    private @Nullable Double maxHours;

    @Option(names = "--max-cost", paramLabel = "N", description = "Most money, all steps together.")
    private @Nullable Double maxCost;

    @Option(
            names = "--currency",
            paramLabel = "CUR",
            description = "Currency of the plan (default: the profile's, else EUR where a most cost is given).")
    private @Nullable String currency;

    @Option(
            names = "--rate",
            paramLabel = "CUR=N",
            description = "What one unit of another currency is worth; without a rate, its prices cannot be added up.")
    private Map<String, Double> rates = new TreeMap<>();

    @Option(
            names = "--hours-a-week",
            paramLabel = "N",
            description = "Hours for learning a week; gives weeks and dates.")
    private @Nullable Double hoursAWeek;

    @Option(names = "--steps", paramLabel = "N", description = "Most credentials, 1 to 8 (default: 4).")
    private @Nullable Integer steps;

    @Option(names = "--start", paramLabel = "DATE", description = "First day of learning (default: today).")
    private @Nullable LocalDate start;

    @Option(names = "--finish-by", paramLabel = "DATE", description = "Last day; needs hours a week.")
    private @Nullable LocalDate finishBy;

    @Mixin
    private AnswerOptions answering = new AnswerOptions();

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PathwayRequest read = read();
        try (DataFolder.Opened opened = data.openToRead()) {
            PathwayRequest request = target == null ? read : towards(read, target, opened);
            Pathways ways = new Pathfinder(opened.recommender()).find(request);
            PrintWriter out = spec.commandLine().getOut();
            UnknownNames.tell(ways.understood().notes(), spec);
            if (answering.isJson()) out.println(Json.pretty(ways));
            else PathwayPicture.of(ways).forEach(out::println);
            out.flush();
        }
        return 0;
    }

    private PathwayRequest read() throws IOException {
        InputFile file = new InputFile("profile", profile, spec);
        JsonNode document = file.read(JsonNode.class);
        if (document instanceof ObjectNode question) override(question);
        try {
            return Json.read(document, PathwayRequest.class);
        } catch (InvalidJson e) {
            throw file.unreadable(e);
        }
    }

    /** Puts what the command says in place of what the profile says. */
    private void override(ObjectNode question) {
        // The same profile serves rung recommend, where it may say how many results.
        question.remove("limit");
        if (steps != null) question.put("steps", steps);
        if (start != null) question.put("start", start.toString());
        if (finishBy != null) question.put("finishBy", finishBy.toString());
        answering.asOf().ifPresent(day -> question.put("asOf", day.toString()));
        if (currency != null) question.put("currency", currency);
        if (!rates.isEmpty()) rates.forEach(question.withObjectProperty("rates")::put);
        if (maxHours == null && maxCost == null && hoursAWeek == null) return;
        ObjectNode constraints = question.withObjectProperty("constraints");
        if (maxHours != null) constraints.put("maxHours", maxHours);
        if (hoursAWeek != null) constraints.put("hoursPerWeek", hoursAWeek);
        if (maxCost != null) {
            String said = constraints.path("maxCost").path("currency").asText("EUR");
            constraints.putObject("maxCost").put("amount", maxCost).put("currency", currency == null ? said : currency);
        }
    }

    private static PathwayRequest towards(PathwayRequest request, String id, DataFolder.Opened opened) {
        Target target = id.equals("jobs") ? Target.mostJobs() : NamedTarget.of(id, opened);
        return request.about(request.profile().towards(target), request.steps());
    }
}
