package dev.rung.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.credential.Money;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.GroupPlan;
import dev.rung.match.GroupRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rung group}. */
@Command(
        name = "group",
        description = "Who of a team takes which credential, so that it reaches a target for the least.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung group --members team.json --target data-analyst",
            "  rung group --members team.json --target data-analyst --jointly \\",
            "      --minimise hours --json",
            "",
            "The file is a JSON list: [{\"name\":\"A\",\"profile\":{\"skills\":[{\"skill\":\"SQL\"}]}}, ...]"
        })
final class GroupCommand implements Callable<Integer> {
    @Option(names = "--members", paramLabel = "FILE", required = true, description = "The team; - for standard input.")
    private String members = "";

    @Option(
            names = "--target",
            paramLabel = "ID",
            required = true,
            description = "What the team is to be able to do: a role, job or credential, by id or name.")
    private String target = "";

    @Option(names = "--jointly", description = "The team together must meet the target, not each member.")
    private boolean jointly;

    @Option(names = "--minimise", paramLabel = "cost|hours", description = "What is to be least (default: cost).")
    private GroupRequest.Least minimise = GroupRequest.Least.COST;

    @Option(names = "--currency", paramLabel = "CUR", description = "In which costs are added up, such as EUR.")
    private @Nullable String currency;

    @Mixin
    private AnswerOptions answering = new AnswerOptions();

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        InputFile team = new InputFile("team", members, spec);
        JsonNode list = team.read(JsonNode.class);
        try (DataFolder.Opened opened = data.openToRead()) {
            print(opened.recommender().group(request(team, list, opened)));
        }
        return 0;
    }

    private GroupRequest request(InputFile team, JsonNode list, DataFolder.Opened opened) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("members", list);
        request.set("target", Json.mapper().valueToTree(NamedTarget.of(target, opened)));
        request.put("cover", jointly ? "jointly" : "each");
        request.put("minimise", minimise.name().toLowerCase(Locale.ROOT));
        if (currency != null) request.put("currency", currency);
        answering.asOf().ifPresent(day -> request.put("asOf", day.toString()));
        try {
            return Json.read(request, GroupRequest.class);
        } catch (InvalidJson e) {
            throw team.unreadable(e);
        }
    }

    private void print(GroupPlan plan) {
        PrintWriter out = spec.commandLine().getOut();
        if (answering.isJson()) {
            out.println(Json.pretty(plan));
            out.flush();
            return;
        }
        String least = plan.minimise() == GroupRequest.Least.COST
                ? new Money(plan.amount(), plan.currency().orElse("EUR")).toString()
                : number(plan.amount()) + " hours";
        out.println((plan.reached() ? "Reaches " : "Comes as near as can be to ")
                + plan.target().title() + ": " + least + " in all, "
                + (plan.exact()
                        ? "and no plan takes less."
                        : "and no plan takes less than " + number(plan.bound()) + "."));
        plan.team()
                .ifPresent(t -> out.println("Together they meet " + t.met() + " of " + plan.of()
                        + " essential requirements, now " + t.was() + "."));
        for (GroupPlan.Part part : plan.members()) {
            out.println(part.name() + ": meets " + part.met() + " of " + plan.of() + ", now " + part.was());
            for (GroupPlan.Course course : part.credentials()) {
                out.println("    " + course.title() + "  (" + course.id() + ")  "
                        + course.hours().map(h -> number(h) + " hours").orElse("hours not stated") + ", "
                        + course.cost().map(Money::toString).orElse("cost not stated") + ": "
                        + String.join(", ", course.answers()));
            }
        }
        plan.untaught().forEach(u -> out.println("No credential within the limits teaches " + u.label() + "."));
        plan.setAside()
                .forEach((what, count) -> out.println(count + " credentials were left out, since their " + what
                        + " is not stated" + (what.equals("cost") ? ", or in another currency." : ".")));
        out.flush();
    }

    private static String number(double number) {
        return Optional.of(number)
                .filter(n -> n == Math.rint(n))
                .map(n -> Long.toString(Math.round(n)))
                .orElseGet(() -> Double.toString(number));
    }
}
