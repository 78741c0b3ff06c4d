package dev.rung.evaluation.next;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;

/**
 * What an evaluation found. Each figure is a mean over the users; what a user took before is left out of the ranking.
 *
 * @param ranker its name
 * @param users how many had something to find
 * @param items how many there are to rank
 * @param recallAt10 found among the first 10 ÷ all that was to be found
 * @param precisionAt10 found among the first 10 ÷ 10
 * @param phrAt10 positive hit ratio: 1 if anything was found among the first 10, else 0
 * @param ndcgAt10 Σ 1 ÷ log2(rank + 1) over what was found among the first 10 ÷ the most that could be
 * @param difference to the yardstick, unless this is it
 */
@JsonPropertyOrder({"ranker", "users", "items", "recall@10", "precision@10", "phr@10", "ndcg@10"})
public record NextFigures(
        String ranker,
        int users,
        int items,
        @JsonProperty("recall@10") double recallAt10,
        @JsonProperty("precision@10") double precisionAt10,
        @JsonProperty("phr@10") double phrAt10,
        @JsonProperty("ndcg@10") double ndcgAt10,
        Optional<Difference> difference) {
    /**
     * How much better than the yardstick, by a paired bootstrap over the users.
     *
     * @param to the yardstick
     * @param recallAt10 its own
     * @param ndcgAt10 its own
     * @param recall how much more
     * @param ndcg how much more
     */
    @JsonPropertyOrder({"to", "recall@10", "ndcg@10", "recall", "ndcg"})
    public record Difference(
            String to,
            @JsonProperty("recall@10") double recallAt10,
            @JsonProperty("ndcg@10") double ndcgAt10,
            Interval recall,
            Interval ndcg) {}

    /**
     * A difference and the middle 95 of a hundred resampled ones.
     *
     * @param mean over the users
     * @param low end
     * @param high end
     */
    public record Interval(double mean, double low, double high) {}
}
