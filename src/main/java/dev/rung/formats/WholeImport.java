package dev.rung.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.behaviour.Event;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipException;

/**
 * Takes in what {@link WholeExport} wrote, as it stands: nothing is added to a record, and no name is looked up.
 *
 * <pre>{@code
 * new WholeImport(catalogue, events, new Ledger(), Progress.NONE, false).from(Path.of("everything.zip"));
 * }</pre>
 *
 * <p>A line that cannot go in is entered in the ledger and the rest go in; what the ledger counts as accepted is durable. Records that are there already
 * are replaced. Not safe for use by several threads.
 */
public final class WholeImport {
    /** A person with all their badges is one line; each may have four million bytes. */
    private static final int LONGEST_LINE = 256 << 20;

    private final Catalogue catalogue;
    private final Events events;
    private final Ledger ledger;
    private final Progress progress;
    private final boolean dryRun;
    private final Map<String, Sink> more = new LinkedHashMap<>();
    private SortedMap<String, Long> expected = new TreeMap<>();
    private long done;

    /** Takes one document in. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Durable when it returns.
         *
         * @throws InvalidJson if it cannot go in
         */
        void take(JsonNode document) throws InvalidJson;
    }

    public WholeImport(Catalogue catalogue, Events events, Ledger ledger, Progress progress, boolean dryRun) {
        this.catalogue = catalogue;
        this.events = events;
        this.ledger = ledger;
        this.progress = progress;
        this.dryRun = dryRun;
    }

    /** And this file as well.
     *
     * @param name without ending
     */
    public WholeImport with(String name, Sink sink) {
        more.put(name, sink);
        return this;
    }

    /**
     * Takes it in.
     *
     * @param place a folder or a ZIP file
     * @throws IOException if it is no export, or not a finished one
     */
    public ImportReport from(Path place) throws IOException {
        try (Whole.Source source = Whole.Source.at(place)) {
            expected = source.lines();
            try (CatalogueView before = catalogue.view()) {
                Batches batches = new Batches(catalogue, before, ledger, dryRun);
                for (Kind<?> kind : Kind.ALL) {
                    batches.nextFile();
                    each(source, Whole.file(kind), row -> put(batches, kind, row));
                    batches.flush();
                }
            }
            events(source);
            for (var sink : more.entrySet()) {
                each(source, sink.getKey(), row -> {
                    if (!dryRun) sink.getValue().take(row.json());
                    ledger.accepted(sink.getKey());
                });
            }
        }
        return ledger.report(dryRun);
    }

    @FunctionalInterface
    private interface Taking {
        void take(Row row) throws InvalidJson;
    }

    private static <T> void put(Batches batches, Kind<T> kind, Row row) throws InvalidJson {
        batches.put(kind, row.line(), Json.read(row.json(), kind.type()));
    }

    private void each(Whole.Source source, String name, Taking taking) throws IOException {
        ledger.open(Whole.Source.nameOf(name));
        Optional<InputStream> in = source.lines(name);
        long lines = 0;
        if (in.isPresent()) {
            try (Rows rows = new NdjsonRows(new Lines(in.get(), LONGEST_LINE), ledger)) {
                for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                    take(taking, row.get());
                }
                lines = rows.line();
            } catch (EOFException | ZipException e) {
                ledger.rejected(0, "", "the file is cut off or damaged: " + e.getMessage());
                return;
            } catch (Lines.NotText e) {
                ledger.rejected(0, "", String.valueOf(e.getMessage()));
                return;
            }
        }
        long should = expected.getOrDefault(name, 0L);
        if (lines < should) {
            ledger.rejected(lines, "", "the file ends here, and export.json says that it has " + should + " lines");
        }
    }

    private void take(Taking taking, Row row) {
        try {
            taking.take(row);
        } catch (InvalidJson e) {
            ledger.rejected(row.line(), e.pointer(), e.problem());
        }
        if (++done % Batches.SIZE == 0) {
            long all = expected.values().stream().mapToLong(Long::longValue).sum();
            progress.at(done, Math.max(done, all), done);
        }
    }

    private void events(Whole.Source source) throws IOException {
        List<Event> batch = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        each(source, Whole.EVENTS, row -> {
            batch.add(Json.read(row.json(), Event.class));
            lines.add(row.line());
            if (batch.size() >= Batches.SIZE) record(batch, lines);
        });
        record(batch, lines);
    }

    private void record(List<Event> batch, List<Long> lines) {
        while (!batch.isEmpty()) {
            try {
                if (!dryRun) events.record(List.copyOf(batch));
                batch.forEach(event -> ledger.accepted(Whole.EVENTS));
                batch.clear();
                lines.clear();
            } catch (Events.ConflictingEvent e) {
                ledger.rejected(lines.remove(e.index()), "/id", "stands for another event already");
                batch.remove(e.index());
            }
        }
    }
}
