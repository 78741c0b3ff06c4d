package dev.rung.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import java.util.SortedMap;

/**
 * The skills that most jobs ask for. Counting them takes tens of milliseconds on some hundred thousand jobs and people of one region ask
 * for the same ones, so the counts are kept for as long as the jobs stay the same. Safe for use by many threads.
 */
final class Demand {
    private static final int MOST = 60;
    private static final int FILTERS_KEPT = 200;

    private final Cache<Key, SortedMap<String, Long>> kept =
            Caffeine.newBuilder().maximumSize(FILTERS_KEPT).build();

    private record Key(String generation, long jobs, Filter filter) {}

    /** Ids of the {@value #MOST} skills that most of these jobs ask for, with the number of jobs. */
    SortedMap<String, Long> of(CatalogueView view, Filter jobs) {
        Key key = new Key(view.generation().id(), view.version(Kind.JOBS), jobs);
        return kept.get(key, k -> view.facet(Kind.JOBS, "skill", jobs, MOST));
    }
}
