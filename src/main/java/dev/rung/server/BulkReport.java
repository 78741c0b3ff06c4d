package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What became of a bulk stream. Every line that is not among the errors was accepted, and is durable.
 *
 * @param read lines that were not blank
 * @param accepted how many of them are stored now
 * @param rejected how many are not
 * @param errors why, in the order of the lines; at most {@value #MAX_ERRORS}
 * @param errorsOmitted how many more there are
 */
record BulkReport(
        int read,
        int accepted,
        int rejected,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<LineError> errors,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int errorsOmitted) {
    static final int MAX_ERRORS = 10_000;

    BulkReport {
        errors = List.copyOf(errors);
    }

    /**
     * One line that was not taken.
     *
     * @param line counted from 1, blank ones included
     * @param field JSON Pointer into the line's document; empty: the whole of it
     * @param message what is wrong
     */
    record LineError(long line, Optional<String> field, String message) {}
}
