package dev.rung.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a document in the words of its sender, who knows JSON and knows nothing of Java or of Jackson. */
final class Wording {
    private Wording() {}

    /** What is wrong with a document that is not JSON, as the end of a sentence about it. */
    static String ofIllFormed(JsonProcessingException e) {
        Throwable fault = e.getCause() instanceof JsonProcessingException inner ? inner : e;
        String message = ((JsonProcessingException) fault).getOriginalMessage();
        if (fault instanceof StreamConstraintsException) {
            return message.contains("depth")
                    ? "is nested too deeply; at most " + Json.MAX_DEPTH + " levels are read"
                    : "holds a number, name or text that is too long";
        }
        if (message.startsWith("Duplicate field")) return "has a field twice" + where(e);
        if (fault instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
            return "ends too early: it is not a whole JSON document" + where(e);
        }
        return "is not well-formed JSON" + where(e);
    }

    /** What is wrong with a value, as the end of a sentence about it. */
    static String of(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known =
                    Optional.ofNullable(unknown.getKnownPropertyIds()).orElse(java.util.List.of());
            return "is not a field here; known are "
                    + known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "must be one of " + constants(format.getTargetType());
        }
        if (e instanceof MismatchedInputException mismatch) {
            String message = e.getOriginalMessage();
            if (message.startsWith("Trailing token")) return "must not be followed by anything";
            if (message.startsWith("No content")) return "is empty; a JSON document is expected";
            return expected(mismatch.getTargetType());
        }
        return e.getCause() instanceof InputCoercionException ? "is too large a number" : "cannot hold this value";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) return "has the wrong type";
        if (type.isEnum()) return "must be one of " + constants(type);
        if (type == String.class) return "must be text";
        if (type == boolean.class || type == Boolean.class) return "must be true or false";
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "must be a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return "must be a number";
        if (type == LocalDate.class) return "must be a date such as 2026-11-22";
        if (type == YearMonth.class) return "must be a month such as 2026-11";
        if (type == Instant.class) return "must be a time such as 2026-11-22T10:15:30Z";
        if (Collection.class.isAssignableFrom(type)) return "must be a list";
        if (Map.class.isAssignableFrom(type) || type.isRecord()) return "must be an object with fields";
        return "has the wrong type";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private static String where(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
