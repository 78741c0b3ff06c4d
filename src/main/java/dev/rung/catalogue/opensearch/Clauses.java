package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link Filter} as a query that matches exactly the records of one kind that it admits. */
final class Clauses {
    /** Matches nothing. */
    static final Map<String, Object> NOTHING = Map.of("match_none", Map.of());

    private Clauses() {}

    /** The records of a kind that a filter admits. */
    static Map<String, Object> of(Kind<?> kind, Filter filter) {
        Map<String, Object> ofKind = Map.of("term", Map.of(Layout.KIND, kind.plural()));
        if (isEverything(filter)) return ofKind;
        return filtered(List.of(ofKind, translated(filter)));
    }

    /** What matches all of these; nothing is scored. */
    static Map<String, Object> filtered(List<Map<String, Object>> parts) {
        return Map.of("bool", Map.of("filter", parts));
    }

    /** What matches any of these; their scores add up. */
    static Map<String, Object> any(List<Map<String, Object>> parts) {
        return Map.of("bool", Map.of("should", parts, "minimum_should_match", 1));
    }

    private static boolean isEverything(Filter filter) {
        return filter instanceof Filter.All all && all.parts().stream().allMatch(Clauses::isEverything);
    }

    private static Map<String, Object> translated(Filter filter) {
        return switch (filter) {
            case Filter.All all ->
                all.parts().isEmpty()
                        ? Map.of("match_all", Map.of())
                        : filtered(all.parts().stream().map(Clauses::translated).toList());
            case Filter.Any any ->
                any.parts().isEmpty()
                        ? NOTHING
                        : any(any.parts().stream().map(Clauses::translated).toList());
            case Filter.In in ->
                Map.of(
                        "terms",
                        Map.of(
                                Layout.word(in.field()),
                                in.words().stream().map(Layout::term).toList()));
            case Filter.Between between -> range(between);
            case Filter.Unknown unknown ->
                Map.of("bool", Map.of("must_not", List.of(Map.of("term", Map.of(Layout.KNOWN, unknown.field())))));
        };
    }

    private static Map<String, Object> range(Filter.Between between) {
        boolean empty = !(between.min() <= between.max())
                || between.min() == Double.POSITIVE_INFINITY
                || between.max() == Double.NEGATIVE_INFINITY;
        if (empty) return NOTHING;
        List<Map<String, Object>> parts = new ArrayList<>();
        String field = Layout.number(between.field());
        parts.add(Map.of("exists", Map.of("field", field)));
        Map<String, Object> ends = new HashMap<>();
        // JSON has no infinity; an open end is left out.
        if (Double.isFinite(between.min())) ends.put("gte", between.min() + 0.0);
        if (Double.isFinite(between.max())) ends.put("lte", between.max() + 0.0);
        if (!ends.isEmpty()) parts.add(Map.of("range", Map.of(field, ends)));
        return filtered(parts);
    }
}
