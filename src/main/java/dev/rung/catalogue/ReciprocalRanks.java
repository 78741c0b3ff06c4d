package dev.rung.catalogue;

/**
 * What a place in one ranking counts towards the place in the fused one: weight ÷ (constant + rank), by reciprocal rank fusion (Cormack, Clarke and
 * Büttcher, <i>Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods</i>, SIGIR 2009).
 *
 * <p>The authors' constant of 60 and equal weights suit rankings that are equally good; here the vectors are much the better half. On the
 * validation sets of job titles and of house, tech and SkillSkape sentences (up to 400 queries each) the mean of the four MRRs is .519 with those,
 * .569 with these, .557 by vectors alone; constants from 1 to 10 with the weight that suits each lie within .003.
 */
public final class ReciprocalRanks {
    private static final int CONSTANT = 5;
    private static final double VECTORS = 3;

    private ReciprocalRanks() {}

    /** @param rank from 0 */
    public static double byWords(int rank) {
        return 1.0 / (CONSTANT + rank + 1);
    }

    /** @param rank from 0 */
    public static double byVector(int rank) {
        return VECTORS / (CONSTANT + rank + 1);
    }
}
