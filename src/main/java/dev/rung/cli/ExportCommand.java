package dev.rung.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.privacy.PersonalData.Kept;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung export PERSON}. */
@Command(
        name = "export",
        description =
                "Print everything that is kept about a person, as JSON: the candidate's record, the decision records that name them, and the events that were reported of them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  rung export cand-042 > cand-042.json",
            "",
            "Exit status 1 if there is nobody of that id."
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PERSON", description = "Id of the candidate, or the pseudonym in events.")
    private String person = "";

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (DataFolder.Opened opened = data.openExisting()) {
            Optional<Kept> found = opened.people().of(person);
            if (found.isEmpty()) {
                spec.commandLine().getErr().println("rung: there is no candidate " + person + " in " + data.path());
                return 1;
            }
            ObjectNode all = Json.mapper().createObjectNode();
            Kept kept = found.get();
            kept.candidate()
                    .ifPresentOrElse(
                            c -> all.setAll((ObjectNode) Json.mapper().valueToTree(c)), () -> all.put("id", person));
            if (!kept.decisions().isEmpty()) all.set("decisions", Json.mapper().valueToTree(kept.decisions()));
            if (!kept.events().isEmpty()) all.set("events", Json.mapper().valueToTree(kept.events()));
            spec.commandLine().getOut().println(Json.pretty(all));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
