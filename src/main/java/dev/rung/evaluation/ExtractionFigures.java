package dev.rung.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * How well skills were found in sentences.
 *
 * @param sentences how many
 * @param folds in how many parts they were measured, each with weights calibrated without it; 1 if all with the weights at hand
 * @param floor confidence from which Rung takes a find
 * @param rpAt5 hits among the 5 likeliest skills ÷ the smaller of 5 and all answers, mean over the sentences
 * @param rpAt10 the same for 10
 * @param floors precision and recall at several floors
 * @param names the same for names alone, without reading sentences, at the floor that is in use for that
 * @param reliability confidence beside the share that was right, for the finds at {@code floor} and above
 * @param ece expected calibration error: the mean difference of the two over those finds, 0 to 1 (Naeini et al., AAAI 2015)
 */
@JsonPropertyOrder({"sentences", "folds", "floor", "rp@5", "rp@10", "floors", "names", "reliability", "ece"})
public record ExtractionFigures(
        int sentences,
        int folds,
        double floor,
        @JsonProperty("rp@5") double rpAt5,
        @JsonProperty("rp@10") double rpAt10,
        List<Floor> floors,
        Floor names,
        List<Bin> reliability,
        double ece) {
    /**
     * @param floor confidence from which finds count
     * @param perSentence finds a sentence
     * @param precision share of the finds that people named
     * @param recall share of what people named that was found
     */
    public record Floor(
            double floor, @JsonProperty("per_sentence") double perSentence, double precision, double recall) {
        /** The harmonic mean of precision and recall. */
        @JsonProperty("f1")
        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /**
     * @param from least confidence; each bin is a tenth wide
     * @param finds how many
     * @param confidence their mean
     * @param right the share of them that people named
     */
    public record Bin(double from, int finds, double confidence, double right) {}
}
