package dev.rung.match;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Mode;
import dev.rung.credential.Money;
import dev.rung.person.Constraints;
import dev.rung.role.Job;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The least by which each limit has to give way for something more to be answered. What is kept out by a limit is found by asking without it; of that, the nearest
 * says how far the limit would have to move; and with the limit there, the question is asked again.
 */
final class Loosenings {
    private static final int NUDGE = 1;
    private static final int WIDEN = 2;
    private static final int LIFT = 3;
    private static final int MOST_WORDS = 2;

    private final Constraints limits;
    private final CatalogueView view;
    private final Trials trials;

    Loosenings(Constraints limits, CatalogueView view, Trials trials) {
        this.limits = limits;
        this.view = view;
        this.trials = trials;
    }

    List<Change> ofCredentials() {
        List<Edit> edits = new ArrayList<>();
        limits.maxCost().ifPresent(cost -> keptOut(limits.withMaxCost(Optional.empty()), Kind.CREDENTIALS).stream()
                .flatMap(c -> c.offer().cost().stream())
                .filter(c -> c.currency().equals(cost.currency()) && c.amount() > cost.amount())
                .min(Comparator.comparingDouble(Money::amount))
                .ifPresent(least -> edits.add(
                        Edit.limits("maxCost", NUDGE, "pay up to " + least, limits.withMaxCost(Optional.of(least))))));
        limits.maxHours().ifPresent(hours -> keptOut(limits.withMaxHours(Optional.empty()), Kind.CREDENTIALS).stream()
                .flatMap(c -> c.workload().hours().stream())
                .filter(h -> h > hours)
                .min(Comparator.naturalOrder())
                .ifPresent(least -> edits.add(Edit.limits(
                        "maxHours",
                        NUDGE,
                        "give up to " + Math.round(least) + " hours to one credential",
                        limits.withMaxHours(Optional.of(least))))));
        if (!limits.modes().isEmpty()) {
            for (Mode mode : most(keptOut(limits.withModes(List.of()), Kind.CREDENTIALS), c -> c.offer()
                    .modes())) {
                if (limits.modes().contains(mode)) continue;
                edits.add(Edit.limits(
                        "modes",
                        NUDGE,
                        "allow " + mode.name().toLowerCase(Locale.ROOT),
                        limits.withModes(and(limits.modes(), mode))));
            }
        }
        edits.addAll(languages(Kind.CREDENTIALS, c -> c.offer().languages()));
        edits.addAll(regions(Kind.CREDENTIALS, c -> c.offer().regions()));
        if (limits.noFormalEntry()) {
            edits.add(Edit.limits(
                    "noFormalEntry",
                    LIFT,
                    "allow a school or university qualification to be asked for",
                    limits.withNoFormalEntry(false)));
        }
        if (limits.assessedOnly()) {
            edits.add(Edit.limits(
                    "assessedOnly", LIFT, "allow credentials that test nothing", limits.withAssessedOnly(false)));
        }
        limits.recognisedBy()
                .ifPresent(by -> edits.add(Edit.limits(
                        "recognisedBy",
                        LIFT,
                        "allow credentials that " + by + " does not recognise",
                        limits.withRecognisedBy(Optional.empty()))));
        if (!limits.allowUnknown()) {
            edits.add(Edit.limits(
                    "allowUnknown",
                    LIFT,
                    "allow what does not state its hours, cost, mode, language or entry conditions",
                    limits.withAllowUnknown(true)));
        }
        return trials.ofAnswer(edits);
    }

    List<Change> ofJobs() {
        List<Edit> edits = new ArrayList<>();
        edits.addAll(languages(Kind.JOBS, j -> j.language().stream().toList()));
        edits.addAll(regions(Kind.JOBS, Loosenings::regionOf));
        return trials.ofAnswer(edits);
    }

    private static List<String> regionOf(Job job) {
        return job.place().region().or(() -> job.place().country()).stream().toList();
    }

    private <T> List<Edit> languages(Kind<T> kind, Function<T, List<String>> languages) {
        if (limits.languages().isEmpty()) return List.of();
        List<Edit> edits = new ArrayList<>();
        for (String language : most(keptOut(limits.withLanguages(List.of()), kind), languages)) {
            if (limits.languages().contains(language)) continue;
            edits.add(Edit.limits(
                    "languages",
                    WIDEN,
                    "accept the language " + language,
                    limits.withLanguages(and(limits.languages(), language))));
        }
        return edits;
    }

    private <T> List<Edit> regions(Kind<T> kind, Function<T, List<String>> regions) {
        if (limits.region().isEmpty()) return List.of();
        String here = limits.region().get();
        List<Edit> edits = new ArrayList<>();
        int country = here.indexOf('-');
        if (country > 0) {
            String whole = here.substring(0, country);
            edits.add(Edit.limits("region", NUDGE, "look in all of " + whole, limits.withRegion(Optional.of(whole))));
        }
        most(keptOut(limits.withRegion(Optional.empty()), kind), regions).stream()
                .filter(region -> !region.equals(here))
                .findFirst()
                .ifPresent(region -> edits.add(Edit.limits(
                        "region", WIDEN, "look in " + region + " instead", limits.withRegion(Optional.of(region)))));
        edits.add(Edit.limits("region", LIFT, "look everywhere", limits.withRegion(Optional.empty())));
        return edits;
    }

    /** What is among the best without a limit and not with it. */
    private <T> List<T> keptOut(Constraints without, Kind<T> kind) {
        List<String> ids = trials.with(Edit.limits("", LIFT, "", without)).stream()
                .flatMap(all -> all.newcomers(trials.before()).stream())
                .map(Standings.Place::id)
                .toList();
        return view.find(kind, ids);
    }

    /** The words that most of these have, ties in order. */
    private static <T, W extends Comparable<W>> List<W> most(List<T> records, Function<T, List<W>> words) {
        Map<W, Long> counts = records.stream()
                .flatMap(r -> words.apply(r).stream().distinct())
                .collect(Collectors.groupingBy(w -> w, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<W, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_WORDS)
                .toList();
    }

    private static <T> List<T> and(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
