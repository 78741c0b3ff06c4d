package dev.rung.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.behaviour.Event;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.extract.SkillExtractor;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipException;

/**
 * The way in for what people did: histories from another system, or a day's events of a portal.
 *
 * <pre>{@code
 * EventIntake intake = new EventIntake(events, view, recommender::extractor, new Ledger(), Progress.NONE, false);
 * intake.files(List.of(Path.of("completions.csv")), Optional.of(Mapping.ofEvents(List.of(
 *     "kind='completed'", "person=student", "credential=course", "at=finished"))));
 * intake.report();   // read 45735, accepted 45735, rejected 0
 * }</pre>
 *
 * <p>A line that cannot go in is entered in the ledger and the rest go in; what the ledger counts as accepted is durable. A credential or role may be
 * given by its title. One that is not in the catalogue is noted and kept as it is: it may come later. Not safe for use by several threads.
 */
public final class EventIntake {
    /** What accepted lines are counted as. */
    static final String SORT = "events";
    /** How many of them were known before. */
    private static final String KNOWN = "known";

    private final Events events;
    private final CatalogueView view;
    private final Context context;
    private final Ledger ledger;
    private final Progress progress;
    private final boolean dryRun;
    private final List<Event> batch = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private long read;

    /** An intake.
     *
     * @param view in which credentials and roles are looked up
     * @param extractor finds the skills of a view in text
     * @param dryRun do everything but write
     */
    public EventIntake(
            Events events,
            CatalogueView view,
            Function<CatalogueView, SkillExtractor> extractor,
            Ledger ledger,
            Progress progress,
            boolean dryRun) {
        this.events = events;
        this.view = view;
        this.context = Context.of(view, extractor);
        this.ledger = ledger;
        this.progress = progress;
        this.dryRun = dryRun;
    }

    /**
     * Takes in files: NDJSON or CSV, plain or gzipped.
     *
     * @param mapping from their columns; none: they are in Rung's own form
     * @throws IOException if a file is missing or cannot be opened
     */
    public void files(List<Path> files, Optional<Mapping> mapping) throws IOException {
        long total = 0;
        for (Path file : files) total += Files.size(file);
        long[] done = {0};
        for (Path file : files) {
            ledger.open(file.getFileName().toString());
            long all = total;
            try (Rows rows = RecordFile.open(file, ledger, n -> done[0] += n)) {
                take(rows, mapping, () -> progress.at(done[0], all, read));
            } catch (Lines.NotText e) {
                ledger.rejected(0, "", String.valueOf(e.getMessage()));
            }
        }
    }

    /** Takes in events in Rung's own form, one a line.
     *
     * @param name what the ledger calls them
     */
    public void ndjson(String name, InputStream body) throws IOException {
        ledger.open(name);
        try (Rows rows = new NdjsonRows(new Lines(body), ledger)) {
            take(rows, Optional.empty(), () -> {});
        } catch (Lines.NotText e) {
            ledger.rejected(0, "", String.valueOf(e.getMessage()));
        }
    }

    /**
     * One event in Rung's own form, read as a line of a file is: a credential or role that is given by its title stands under its id then.
     *
     * @throws InvalidJson if it is none; says where
     */
    public Event read(ObjectNode json) throws InvalidJson {
        ObjectNode named = json.deepCopy();
        if (!isId(named, "credential", Kind.CREDENTIALS)) name(named, "credential", context::credential);
        if (!isId(named, "role", Kind.ROLES)) name(named, "role", context::role);
        return Json.read(named, Event.class);
    }

    /** Spares most events the names of the whole catalogue. */
    private boolean isId(ObjectNode json, String field, Kind<?> kind) {
        return view.find(kind, json.path(field).asText()).isPresent();
    }

    /** What is to be noted about an event that goes in all the same. */
    public Optional<String> noteOf(Event event) {
        return event.credential()
                .filter(c -> view.find(Kind.CREDENTIALS, c).isEmpty())
                .map(c -> "no credential has the id " + c + " yet; kept as it is");
    }

    /** What has become of everything so far. */
    public ImportReport report() {
        return ledger.report(dryRun);
    }

    private void take(Rows rows, Optional<Mapping> mapping, Runnable progressed) throws IOException {
        Optional<Mapping> used = mapping;
        if (mapping.isEmpty() && rows instanceof CsvRows csv) {
            try {
                used = Optional.of(Mapping.ownNames(SORT, Event.class, csv.header()));
            } catch (IllegalArgumentException e) {
                throw new Lines.NotText(e.getMessage() + "; say which column is which field with --field");
            }
        }
        UnreadColumns unread = new UnreadColumns(used);
        try {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                unread.look(row.get());
                enter(row.get(), used);
                if (batch.size() >= Batches.SIZE) {
                    flush();
                    progressed.run();
                }
            }
        } catch (EOFException | ZipException e) {
            ledger.rejected(rows.line(), "", "the gzip file is cut off or damaged from here on: " + e.getMessage());
        } finally {
            // What was read before a stream broke off goes in, as it does elsewhere.
            flush();
        }
        progressed.run();
        unread.note(ledger);
    }

    private void enter(Row row, Optional<Mapping> mapping) {
        read++;
        try {
            ObjectNode json = mapping.isPresent() ? mapping.get().apply(row.json()) : row.json();
            name(json, "credential", context::credential);
            name(json, "role", context::role);
            Event event = Json.mapper().treeToValue(json, Event.class);
            noteOf(event).ifPresent(note -> ledger.note(row.line(), "/credential", note));
            batch.add(event);
            lines.add(row.line());
        } catch (InvalidJson e) {
            ledger.rejected(row.line(), e.pointer(), e.problem());
        } catch (JsonProcessingException e) {
            InvalidJson why = Json.explained(e);
            ledger.rejected(row.line(), why.pointer(), why.problem());
        }
    }

    private static void name(ObjectNode json, String field, Function<String, Optional<String>> known) {
        if (json.path(field).isTextual())
            known.apply(json.get(field).textValue()).ifPresent(id -> json.put(field, id));
    }

    /** Writes what has gathered; an id that stands for another event already costs its line and no other. */
    private void flush() {
        while (!batch.isEmpty()) {
            try {
                Events.Receipt receipt =
                        dryRun ? new Events.Receipt(batch.size(), 0) : events.record(List.copyOf(batch));
                for (int i = 0; i < batch.size(); i++) ledger.accepted(SORT);
                ledger.count(KNOWN, receipt.known());
                batch.clear();
                lines.clear();
            } catch (Events.ConflictingEvent e) {
                ledger.rejected(lines.remove(e.index()), "/id", "stands for another event already");
                batch.remove(e.index());
            }
        }
    }
}
