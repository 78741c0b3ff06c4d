package dev.rung.skill;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks that records make on their own components. Each returns the value that the record keeps, or throws
 * {@link InvalidField} naming the field.
 *
 * <p>Values arrive from JSON, where anything may be missing, so the parameters admit {@code null} and the results do not.
 */
public final class Check {
    /** Longest id, in characters: an ESCO URI has about 70. */
    public static final int MAX_ID = 300;
    /** Longest label or title, in characters. */
    public static final int MAX_LABEL = 1_000;
    /** Longest free text, in characters: a long posting has about 20,000. */
    public static final int MAX_TEXT = 200_000;

    private static final Pattern BREAK = Pattern.compile("(?:\\s*\\R)+\\s*");

    private Check() {}

    /** An identifier: 1 to {@value #MAX_ID} characters, no white space, no control characters. */
    public static String id(String field, @Nullable String value) {
        String id = present(field, value);
        if (id.isEmpty()) throw new InvalidField(field, "must not be empty");
        if (id.length() > MAX_ID) throw new InvalidField(field, "must not be longer than " + MAX_ID + " characters");
        if (id.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new InvalidField(field, "must not contain white space or control characters");
        }
        return id;
    }

    /**
     * A name people read: one line, not blank, at most {@value #MAX_LABEL} characters. Outer white space is dropped, a line break within becomes a space.
     */
    public static String label(String field, @Nullable String value) {
        String label = present(field, value).strip();
        if (label.isEmpty()) throw new InvalidField(field, "must not be blank");
        if (label.length() > MAX_LABEL) {
            throw new InvalidField(field, "must not be longer than " + MAX_LABEL + " characters");
        }
        return BREAK.matcher(label).replaceAll(" ");
    }

    /** Free text that may be missing; a blank one counts as missing. */
    public static Optional<String> text(String field, @Nullable Optional<String> value) {
        Optional<String> text = optional(value).map(String::strip).filter(t -> !t.isEmpty());
        if (text.isPresent() && text.get().length() > MAX_TEXT) {
            throw new InvalidField(field, "must not be longer than " + MAX_TEXT + " characters");
        }
        return text;
    }

    /** A number within {@code [min, max]}. */
    public static double range(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new InvalidField(
                    field, "must be between " + plain(min) + " and " + plain(max) + ", not " + plain(value));
        }
        return value;
    }

    /** A number that may be missing and is otherwise within {@code [min, max]}. */
    public static <N extends Number> Optional<N> range(
            String field, @Nullable Optional<N> value, double min, double max) {
        Optional<N> number = optional(value);
        number.ifPresent(n -> range(field, n.doubleValue(), min, max));
        return number;
    }

    public static <T> T present(String field, @Nullable T value) {
        if (value == null) throw new InvalidField(field, "is required");
        return value;
    }

    /** The value of a field that must be given; for numbers, which a record cannot tell from 0 when they are missing. */
    public static <T> T given(String field, @Nullable Optional<T> value) {
        return optional(value).orElseThrow(() -> new InvalidField(field, "is required"));
    }

    public static <T> Optional<T> optional(@Nullable Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    /** An unmodifiable copy; a missing list is an empty one; a missing element is refused. */
    public static <T> List<T> list(String field, @Nullable Collection<T> values) {
        if (values == null) return List.of();
        int i = 0;
        for (T value : values) {
            present(field + "/" + i++, value);
        }
        return List.copyOf(values);
    }

    /** As {@link #list}, and no two elements with the same key. */
    public static <T, K> List<T> distinct(String field, @Nullable Collection<T> values, Function<T, K> key) {
        List<T> list = list(field, values);
        Set<K> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            K k = key.apply(list.get(i));
            if (!seen.add(k)) throw new InvalidField(field + "/" + i, "repeats " + k);
        }
        return list;
    }

    private static String plain(double d) {
        return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : Double.toString(d);
    }
}
