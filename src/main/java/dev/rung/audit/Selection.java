package dev.rung.audit;

import dev.rung.match.CredentialCard.Share;
import java.util.List;
import java.util.Optional;

/**
 * Selection or scoring rates of groups of people, and each rate as a ratio to the highest (the impact ratio), in the form of New York City's rule on automated
 * employment decision tools (6 RCNY 5-301, to Local Law 144 of 2021).
 *
 * @param measure {@code selection}: the share of a category that was selected; {@code scoring}: the share that scored above the median of all
 * @param people how many were counted
 * @param unreadable how many rows were not, since they say no outcome
 * @param median the median score; none where selection was counted
 * @param axes each way of grouping, and all of them together
 */
public record Selection(String measure, long people, long unreadable, Optional<Double> median, List<Axis> axes) {
    public Selection {
        axes = List.copyOf(axes);
    }

    /**
     * One way of grouping.
     *
     * @param name of the column, or of several with {@code ×} between them
     * @param unknown how many people are in no category; they are in no rate
     * @param categories in the order of their names
     */
    public record Axis(String name, long unknown, List<Category> categories) {
        public Axis {
            categories = List.copyOf(categories);
        }
    }

    /**
     * One category.
     *
     * @param name of it
     * @param people how many
     * @param chosen how many of them were selected, or scored above the median
     * @param rate chosen ÷ people, with its 95 % interval
     * @param ratio the rate ÷ the highest rate of the axis; none where it was left out, or where the highest is 0
     * @param leftOut why there is no ratio, if it was left out
     * @param caution why the rate says little, if it does
     */
    public record Category(
            String name,
            long people,
            long chosen,
            Share rate,
            Optional<Double> ratio,
            Optional<String> leftOut,
            Optional<String> caution) {}
}
