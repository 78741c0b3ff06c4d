package dev.rung.formats;

/**
 * Something to say about one line of a file.
 *
 * @param severity whether the line was refused or only remarked upon
 * @param file the file's name
 * @param line from 1; of a record that spans several lines the first; 0: the file as a whole
 * @param field JSON Pointer to the field, in Rung's form where the record got that far; empty: the record as a whole
 * @param message what is wrong and what to do, as the end of a sentence about the field
 */
public record Problem(Severity severity, String file, long line, String field, String message) {
    public enum Severity {
        /** The line was refused; the others went in. */
        ERROR,
        /** The record went in; this is what to know about it. */
        NOTE
    }

    /** For people: {@code jobs.csv:12: /validThrough: is not a date}. */
    @Override
    public String toString() {
        String where = line == 0 ? file : file + ":" + line;
        return where + ": " + (field.isEmpty() ? "" : field + ": ") + message;
    }
}
