package dev.rung.server;

import dev.rung.json.Json;
import dev.rung.server.Problem.Sort;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The query of an address. A parameter that a route does not know is refused, so that a slip of the pen is not answered with everything. */
final class Query {
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** The query of a request to a route that knows these parameters. */
    static Query of(Context ctx, List<String> known) {
        String raw = ctx.queryString();
        if (raw != null && LONE_PERCENT.matcher(raw).find()) {
            throw new Refusal(
                    Sort.ILL_FORMED, "The query is not well-formed: a percent sign has to begin a code such as %20.");
        }
        Map<String, List<String>> values = ctx.queryParamMap();
        for (String name : values.keySet()) {
            if (known.isEmpty()) throw Refusal.inQuery(name, "is not known; this address takes none");
            if (!known.contains(name)) {
                throw Refusal.inQuery(name, "is not known; known are " + String.join(", ", known));
            }
        }
        return new Query(values);
    }

    /** The value of a parameter that may be given once; an empty one counts as not given. */
    Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) throw Refusal.inQuery(name, "must be given once");
        return all.isEmpty() || all.getFirst().isBlank() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** Every value of a parameter. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Yes or no; no if it is not given. */
    boolean flag(String name) {
        return switch (one(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.inQuery(name, "must be true or false");
        };
    }

    /** A day, if it is given. */
    Optional<LocalDate> day(String name) {
        try {
            return one(name).map(day -> LocalDate.parse(day, Json.DAY));
        } catch (DateTimeParseException e) {
            throw Refusal.inQuery(name, "must be a day such as 2026-11-30");
        }
    }

    /** A whole number within limits. */
    int number(String name, int otherwise, int min, int max) {
        Optional<String> text = one(name);
        if (text.isEmpty()) return otherwise;
        String message = "must be a whole number between " + min + " and " + max;
        try {
            int number = Integer.parseInt(text.get());
            if (number < min || number > max) throw Refusal.inQuery(name, message);
            return number;
        } catch (NumberFormatException e) {
            throw Refusal.inQuery(name, message);
        }
    }
}
