package dev.rung.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A record that an engine found, with the engine's own score: good for choosing whom to look at, not for showing. What people see is
 * scored by {@code match}.
 *
 * @param id of the record
 * @param score higher is better; comparable within one answer only
 */
public record Ranked(String id, double score) {
    /** Best first; equals by id, as its bytes in UTF-8 compare. */
    public static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::score)
            .reversed()
            .thenComparing(r -> r.id().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
}
