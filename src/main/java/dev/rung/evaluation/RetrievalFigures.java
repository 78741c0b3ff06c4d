package dev.rung.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What an evaluation found; each figure but the first and the last is a mean over the queries, from 0 to 1.
 *
 * @param queries how many had an answer
 * @param map average precision, divided by all answers of the query
 * @param mrr 1 ÷ rank of the first answer
 * @param recallAt5 answers among the first 5 ÷ all answers
 * @param recallAt10 answers among the first 10 ÷ all answers
 * @param rpAt5 answers among the first 5 ÷ the smaller of 5 and all answers
 * @param rpAt10 answers among the first 10 ÷ the smaller of 10 and all answers
 * @param textsPerSecond texts of the corpus read in a second, on one thread: turned into vectors, into an index of words, or both
 */
@JsonPropertyOrder({"ranker", "queries", "map", "mrr", "recall@5", "recall@10", "rp@5", "rp@10", "texts_per_second"})
public record RetrievalFigures(
        String ranker,
        int queries,
        double map,
        double mrr,
        @JsonProperty("recall@5") double recallAt5,
        @JsonProperty("recall@10") double recallAt10,
        @JsonProperty("rp@5") double rpAt5,
        @JsonProperty("rp@10") double rpAt10,
        @JsonProperty("texts_per_second") double textsPerSecond) {}
