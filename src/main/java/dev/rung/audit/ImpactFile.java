package dev.rung.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.rung.skill.InvalidField;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A CSV file with people and outcomes, which the operator supplies: names of columns in the first row; separated by commas, semicolons or tabs; UTF-8. It is read
 * once, from start to end, and nothing of it is kept.
 */
public final class ImpactFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ImpactFile() {}

    /**
     * Hands each row to the consumer.
     *
     * @param needed columns that must be there
     * @throws InvalidField if a column is missing, or a row has too many cells
     */
    public static void read(Path file, List<String> needed, Consumer<Map<String, String>> consumer) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) text.reset();
            text.mark(1 << 16);
            String first = text.readLine();
            if (first == null || first.length() >= 1 << 15) throw new InvalidField("file", "has no row of names");
            text.reset();
            char separator = separator(first);
            try (MappingIterator<String[]> rows = new CsvMapper()
                    .readerFor(String[].class)
                    .with(CsvParser.Feature.WRAP_AS_ARRAY)
                    .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                    .readValues(text)) {
                each(rows, needed, consumer);
            }
        } catch (RuntimeJsonMappingException | JsonProcessingException e) {
            throw new IOException(file + " is no well-formed CSV: " + e.getMessage(), e);
        }
    }

    private static void each(
            MappingIterator<String[]> rows, List<String> needed, Consumer<Map<String, String>> consumer)
            throws IOException {
        if (!rows.hasNextValue()) throw new InvalidField("file", "has no row of names");
        List<String> names = Arrays.stream(rows.nextValue()).map(String::strip).toList();
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            throw new InvalidField(
                    "file", "has no column " + String.join(", ", missing) + "; it has " + String.join(", ", names));
        }
        for (long number = 1; rows.hasNextValue(); number++) {
            String[] cells = rows.nextValue();
            if (cells.length > names.size()) {
                throw new InvalidField("file", "has more cells than columns in row " + number + " after the names");
            }
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < cells.length; i++) row.put(names.get(i), cells[i]);
            consumer.accept(row);
        }
    }

    /** Whichever of the three the first row has most of. */
    private static char separator(String names) {
        return List.of(',', ';', '\t').stream()
                .max(Comparator.comparingLong(
                        c -> names.chars().filter(n -> n == c).count()))
                .orElse(',');
    }
}
