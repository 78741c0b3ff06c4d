package dev.rung.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * Some of the results of a search.
 *
 * @param items this page's records, best first
 * @param next cursor of the next page; none: this is the last
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, Optional<String> next, long total) {
    public Page {
        items = List.copyOf(items);
    }
}
