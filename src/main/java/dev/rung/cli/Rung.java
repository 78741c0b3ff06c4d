package dev.rung.cli;

import dev.rung.credential.AssessmentKind;
import dev.rung.json.Json;
import dev.rung.skill.InvalidField;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The main class: {@code rung serve}, {@code rung recommend}, {@code rung import}, … */
@Command(
        name = "rung",
        description = "Which credential next, which role now, and who can really do it.",
        mixinStandardHelpOptions = true,
        versionProvider = Rung.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            RecommendCommand.class,
            GroupCommand.class,
            DemandCommand.class,
            PathwayCommand.class,
            CandidatesCommand.class,
            CardCommand.class,
            VerifyCommand.class,
            RecheckCommand.class,
            AuditCommand.class,
            DuplicatesCommand.class,
            EvalCommand.class,
            SampleCommand.class,
            KeyCommand.class,
            TrainCommand.class,
            EncodeCommand.class,
            EraseCommand.class,
            ExportCommand.class,
            ReindexCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            CheckCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  rung serve                                     the service",
            "  rung recommend credentials --profile me.json   which credential",
            "  rung eval golden                               do the answers make sense",
            "",
            "Exit status: 0 done, 1 the work found fault, 2 the command itself was wrong or could not be carried out."
        })
public final class Rung implements Runnable {
    private static final Pattern CHOICES =
            Pattern.compile("expected one of \\[([^]]*)] \\(case-insensitive\\) but was '(.*)'$", Pattern.DOTALL);

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the field before it calls run
    public Rung() {}

    /** Lucene's remark on vector hardware is for whoever starts it, and the launcher knows; held, since loggers are weakly referenced. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    public static void main(String[] args) {
        VECTORS.setLevel(Level.SEVERE);
        CommandLine line = commandLine();
        line.setOut(TerminalWriter.on(System.out));
        line.setErr(TerminalWriter.on(System.err));
        System.exit(line.execute(args));
    }

    /** The whole command line, for tests as for {@link #main}. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Rung());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, Rung::day);
        line.registerConverter(AssessmentKind.class, Rung::assessment);
        line.setParameterExceptionHandler((problem, arguments) -> explain(problem));
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            String option = problem instanceof InvalidField field
                            && command.getCommandSpec().findOption("--" + field.field()) != null
                    ? "--"
                    : "";
            command.getErr().println(command.getColorScheme().errorText("rung: " + option + message(problem)));
            return isOfTheCommand(problem) ? 2 : 1;
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: one of the commands below.");
    }

    /** What was wrong and where help is: a page of options below the sentence would push it off the screen. Commands of commands are few, and listed. */
    private static int explain(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("rung: " + asTyped(String.valueOf(problem.getMessage()))));
        if (UnmatchedArgumentException.printSuggestions(problem, err)) return 2;
        if (!command.getSubcommands().isEmpty()) {
            err.println();
            command.usage(err);
        } else {
            err.println("For help: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return 2;
    }

    /** Choices as they are typed: the library names the constants. */
    private static String asTyped(String message) {
        Matcher choices = CHOICES.matcher(message);
        return choices.find()
                ? choices.replaceFirst(Matcher.quoteReplacement("there is no “" + choices.group(2) + "”; there are "
                        + choices.group(1).toLowerCase(Locale.ROOT)))
                : message;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text, Json.DAY);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no day; write it as in 2026-11-30");
        }
    }

    /** As in JSON: {@code proctored-exam}. */
    private static AssessmentKind assessment(String text) {
        for (AssessmentKind kind : AssessmentKind.values()) {
            if (named(kind).equals(text.toLowerCase(Locale.ROOT))) return kind;
        }
        throw new TypeConversionException("'" + text + "' is no kind of assessment; there are "
                + Arrays.stream(AssessmentKind.values()).map(Rung::named).collect(Collectors.joining(", ")));
    }

    private static String named(AssessmentKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether what was asked for could not be done as it was asked: 1 is kept for what the work itself finds. */
    private static boolean isOfTheCommand(Exception problem) {
        return problem instanceof InvalidField
                || problem instanceof IOException
                || problem instanceof UncheckedIOException;
    }

    /** What went wrong, for people: the trace is of use to developers only, who set RUNG_TRACE. */
    private static String message(Exception problem) {
        if (System.getenv("RUNG_TRACE") != null) problem.printStackTrace();
        Throwable told =
                problem instanceof UncheckedIOException && problem.getCause() != null ? problem.getCause() : problem;
        if (told instanceof NoSuchFileException missing) {
            return missing.getReason() == null
                    ? "there is no file or folder " + missing.getFile()
                    : missing.getFile() + " " + missing.getReason();
        }
        if (told instanceof AccessDeniedException denied) return "no permission to use " + denied.getFile();
        return told.getMessage() == null
                ? told.getClass().getSimpleName() + " (set RUNG_TRACE=1 to see where)"
                : told.getMessage();
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Rung.class.getPackage().getImplementationVersion();
            return new String[] {"rung " + (version == null ? "(development)" : version)};
        }
    }
}
