package dev.rung.server;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.json.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads filters as they stand in an address: {@code field:value} with commas between, all of which must hold.
 *
 * <pre>{@code
 * filter=region:DE-BY,remote:true        both
 * filter=mode:online|hybrid              either
 * filter=hours:<=40,eqf:>=4              numbers; also eqf:5
 * filter=validThrough:>=2026-12-01       days
 * filter=organisation:"Sample, Inc."     quoted where a value has a comma, a bar or a quote (doubled)
 * }</pre>
 *
 * <p>The fields are those of {@link dev.rung.catalogue.Facts}. Several {@code filter} parameters count as one with commas between.
 */
final class FilterSyntax {
    private static final String PARAMETER = "filter";
    private static final Pattern BOUND = Pattern.compile("(<=|>=|)(.+)");
    private static final Pattern COST = Pattern.compile("cost\\.[A-Z]{3}");
    /** Numbers that are days, and written as such. */
    private static final Set<String> DAYS = Set.of("validThrough", "newest", "awarded");

    private static final Map<Kind<?>, List<String>> WORDS = Map.of(
            Kind.SKILLS, List.of("kind", "broader", "group"),
            Kind.ROLES, List.of("group", "skill"),
            Kind.JOBS,
                    List.of(
                            "role",
                            "country",
                            "region",
                            "within",
                            "remote",
                            "language",
                            "organisation",
                            "sample",
                            "skill"),
            Kind.CREDENTIALS,
                    List.of(
                            "issuer",
                            "assessment",
                            "assessed",
                            "mode",
                            "language",
                            "region",
                            "within",
                            "formal",
                            "free",
                            "recognisedBy",
                            "illustrative",
                            "requires",
                            "award",
                            "skill"),
            Kind.CANDIDATES, List.of("fictitious", "region", "within", "language", "mode", "shows", "registry"));

    private static final Map<Kind<?>, List<String>> NUMBERS = Map.of(
            Kind.SKILLS, List.of(),
            Kind.ROLES, List.of(),
            Kind.JOBS, List.of("validThrough"),
            Kind.CANDIDATES, List.of("newest", "awarded"),
            Kind.CREDENTIALS, List.of("hours", "ects", "eqf", "cost"));

    private FilterSyntax() {}

    /** Whether records of a kind are known to have words under this field. */
    static boolean hasWords(Kind<?> kind, String field) {
        return WORDS.getOrDefault(kind, List.of()).contains(field);
    }

    /** Whether records of a kind are known to have a number under this field. */
    static boolean hasNumber(Kind<?> kind, String field) {
        return NUMBERS.getOrDefault(kind, List.of()).contains(field)
                || kind == Kind.CREDENTIALS && COST.matcher(field).matches();
    }

    /** The filter that these parameters say.
     *
     * @throws Refusal if they say none that records of this kind can be filtered by
     */
    static Filter parse(Kind<?> kind, List<String> parameters) {
        List<Filter> parts = new ArrayList<>();
        for (String parameter : parameters) {
            for (String part : split(parameter, ',')) {
                if (!part.isBlank()) parts.add(part(kind, part.strip()));
            }
        }
        return parts.isEmpty() ? Filter.NONE : Filter.all(parts);
    }

    private static Filter part(Kind<?> kind, String part) {
        int colon = part.indexOf(':');
        if (colon <= 0) throw Refusal.inQuery(PARAMETER, "must be of the form field:value, but “" + part + "” is not");
        String field = part.substring(0, colon);
        List<String> values = split(part.substring(colon + 1), '|');
        if (values.stream().anyMatch(String::isBlank)) {
            throw Refusal.inQuery(PARAMETER, "has no value after “" + field + ":”");
        }
        if (hasWords(kind, field)) {
            return Filter.in(field, values.stream().map(FilterSyntax::unquoted).toList());
        }
        if (hasNumber(kind, field)) {
            return Filter.any(values.stream().map(v -> number(field, v)).toArray(Filter[]::new));
        }
        throw Refusal.inQuery(
                PARAMETER, "has the field “" + field + "”, which " + kind + " do not have; they have " + known(kind));
    }

    private static String known(Kind<?> kind) {
        TreeSet<String> fields = new TreeSet<>(WORDS.getOrDefault(kind, List.of()));
        fields.addAll(NUMBERS.getOrDefault(kind, List.of()));
        if (kind == Kind.CREDENTIALS) fields.add("cost.CUR (with a currency for CUR)");
        return String.join(", ", fields);
    }

    private static Filter number(String field, String value) {
        Matcher bound = BOUND.matcher(value);
        if (!bound.matches()) throw notANumber(field, value);
        double number = DAYS.contains(field) ? day(field, value, bound.group(2)) : decimal(field, bound.group(2));
        return switch (bound.group(1)) {
            case "<=" -> Filter.atMost(field, number);
            case ">=" -> Filter.atLeast(field, number);
            default -> new Filter.Between(field, number, number);
        };
    }

    private static double decimal(String field, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) return number;
        } catch (NumberFormatException e) {
            throw notANumber(field, text);
        }
        throw notANumber(field, text);
    }

    private static double day(String field, String value, String text) {
        try {
            return LocalDate.parse(text, Json.DAY).toEpochDay();
        } catch (DateTimeException e) {
            throw Refusal.inQuery(
                    PARAMETER, "needs a day after “" + field + ":”, such as >=2026-12-01, not “" + value + "”");
        }
    }

    private static Refusal notANumber(String field, String value) {
        return Refusal.inQuery(
                PARAMETER, "needs a number after “" + field + ":”, such as 5, <=40 or >=4, not “" + value + "”");
    }

    /** Splits at a separator outside quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (quoted) throw Refusal.inQuery(PARAMETER, "has a quote that is not closed");
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquoted(String value) {
        String text = value.strip();
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) return text;
        return text.substring(1, text.length() - 1).replace("\"\"", "\"");
    }
}
