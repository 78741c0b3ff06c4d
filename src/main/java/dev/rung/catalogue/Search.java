package dev.rung.catalogue;

import dev.rung.skill.Check;
import java.util.Optional;

/**
 * What to look for, and which page of it.
 *
 * @param text words to find in titles, labels and descriptions, the last of which may be just begun; none: everything, by id
 * @param filter which records may be found at all
 * @param size records on a page, 1 to {@value #MAX_SIZE}
 * @param cursor {@link Page#next()} of the page before; none: the first page
 */
public record Search(Optional<String> text, Filter filter, int size, Optional<String> cursor) {
    public static final int MAX_SIZE = 1_000;

    public Search {
        text = Check.text("q", text);
        Check.present("filter", filter);
        Check.range("size", size, 1, MAX_SIZE);
        cursor = Check.optional(cursor);
    }

    public static Search text(String text, int size) {
        return new Search(Optional.of(text), Filter.NONE, size, Optional.empty());
    }

    public static Search everything(int size) {
        return new Search(Optional.empty(), Filter.NONE, size, Optional.empty());
    }

    public Search after(String next) {
        return new Search(text, filter, size, Optional.of(next));
    }

    public Search within(Filter other) {
        return new Search(text, other, size, cursor);
    }
}
