package dev.rung.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rung reindex}. */
@Command(
        name = "reindex",
        description = "Build the catalogue anew from its own records, beside the live one, and swap.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rung reindex --data data"})
final class ReindexCommand implements Callable<Integer> {
    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (DataFolder.Opened opened = data.openAnew()) {
            try (var view = opened.catalogue().view()) {
                spec.commandLine()
                        .getErr()
                        .println("rung: now live is generation "
                                + view.generation().token());
            }
            return 0;
        }
    }
}
