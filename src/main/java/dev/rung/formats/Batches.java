package dev.rung.formats;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.formats.Draft.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes records to a catalogue, many at a time, and enters each in the ledger once it is durable. Of two records with one id in one file the
 * later one counts, as in any sequence of writes; both are accepted and the ledger notes it.
 */
final class Batches {
    /** Records in one write, which is one commit. */
    static final int SIZE = 1_000;

    private final Catalogue catalogue;
    private final Cycles cycles;
    private final Ledger ledger;
    private final boolean dryRun;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> sorts = new ArrayList<>();
    private SeenIds seen = new SeenIds();

    Batches(Catalogue catalogue, CatalogueView before, Ledger ledger, boolean dryRun) {
        this.catalogue = catalogue;
        this.cycles = new Cycles(before);
        this.ledger = ledger;
        this.dryRun = dryRun;
    }

    /** Ids may come again from here on: another file begins. */
    void nextFile() {
        seen = new SeenIds();
    }

    <T> void put(Kind<T> kind, long line, T record) {
        Optional<Remark> cycle = cycles.admit(kind, record);
        if (cycle.isPresent()) {
            ledger.rejected(line, cycle.get().field(), cycle.get().message());
            return;
        }
        long before = seen.put(kind.idOf(record), line);
        if (before != 0) ledger.note(line, "/id", "repeats the id of line " + before + "; this one counts");
        changes.add(Change.put(kind, record));
        sorts.add(kind.plural());
        if (changes.size() >= SIZE) flush();
    }

    /** Writes what has gathered. */
    void flush() {
        if (changes.isEmpty()) return;
        if (!dryRun) catalogue.write(List.copyOf(changes));
        sorts.forEach(ledger::accepted);
        changes.clear();
        sorts.clear();
    }
}
