package dev.rung.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.rung.formats.Lines.Line;
import dev.rung.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of a CSV file (RFC 4180) under the names of its first row. Cells may be quoted and may then span lines. Columns are separated by
 * commas, semicolons or tabs: whichever the first line has most of.
 *
 * <p>Jackson takes a row apart; where a row ends is found here, so that a bad row can be named and left out while the rest goes in. A quote
 * that is never closed spoils the line it stands in and no more.
 */
final class CsvRows implements Rows {
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final CsvMapper MAPPER = new CsvMapper();

    /** Most lines of one row. Lines can be written that open a quote and never close it, each of them; every row would be looked for to the end of the file. */
    private static final int MOST_LINES = 500;

    private final Lines lines;
    private final Ledger ledger;
    /** Lines that were taken for parts of a row whose quote was never closed. */
    private final Deque<Line> again = new ArrayDeque<>();

    private final char separator;
    private final ObjectReader cells;
    private final List<String> header;

    /** Reads the first row. */
    CsvRows(Lines lines, Ledger ledger) throws IOException {
        this.lines = lines;
        this.ledger = ledger;
        Optional<Line> first = lines.next();
        first.ifPresent(again::add);
        this.separator = first.map(CsvRows::separator).orElse(',');
        this.cells =
                MAPPER.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(separator));
        this.header = readHeader();
    }

    /** The names of the columns, in order; empty if the file is. */
    List<String> header() {
        return header;
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (true) {
            Optional<Line> line = wholeRow();
            if (line.isEmpty()) return Optional.empty();
            Optional<Row> row = row(line.get());
            if (row.isPresent()) return row;
        }
    }

    private List<String> readHeader() throws IOException {
        Optional<Line> line = wholeRow();
        if (line.isEmpty()) return List.of();
        String[] names;
        try {
            names = split(line.get());
        } catch (BadRow e) {
            throw new Lines.NotText("has a first row that cannot be read: it " + e.getMessage());
        }
        Set<String> seen = new HashSet<>();
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            String column = name.strip();
            if (column.isEmpty()) throw new Lines.NotText("has a column without a name in its first row");
            if (!seen.add(column)) throw new Lines.NotText("has two columns called " + column);
            columns.add(column);
        }
        return List.copyOf(columns);
    }

    private Optional<Row> row(Line line) {
        try {
            String[] values = split(line);
            if (values.length != header.size()) {
                throw new BadRow("has " + values.length + " columns, the first row has " + header.size());
            }
            ObjectNode json = Json.mapper().createObjectNode();
            for (int i = 0; i < values.length; i++) {
                if (!values[i].isBlank()) json.put(header.get(i), values[i]);
            }
            return Optional.of(new Row(line.number(), json, line.bytes().length));
        } catch (BadRow e) {
            ledger.rejected(line.number(), "", e.getMessage());
            return Optional.empty();
        }
    }

    private String[] split(Line line) throws BadRow {
        if (line.tooLong()) throw new BadRow("is longer than " + Lines.MAX_LENGTH + " bytes");
        String text = line.text().orElseThrow(() -> new BadRow("is not well-formed UTF-8"));
        try {
            return cells.readValue(text);
        } catch (JsonProcessingException e) {
            throw new BadRow("is not well-formed CSV: " + e.getOriginalMessage());
        }
    }

    /** The next row as one line, whose number is that of the row's first. */
    private Optional<Line> wholeRow() throws IOException {
        while (true) {
            Optional<Line> first = nextLine();
            if (first.isEmpty()) return first;
            if (first.get().isBlank()) continue;
            Optional<Line> row = first.get().tooLong() ? first : closed(first.get());
            if (row.isPresent()) return row;
            ledger.rejected(first.get().number(), "", "opens a quote that is not closed");
        }
    }

    /** The row that begins with this line; none if a quote stays open, and then its other lines are read again. */
    private Optional<Line> closed(Line first) throws IOException {
        Quotes quotes = new Quotes();
        quotes.read(first.bytes());
        if (!quotes.open) return Optional.of(first);
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        row.writeBytes(first.bytes());
        List<Line> rest = new ArrayList<>();
        while (quotes.open) {
            Optional<Line> more = nextLine();
            more.ifPresent(rest::add);
            boolean goesOn = rest.size() > MOST_LINES
                    || more.isEmpty()
                    || row.size() + more.get().bytes().length >= Lines.MAX_LENGTH;
            if (goesOn) {
                rest.reversed().forEach(again::addFirst);
                return Optional.empty();
            }
            row.write('\n');
            row.writeBytes(more.get().bytes());
            quotes.read(more.get().bytes());
        }
        return Optional.of(new Line(first.number(), row.toByteArray(), false));
    }

    private Optional<Line> nextLine() throws IOException {
        return again.isEmpty() ? lines.next() : Optional.of(again.removeFirst());
    }

    private static char separator(Line first) {
        char best = SEPARATORS[0];
        long most = 0;
        for (char candidate : SEPARATORS) {
            long count = 0;
            boolean quoted = false;
            for (byte b : first.bytes()) {
                if (b == '"') quoted = !quoted;
                if (b == candidate && !quoted) count++;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Whether a quoted cell is open after what was read so far. A quote opens a cell only where the cell begins. */
    private final class Quotes {
        private boolean open;

        void read(byte[] bytes) {
            boolean begins = !open;
            for (int i = 0; i < bytes.length; i++) {
                byte b = bytes[i];
                if (open) {
                    if (b != '"') continue;
                    if (i + 1 < bytes.length && bytes[i + 1] == '"') i++;
                    else open = false;
                } else if (b == '"' && begins) {
                    open = true;
                    begins = false;
                } else {
                    begins = b == separator || (begins && b == ' ');
                }
            }
        }
    }

    private static final class BadRow extends Exception {
        private static final long serialVersionUID = 1L;

        BadRow(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return java.util.Objects.requireNonNullElse(super.getMessage(), "cannot be read");
        }
    }
}
