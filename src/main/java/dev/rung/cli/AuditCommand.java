package dev.rung.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rung audit}. */
@Command(
        name = "audit",
        description = "Who was shown to recruiters, and at which rates people of different groups were chosen.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditDecisionsCommand.class, AuditImpactCommand.class},
        footer = {
            "",
            "Examples:",
            "  rung candidates --role data-analyst --record",
            "  rung audit decisions --csv > decisions.csv",
            "  rung audit impact outcomes.csv --by sex --by race_ethnicity \\",
            "      --selected selected"
        })
final class AuditCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to audit: decisions or impact.");
    }
}
