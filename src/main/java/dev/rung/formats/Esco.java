package dev.rung.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How ESCO's files write things down. */
final class Esco {
    private Esco() {}

    /** A cell's text without outer white space; empty where the column or the cell is. */
    static String text(Row row, String column) {
        JsonNode cell = row.json().get(column);
        return cell == null ? "" : cell.asText().strip();
    }

    /** The labels in these columns, one a line as ESCO has them, each once and none like the preferred one. */
    static List<String> labels(Row row, String preferred, String... columns) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String column : columns) {
            text(row, column)
                    .lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .forEach(l -> labels.putIfAbsent(l.toLowerCase(java.util.Locale.ROOT), l));
        }
        labels.remove(preferred.toLowerCase(java.util.Locale.ROOT));
        return List.copyOf(labels.values());
    }
}
