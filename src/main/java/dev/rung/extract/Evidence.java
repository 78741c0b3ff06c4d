package dev.rung.extract;

import dev.rung.encoder.ReadingWeights;
import dev.rung.skill.SkillId;
import java.util.List;
import java.util.Map;

/**
 * What speaks for a skill being meant in a sentence, before anything is decided.
 *
 * @param skill which
 * @param start of the words that speak of it most, in {@code char}s from 0
 * @param end of those words, exclusive
 * @param how they name it, or {@link How#VECTOR} if they do not
 * @param proper whether that is a proper name, written with the capitals that the taxonomy gives it: “SQL”, “Power BI”
 * @param name how sure the words alone make it, by {@link Confidence}, 0 to 1; 0 where nothing is named
 * @param whole cosine of the sentence and the skill's label, or the name in it times {@code name} if that is more
 * @param part highest cosine of a few words of the sentence and the label, or {@code name} if that is more
 * @param prior how often the skill is asked for, see {@link dev.rung.encoder.ConceptEncoder#prior}
 * @param gap how much less than for the sentence's likeliest skill {@link #score} is, 0 or more
 * @param sense how likely the sentence is to speak of skills at all, see {@link ReadingWeights#sense}; nearer to 0 for short ones
 */
public record Evidence(
        SkillId skill,
        int start,
        int end,
        How how,
        boolean proper,
        double name,
        double whole,
        double part,
        double prior,
        double gap,
        double sense) {
    /**
     * What a part of the sentence, and the prior, weigh beside the whole: chosen on the validation sets. A fit to the training's sentences would give the
     * part next to nothing, since the vectors were trained on those sentences whole.
     */
    static final double PART_SHARE = 0.5;

    static final double PRIOR_SHARE = 0.06;
    /** From here down a name is doubted for the sentence it stands in; above, a sentence need not look like one that asks for skills. */
    private static final double DOUBT = -0.5;

    /** Nearness by vector: what ranks the skills of a sentence before names are looked at. */
    public double score() {
        return score(whole, part, prior);
    }

    static double score(double whole, double part, double prior) {
        return whole + PART_SHARE * part + PRIOR_SHARE * prior;
    }

    /** What is weighed, in the order of {@link #weighed()}: what is only meant, what is named and proper names have weights of their own. */
    public static final List<String> NAMES = List.of(
            "meant",
            "meant score",
            "meant gap",
            "meant sense",
            "named",
            "named score",
            "named gap",
            "named doubt",
            "named label",
            "named alternative",
            "named words",
            "proper",
            "proper score",
            "proper gap",
            "proper doubt",
            "proper sureness");

    private static final int MEANT = 0;
    private static final int NAMED = 4;
    private static final int PROPER = 11;

    /** Places in {@link #NAMES} of the constants of the three kinds, of which each piece of evidence has one. */
    public static final List<Integer> CONSTANTS = List.of(MEANT, NAMED, PROPER);

    /** The numbers that are weighed. */
    public double[] weighed() {
        double[] numbers = new double[NAMES.size()];
        if (how == How.VECTOR) {
            double[] meant = {1, score(), gap, sense};
            System.arraycopy(meant, 0, numbers, MEANT, meant.length);
        } else if (proper) {
            double[] own = {1, score(), gap, doubt(), name};
            System.arraycopy(own, 0, numbers, PROPER, own.length);
        } else {
            double[] named = {1, score(), gap, doubt(), 0, 0, 0};
            named[4 + how.ordinal()] = name;
            System.arraycopy(named, 0, numbers, NAMED, named.length);
        }
        return numbers;
    }

    private double doubt() {
        return Math.max(0, DOUBT - sense);
    }

    /**
     * How likely people who label sentences are to name the skill.
     *
     * @param weights by {@linkplain #NAMES name}, as {@link ReadingWeights#evidence} has them
     */
    public double probability(Map<String, Double> weights) {
        double[] numbers = weighed();
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) sum += weights.getOrDefault(NAMES.get(i), 0.0) * numbers[i];
        return 1 / (1 + Math.exp(-sum));
    }
}
