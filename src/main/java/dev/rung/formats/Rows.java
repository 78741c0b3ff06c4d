package dev.rung.formats;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The records of one file, in order. A line that cannot be read is entered in the ledger and passed over. */
interface Rows extends Closeable {
    /** The next record; none at the end. */
    Optional<Row> next() throws IOException;

    /** The number of the line that was read last, or was being read when reading failed. */
    long line();
}
