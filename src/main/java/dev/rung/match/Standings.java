package dev.rung.match;

import dev.rung.match.Change.Newcomer;
import dev.rung.match.Change.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer without words: who stands where.
 *
 * @param total as in {@link Recommendations}
 * @param places the first results, best first
 */
record Standings(long total, Map<String, Place> places) {
    /** One result. */
    record Place(String id, String title, Standing standing) {}

    static Standings of(long total, List<Place> best) {
        Map<String, Place> places = new LinkedHashMap<>();
        best.forEach(place -> places.put(place.id(), place));
        return new Standings(total, places);
    }

    Optional<Standing> of(String id) {
        return Optional.ofNullable(places.get(id)).map(Place::standing);
    }

    /** The results that were not there before, best first. */
    List<Place> newcomers(Standings before) {
        return places.values().stream()
                .filter(place -> !before.places.containsKey(place.id()))
                .toList();
    }

    /** The best of these. */
    Optional<Newcomer> first(Standings before) {
        return newcomers(before).stream()
                .findFirst()
                .map(p -> new Newcomer(p.id(), p.title(), p.standing().rank().orElseThrow()));
    }
}
