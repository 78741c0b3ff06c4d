package dev.rung.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung erase PERSON}. */
@Command(
        name = "erase",
        description =
                "Erase a person everywhere: from search, from every count, from decision records and from the files on disk.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  rung erase cand-042 --data data",
            "",
            "Exit status 1 if there is nobody of that id."
        })
final class EraseCommand implements Callable<Integer> {
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
            if (!opened.people().erase(person)) {
                String others = opened.catalogue().erasureLog().isPresent()
                        ? "; other copies of Rung beside the cluster are told, and erase what they know of them"
                        : "";
                spec.commandLine()
                        .getErr()
                        .println("rung: there is no candidate " + person + " in " + data.place() + others);
                return 1;
            }
            spec.commandLine().getErr().println("rung: " + person + " is erased");
            return 0;
        }
    }
}
