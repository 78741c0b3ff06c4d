package dev.rung.server;

import dev.rung.formats.ImportNote;
import dev.rung.json.Recent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How the last import of each sort went: when it was, and which share of its records was refused. Not a number while there was none. Thread-safe. */
final class ImportMetrics {
    private static final List<String> SORTS = List.of("esco", "skills", "roles", "credentials", "jobs", "candidates");

    private final Recent<ImportNote> notes;

    ImportMetrics(Recent<ImportNote> notes, MeterRegistry registry) {
        this.notes = notes;
        for (String sort : SORTS) {
            Gauge.builder("rung.import.last", () -> last(sort, note -> note.at().getEpochSecond()))
                    .description("Unix time at which the last import of this sort was over")
                    .baseUnit("seconds")
                    .tag("what", sort)
                    .register(registry);
            Gauge.builder("rung.import.last.rejected", () -> last(sort, ImportMetrics::share))
                    .description("Share of the records of the last import of this sort that were refused")
                    .baseUnit("ratio")
                    .tag("what", sort)
                    .register(registry);
        }
    }

    private static double share(ImportNote note) {
        return note.read() == 0 ? 0 : (double) note.rejected() / note.read();
    }

    private double last(String sort, ToDoubleFunction<ImportNote> value) {
        Optional<ImportNote> note =
                notes.all().stream().filter(n -> n.what().equals(sort)).findFirst();
        return note.map(value::applyAsDouble).orElse(Double.NaN);
    }
}
