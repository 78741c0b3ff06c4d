package dev.rung.catalogue;

import java.util.Collection;
import java.util.List;

/**
 * Which records may be answered at all. A filter speaks of the {@link Facts} of a record and is applied before anything is
 * ranked or counted, so that it never costs an admissible result its place.
 *
 * <pre>{@code
 * Filter near = Filter.in("within", "DE-BY", "remote");
 * Filter cheap = Filter.any(Filter.atMost("cost.EUR", 100), Filter.in("free", "true"));
 * }</pre>
 */
public sealed interface Filter {
    /** Lets everything through. */
    Filter NONE = new All(List.of());

    /** Whether a record with these facts passes. The definition that every engine must agree with. */
    boolean admits(Facts facts);

    /** Every part must pass; no part at all: everything does. */
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean admits(Facts facts) {
            return parts.stream().allMatch(p -> p.admits(facts));
        }
    }

    /** At least one part must pass; no part at all: nothing does. */
    record Any(List<Filter> parts) implements Filter {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean admits(Facts facts) {
            return parts.stream().anyMatch(p -> p.admits(facts));
        }
    }

    /** The field has at least one of these words. */
    record In(String field, List<String> words) implements Filter {
        public In {
            words = words.stream().distinct().sorted().toList();
        }

        @Override
        public boolean admits(Facts facts) {
            return facts.words(field).stream().anyMatch(words::contains);
        }
    }

    /** The field is known and lies within {@code [min, max]}; use infinities for open ends. */
    record Between(String field, double min, double max) implements Filter {
        @Override
        public boolean admits(Facts facts) {
            return facts.number(field).stream().anyMatch(n -> n >= min && n <= max);
        }
    }

    /** The field is not known: it has neither words nor a number. */
    record Unknown(String field) implements Filter {
        @Override
        public boolean admits(Facts facts) {
            return facts.words(field).isEmpty() && facts.number(field).isEmpty();
        }
    }

    static Filter all(Collection<Filter> parts) {
        return parts.size() == 1 ? parts.iterator().next() : new All(List.copyOf(parts));
    }

    static Filter any(Filter... parts) {
        return new Any(List.of(parts));
    }

    static Filter in(String field, String... words) {
        return new In(field, List.of(words));
    }

    static Filter in(String field, Collection<String> words) {
        return new In(field, List.copyOf(words));
    }

    static Filter atMost(String field, double max) {
        return new Between(field, Double.NEGATIVE_INFINITY, max);
    }

    static Filter atLeast(String field, double min) {
        return new Between(field, min, Double.POSITIVE_INFINITY);
    }

    default Filter and(Filter other) {
        return new All(List.of(this, other));
    }
}
