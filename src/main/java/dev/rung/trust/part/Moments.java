package dev.rung.trust.part;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as credentials write them. */
public final class Moments {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)\\d*([Zz]|[+-]\\d{2}:\\d{2})?");

    private Moments() {}

    /**
     * An XML Schema dateTime; without an offset it is read as UTC, as VC Data Model 2.0 (section 4.9) says. Empty if it is not one.
     *
     * <pre>{@code
     * Moments.read("2025-01-09T15:20:02+01:00");   // 2025-01-09T14:20:02Z
     * Moments.read("2025-01-09");                  // empty: a day is no moment
     * }</pre>
     */
    public static Optional<Instant> read(String text) {
        var match = TIME.matcher(text);
        if (!match.matches()) return Optional.empty();
        try {
            String offset = match.group(2) == null ? "Z" : match.group(2);
            return Optional.of(OffsetDateTime.parse(match.group(1) + offset).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A moment, or the start of a day in UTC, as Open Badges 2.0 allows. */
    public static Optional<Instant> readLoosely(String text) {
        if (!DATE.matcher(text).matches()) return read(text);
        try {
            return Optional.of(
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
