package dev.rung.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Keeps count of what becomes of every line, and of why. Memory stays small however many lines are bad: the first problems are kept,
 * all of them are handed on as they occur.
 *
 * <p>Not safe for use by several threads.
 */
public final class Ledger {
    /** Most errors, and most notes, that are kept for the {@link ImportReport}. */
    public static final int MOST_KEPT = 1_000;

    private final Consumer<Problem> all;
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private String file = "";
    private long accepted;
    private long rejected;
    private long noted;

    /** A ledger whose problems beyond the first {@value #MOST_KEPT} are only counted. */
    public Ledger() {
        this(problem -> {});
    }

    /** A ledger that hands every problem on, such as to a file.
     *
     * @param all is given each problem once, in order
     */
    public Ledger(Consumer<Problem> all) {
        this.all = all;
    }

    /** The file that lines belong to from here on. */
    void open(String name) {
        file = name;
    }

    void accepted(String sort) {
        accepted++;
        count(sort, 1);
    }

    void rejected(long line, String field, String message) {
        rejected++;
        keep(errors, new Problem(Problem.Severity.ERROR, file, line, field, message));
    }

    void note(long line, String field, String message) {
        noted++;
        keep(notes, new Problem(Problem.Severity.NOTE, file, line, field, message));
    }

    void count(String sort, long howMany) {
        if (howMany > 0) counts.merge(sort, howMany, Long::sum);
    }

    /** The state of things. */
    public ImportReport report(boolean dryRun) {
        return new ImportReport(
                dryRun, accepted + rejected, accepted, rejected, new TreeMap<>(counts), errors, notes, noted);
    }

    private void keep(List<Problem> kept, Problem problem) {
        all.accept(problem);
        if (kept.size() < MOST_KEPT) kept.add(problem);
    }
}
