package dev.rung.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a field's values come from: the right-hand side of a {@link Mapping}. Blank values and {@code null} count as none. */
sealed interface Source {
    /** The values that a row gives, in order, without outer white space; none: the row does not say. */
    List<String> values(ObjectNode row);

    /** Hands on each column that is read. */
    void columns(Consumer<Column> consumer);

    /** Whether it says the same of every row. */
    default boolean isConstant() {
        List<Column> read = new ArrayList<>();
        columns(read::add);
        return read.isEmpty();
    }

    /** The same for every row. */
    record Constant(String text) implements Source {
        @Override
        public List<String> values(ObjectNode row) {
            return List.of(text);
        }

        @Override
        public void columns(Consumer<Column> consumer) {}
    }

    /**
     * What stands in a column.
     *
     * @param name the column; where there is none of that name, dots lead into nested objects
     * @param renamed values to be replaced, each by another or, if that is empty, by nothing
     * @param separator splits a cell into several values; empty: does not
     */
    record Column(String name, Map<String, String> renamed, String separator) implements Source {
        @Override
        public List<String> values(ObjectNode row) {
            List<String> values = new ArrayList<>();
            collect(find(row), values);
            return values;
        }

        boolean isIn(ObjectNode row) {
            return find(row) != null;
        }

        private @Nullable JsonNode find(ObjectNode row) {
            JsonNode exact = row.get(name);
            if (exact != null || name.indexOf('.') < 0) return exact;
            JsonNode node = row;
            for (String step : name.split("\\.")) {
                node = node == null ? null : node.get(step);
            }
            return node;
        }

        private void collect(@Nullable JsonNode node, List<String> values) {
            if (node == null || node.isNull()) return;
            if (node.isArray()) {
                node.forEach(element -> collect(element, values));
            } else {
                String text = node.isValueNode() ? node.asText() : node.toString();
                if (separator.isEmpty()) {
                    add(text, values);
                } else {
                    for (String part : text.split(java.util.regex.Pattern.quote(separator))) add(part, values);
                }
            }
        }

        private void add(String text, List<String> values) {
            String stripped = text.strip();
            String value = renamed.getOrDefault(stripped, stripped);
            if (!value.isEmpty()) values.add(value);
        }

        @Override
        public void columns(Consumer<Column> consumer) {
            consumer.accept(this);
        }
    }

    /** The first that has values: {@code a|b}. */
    record FirstOf(List<Source> sources) implements Source {
        @Override
        public List<String> values(ObjectNode row) {
            for (Source source : sources) {
                List<String> values = source.values(row);
                if (!values.isEmpty()) return values;
            }
            return List.of();
        }

        @Override
        public void columns(Consumer<Column> consumer) {
            sources.forEach(s -> s.columns(consumer));
        }
    }

    /** Joined without anything between, {@code a+b}: every value of the one with every value of the other; none if one has none. */
    record Joined(List<Source> sources) implements Source {
        @Override
        public List<String> values(ObjectNode row) {
            List<String> joined = List.of("");
            for (Source source : sources) {
                List<String> longer = new ArrayList<>();
                for (String head : joined) {
                    for (String tail : source.values(row)) longer.add(head + tail);
                }
                joined = longer;
            }
            return joined;
        }

        @Override
        public void columns(Consumer<Column> consumer) {
            sources.forEach(s -> s.columns(consumer));
        }
    }

    /** All values of all, in order: {@code a,b}. */
    record AllOf(List<Source> sources) implements Source {
        @Override
        public List<String> values(ObjectNode row) {
            List<String> values = new ArrayList<>();
            for (Source source : sources) values.addAll(source.values(row));
            return values;
        }

        @Override
        public void columns(Consumer<Column> consumer) {
            sources.forEach(s -> s.columns(consumer));
        }
    }
}
