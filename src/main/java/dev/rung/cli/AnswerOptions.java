package dev.rung.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said with every question: for which day to answer, and in which form. */
final class AnswerOptions {
    @Option(names = "--as-of", paramLabel = "DATE", description = "The day for which to answer (default: today).")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** The day for which to answer; empty: today. */
    Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }

    /** Whether one JSON document is wanted. */
    boolean isJson() {
        return json;
    }
}
