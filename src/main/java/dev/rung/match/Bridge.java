package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.credential.Money;
import java.util.List;
import java.util.Optional;

/**
 * The way over into another role: what carries over, and the one or two credentials that bring most of the rest.
 *
 * @param carriesOver names of the skills that answer its requirements already, weightiest first
 * @param credentials the fewest, at most two, that bring enough of its essential requirements; where none do, those that bring the best match
 * @param score the match with them, 0 to 1
 * @param met essential requirements met with them
 * @param of how many there are
 * @param reached whether that share is as large as {@link Weights#reach} asks of a job
 */
public record Bridge(
        List<String> carriesOver,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Plank> credentials,
        double score,
        int met,
        int of,
        boolean reached) {
    public Bridge {
        carriesOver = List.copyOf(carriesOver);
        credentials = List.copyOf(credentials);
    }

    /** One credential of a bridge. */
    public record Plank(String id, String title, Optional<Double> hours, Optional<Money> cost) {}
}
