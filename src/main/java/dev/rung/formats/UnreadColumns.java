package dev.rung.formats;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns of a mapping that no row has had so far. */
final class UnreadColumns {
    private final Set<Source.Column> columns;
    private Set<String> known = Set.of();

    UnreadColumns(Optional<Mapping> mapping) {
        this.columns = new LinkedHashSet<>(mapping.map(Mapping::columns).orElse(List.of()));
    }

    void look(Row row) {
        if (columns.isEmpty()) return;
        columns.removeIf(column -> column.isIn(row.json()));
        if (known.isEmpty())
            known = row.json().properties().stream()
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void note(Ledger ledger) {
        for (Source.Column column : columns) {
            ledger.note(
                    0,
                    "",
                    "no row has the column %s; columns of the first row: %s (a fixed text stands in quotes that the shell must not take away: --field \"language='en'\")"
                            .formatted(column.name(), String.join(", ", known)));
        }
    }
}
