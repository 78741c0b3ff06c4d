package dev.rung.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * A file of records: NDJSON or CSV, plain or gzipped. Gzip is known by its first bytes; CSV by a name that ends in {@code .csv} or {@code .tsv} (before
 * {@code .gz}), anything else is NDJSON.
 */
final class RecordFile {
    private RecordFile() {}

    /** Opens a file.
     *
     * @param read is told how many bytes were read from disk, each time some were
     */
    static Rows open(Path file, Ledger ledger, LongConsumer read) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        InputStream raw = new BufferedInputStream(new Counted(Files.newInputStream(file), read));
        try {
            raw.mark(2);
            boolean gzipped = Lines.starts(raw.readNBytes(2), 0x1F, 0x8B);
            raw.reset();
            Lines lines = new Lines(gzipped ? new GZIPInputStream(raw, 1 << 16) : raw);
            String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
            return plain.endsWith(".csv") || plain.endsWith(".tsv")
                    ? new CsvRows(lines, ledger)
                    : new NdjsonRows(lines, ledger);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** Hands on what was read, byte for byte, and tells how much that was. */
    static final class Counted extends java.io.FilterInputStream {
        private final LongConsumer read;

        Counted(InputStream in, LongConsumer read) {
            super(in);
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) read.accept(1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            if (n > 0) read.accept(n);
            return n;
        }
    }
}
