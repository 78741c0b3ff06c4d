package dev.rung.formats;

import java.util.List;
import java.util.Optional;

/**
 * A row on its way to being a record.
 *
 * @param line where it began
 * @param record what it became; none: it was refused, and the remarks say why
 * @param found how many skills were found in its text
 * @param remarks what to enter in the ledger
 */
record Draft<T>(long line, Optional<T> record, int found, List<Remark> remarks) {
    /**
     * What to know about a field.
     *
     * @param field JSON Pointer
     */
    record Remark(String field, String message) {}
}
