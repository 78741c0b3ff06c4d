package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.credential.Mode;
import dev.rung.person.Constraints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Constraints as filters: what may be answered at all. Each limit is a part of its own, so that it can be told what lifting it would
 * let in.
 */
final class Admission {
    private Admission() {}

    /** Jobs that are still open, within the region or remote, and in a language the person understands. */
    static Filter jobs(Constraints constraints, LocalDate asOf) {
        List<Filter> parts = new ArrayList<>();
        parts.add(Filter.any(Filter.atLeast("validThrough", asOf.toEpochDay()), new Filter.Unknown("validThrough")));
        constraints.region().ifPresent(region -> parts.add(Filter.in("within", region, "remote")));
        if (!constraints.languages().isEmpty()) {
            parts.add(Filter.any(Filter.in("language", constraints.languages()), new Filter.Unknown("language")));
        }
        return Filter.all(parts);
    }

    /** One filter for each limit that is set, under the limit's name in {@link Constraints}. */
    static Map<String, Filter> credentials(Constraints constraints) {
        Map<String, Filter> parts = new LinkedHashMap<>();
        boolean lenient = constraints.allowUnknown();
        constraints
                .maxHours()
                .ifPresent(hours -> parts.put("maxHours", known(Filter.atMost("hours", hours), "hours", lenient)));
        constraints.maxCost().ifPresent(cost -> {
            Filter within =
                    Filter.any(Filter.in("free", "true"), Filter.atMost("cost." + cost.currency(), cost.amount()));
            parts.put("maxCost", known(within, "cost", lenient));
        });
        if (!constraints.modes().isEmpty()) {
            List<String> modes = constraints.modes().stream()
                    .map(m -> m.name().toLowerCase(Locale.ROOT))
                    .toList();
            parts.put("modes", known(Filter.in("mode", modes), "mode", lenient));
        }
        if (!constraints.languages().isEmpty()) {
            parts.put("languages", known(Filter.in("language", constraints.languages()), "language", lenient));
        }
        constraints.region().ifPresent(region -> parts.put("region", near(region)));
        if (constraints.noFormalEntry()) {
            parts.put("noFormalEntry", known(Filter.in("formal", "false"), "formal", lenient));
        }
        if (constraints.assessedOnly()) parts.put("assessedOnly", Filter.in("assessed", "true"));
        constraints.recognisedBy().ifPresent(by -> parts.put("recognisedBy", Filter.in("recognisedBy", by)));
        return parts;
    }

    static Filter together(Map<String, Filter> parts) {
        return Filter.all(parts.values());
    }

    /** All limits but one. */
    static Filter without(Map<String, Filter> parts, String one) {
        Map<String, Filter> others = new LinkedHashMap<>(parts);
        others.remove(one);
        return together(others);
    }

    private static Filter known(Filter within, String field, boolean lenient) {
        return lenient ? Filter.any(within, new Filter.Unknown(field)) : within;
    }

    /** Taught there or somewhere within it, in the whole country, online, or anywhere. */
    private static Filter near(String region) {
        int country = region.indexOf('-');
        return Filter.any(
                Filter.in("within", region),
                Filter.in("region", country > 0 ? region.substring(0, country) : region),
                Filter.in("mode", Mode.ONLINE.name().toLowerCase(Locale.ROOT)),
                new Filter.Unknown("region"));
    }
}
