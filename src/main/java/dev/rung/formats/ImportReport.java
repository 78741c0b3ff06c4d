package dev.rung.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;

/**
 * What became of an import. {@code read = accepted + rejected}, always.
 *
 * @param dryRun nothing was written; everything else is as if it had been
 * @param read records (for ESCO also relations) that were looked at
 * @param accepted those that went in
 * @param rejected those that did not, each with an error
 * @param counts accepted ones by sort, such as {@code skills} and {@code relations}, and what was found on the way
 * @param errors why lines were refused: the first {@value Ledger#MOST_KEPT}
 * @param notes what to know about lines that went in: the first {@value Ledger#MOST_KEPT}
 * @param notesInAll how many notes there were
 */
public record ImportReport(
        boolean dryRun,
        long read,
        long accepted,
        long rejected,
        SortedMap<String, Long> counts,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Problem> errors,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Problem> notes,
        long notesInAll) {
    public ImportReport {
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /** Whether every line went in. */
    public boolean isClean() {
        return rejected == 0;
    }
}
