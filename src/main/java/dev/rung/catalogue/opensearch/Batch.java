package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The changes of one call, the last one of each record only, in two parts: candidates are read in the light of everything else, so they come
 * after it.
 */
record Batch(Collection<Change> first, Collection<Change> candidates) {
    static Batch of(List<Change> changes) {
        Map<String, Change> first = new LinkedHashMap<>();
        Map<String, Change> candidates = new LinkedHashMap<>();
        for (Change change : changes) {
            Kind<?> kind =
                    switch (change) {
                        case Change.Put<?> put -> put.kind();
                        case Change.Remove remove -> remove.kind();
                    };
            String id =
                    switch (change) {
                        case Change.Put<?> put -> put.id();
                        case Change.Remove remove -> remove.id();
                    };
            (kind.equals(Kind.CANDIDATES) ? candidates : first).put(Layout.key(kind, id), change);
        }
        return new Batch(first.values(), candidates.values());
    }
}
