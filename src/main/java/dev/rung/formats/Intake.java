package dev.rung.formats;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Yielding;
import dev.rung.encoder.SkillEncoder;
import dev.rung.extract.SkillExtractor;
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
 * The way into a catalogue for whatever comes in bulk.
 *
 * <pre>{@code
 * try (Intake intake = new Intake(catalogue, encoder, new Ledger(), Progress.NONE, false)) {
 *     intake.esco(Path.of("esco.zip"));
 *     intake.records(Kind.JOBS, List.of(Path.of("vacancies.csv.gz")), Optional.of(mapping));
 *     intake.report();   // read 140692, accepted 140690, rejected 2, and which two
 * }
 * }</pre>
 *
 * <p>A line that cannot go in is entered in the ledger and the rest go in. Memory does not grow with the length of a file, except by the ids seen
 * and the links among skills and credentials. Reads are understood against the catalogue as it was when the intake was opened. Not safe
 * for use by several threads; uses all processors to find skills in text.
 */
public final class Intake implements AutoCloseable {
    /** Rows that are made into records together stay below this size, whatever their number. */
    private static final int BATCH_BYTES = 16 << 20;
    /** Rows after which it looks whether somebody waits for an answer meanwhile. */
    private static final int PIECE = 50;

    private final CatalogueView before;
    private final Yielding yielding;
    private final Context context;
    private final Ledger ledger;
    private final Progress progress;
    private final boolean dryRun;
    private final Batches batches;
    private long records;

    /** Opens an intake.
     *
     * @param dryRun do everything but write
     */
    public Intake(Catalogue catalogue, SkillEncoder encoder, Ledger ledger, Progress progress, boolean dryRun) {
        this(catalogue, view -> SkillExtractor.of(view.taxonomy(), encoder), ledger, progress, dryRun);
    }

    /** As above, for many small intakes, with an extractor that somebody keeps: making one costs more than a record does.
     *
     * @param extractor finds the skills of a view in text
     */
    public Intake(
            Catalogue catalogue,
            Function<CatalogueView, SkillExtractor> extractor,
            Ledger ledger,
            Progress progress,
            boolean dryRun) {
        this.before = catalogue.view();
        this.yielding = catalogue.yielding();
        this.context = Context.of(before, extractor);
        this.ledger = ledger;
        this.progress = progress;
        this.dryRun = dryRun;
        this.batches = new Batches(catalogue, before, ledger, dryRun);
    }

    /** Takes in the ESCO classification: a folder with its CSV files, or the ZIP.
     *
     * @throws IOException if a file that is needed is missing or cannot be read at all
     */
    public void esco(Path folderOrZip) throws IOException {
        EscoReader esco;
        try (EscoFiles files = EscoFiles.open(folderOrZip)) {
            esco = EscoReader.read(files, ledger);
        }
        long total = (long) esco.skills().size() + esco.roles().size();
        ledger.open("skills_en.csv");
        putAll(Kind.SKILLS, esco.skills(), total);
        ledger.open("occupations_en.csv");
        putAll(Kind.ROLES, esco.roles(), total);
    }

    private <T> void putAll(Kind<T> kind, Iterable<EscoReader.Numbered<T>> numbered, long total) {
        batches.nextFile();
        for (EscoReader.Numbered<T> one : numbered) {
            batches.put(kind, one.line(), one.record());
            if (++records % Batches.SIZE == 0) progress.at(records, total, records);
        }
        batches.flush();
        progress.at(records, total, records);
    }

    /**
     * Takes in files of records: NDJSON or CSV, plain or gzipped.
     *
     * @param mapping from their columns; none: they are in Rung's own form
     * @throws IOException if a file is missing or cannot be opened
     */
    public <T> void records(Kind<T> kind, List<Path> files, Optional<Mapping> mapping) throws IOException {
        long total = 0;
        for (Path file : files) total += Files.size(file);
        long[] done = {0};
        for (Path file : files) {
            ledger.open(file.getFileName().toString());
            long all = total;
            try (Rows rows = RecordFile.open(file, ledger, n -> done[0] += n)) {
                take(kind, rows, mapping, () -> progress.at(done[0], all, records));
            } catch (Lines.NotText e) {
                ledger.rejected(0, "", String.valueOf(e.getMessage()));
            }
        }
    }

    /** Takes in records in Rung's own form, one a line.
     *
     * @param name what the ledger calls them
     */
    public <T> void ndjson(Kind<T> kind, String name, InputStream body) throws IOException {
        ledger.open(name);
        try (Rows rows = new NdjsonRows(new Lines(body), ledger)) {
            take(kind, rows, Optional.empty(), () -> {});
        } catch (Lines.NotText e) {
            ledger.rejected(0, "", String.valueOf(e.getMessage()));
        }
    }

    /** What has become of everything so far. */
    public ImportReport report() {
        return ledger.report(dryRun);
    }

    private <T> void take(Kind<T> kind, Rows rows, Optional<Mapping> mapping, Runnable progressed) throws IOException {
        batches.nextFile();
        Optional<Mapping> used = mapping;
        if (mapping.isEmpty() && rows instanceof CsvRows csv) {
            try {
                used = Optional.of(Mapping.ownNames(kind.plural(), kind.type(), csv.header()));
            } catch (IllegalArgumentException e) {
                throw new Lines.NotText(e.getMessage() + "; say which column is which field with --field");
            }
        }
        RecordMaker<T> maker = new RecordMaker<>(kind, used, context);
        UnreadColumns unread = new UnreadColumns(used);
        Yielding.Slices slices = yielding.begin();
        boolean more = true;
        while (more) {
            List<Row> batch = new ArrayList<>();
            more = fill(batch, rows);
            batch.forEach(row -> unread.look(row));
            // Finding skills in text is nearly all of the work, and rows do not depend on each other.
            for (int from = 0; from < batch.size(); from += PIECE) {
                List<Row> piece = batch.subList(from, Math.min(batch.size(), from + PIECE));
                List<Draft<T>> drafts = piece.parallelStream().map(maker::make).toList();
                for (Draft<T> draft : drafts) enter(kind, draft);
                slices.rest();
            }
            batches.flush();
            progressed.run();
        }
        unread.note(ledger);
    }

    /** Whether there may be more. A file that breaks off is an error of its own; what came before it goes in. */
    private boolean fill(List<Row> batch, Rows rows) throws IOException {
        int bytes = 0;
        while (batch.size() < Batches.SIZE && bytes < BATCH_BYTES) {
            Optional<Row> row;
            try {
                row = rows.next();
            } catch (EOFException | ZipException e) {
                ledger.rejected(rows.line(), "", "the gzip file is cut off or damaged from here on: " + e.getMessage());
                return false;
            }
            if (row.isEmpty()) return false;
            batch.add(row.get());
            bytes += row.get().size();
        }
        return true;
    }

    private <T> void enter(Kind<T> kind, Draft<T> draft) {
        records++;
        if (draft.record().isEmpty()) {
            draft.remarks().forEach(r -> ledger.rejected(draft.line(), r.field(), r.message()));
            return;
        }
        draft.remarks().forEach(r -> ledger.note(draft.line(), r.field(), r.message()));
        ledger.count("skillsFound", draft.found());
        batches.put(kind, draft.line(), draft.record().get());
    }

    @Override
    public void close() {
        before.close();
    }
}
