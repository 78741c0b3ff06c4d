package dev.rung.extract;

import dev.rung.encoder.SkillEncoder;
import dev.rung.skill.Skill;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One vector a skill, the mean direction of its label and alternative labels, and the nearest of them to a text's.
 *
 * <p>All skills are looked at, whatever words they share with the text, because finding what words do not show is what an encoder is for. To
 * make that cheap, each vector is turned by a fixed random rotation and kept a second time as the signs of its coordinates. For two vectors
 * at an angle θ each sign differs with probability p = θ/π (Goemans and Williamson 1995; Charikar, STOC 2002), so of {@code n} signs about
 * np differ, give or take √(np(1-p)). Signs are counted 64 at a time, and a skill that differs in more than the floor's np and three and
 * a half such deviations is left; with a high floor nearly all are left after the first 64. What remains gets its exact cosine. Of skills
 * that lie exactly on the floor about one in a thousand is missed, of nearer ones fewer.
 *
 * <p>The rotation is a Hadamard transform after random changes of sign (Ailon and Chazelle 2006), which costs d log d. It spreads an
 * encoder's sparse vectors over all coordinates; without it their zeros would have no sign to compare.
 */
final class Centroids {
    /** More alternative labels than this hardly move the mean. */
    private static final int MAX_LABELS = 24;
    /** Fixed, so that the same texts have the same answers everywhere. */
    private static final long SEED = 0x52756e67;

    private static final double DEVIATIONS = 3.5;

    private final float[][] rows;
    /** Sixty-four signs of every row, then the next sixty-four: the first block is all that most comparisons read. */
    private final long[][] signs;

    private final boolean[] flips;

    /** A skill's place and its cosine; place -1 and cosine 0 where none reaches the floor. */
    record Nearest(int skill, double cosine) {}

    private Centroids(float[][] rows, int dimensions) {
        this.rows = rows;
        int padded = Math.max(64, Integer.highestOneBit(Math.max(1, dimensions - 1)) << 1);
        SplittableRandom random = new SplittableRandom(SEED);
        flips = new boolean[padded];
        for (int i = 0; i < padded; i++) flips[i] = random.nextBoolean();
        signs = new long[padded / 64][rows.length];
        for (int row = 0; row < rows.length; row++) {
            long[] own = signs(rows[row]);
            for (int block = 0; block < own.length; block++) signs[block][row] = own[block];
        }
    }

    static Centroids of(List<Skill> skills, SkillEncoder encoder) {
        float[][] rows = new float[skills.size()][];
        for (int s = 0; s < rows.length; s++) rows[s] = centroid(skills.get(s), encoder);
        return new Centroids(rows, encoder.dimensions());
    }

    private static float[] centroid(Skill skill, SkillEncoder encoder) {
        float[] sum = new float[encoder.dimensions()];
        // The label counts as much as two alternatives: it is what the concept is called.
        add(sum, encoder.encode(skill.label()), 2);
        skill.altLabels().stream().limit(MAX_LABELS).forEach(l -> add(sum, encoder.encode(l), 1));
        double length = Math.sqrt(SkillEncoder.dot(sum, sum));
        if (length > 0) {
            for (int i = 0; i < sum.length; i++) sum[i] = (float) (sum[i] / length);
        }
        return sum;
    }

    private static void add(float[] sum, float[] vector, float weight) {
        for (int i = 0; i < sum.length; i++) sum[i] += weight * vector[i];
    }

    /** The skill with the highest cosine, the first of equals, if that reaches the floor. */
    Nearest nearest(float[] vector, double floor) {
        int[] mostDiffering = mostDiffering(floor);
        long[] own = signs(vector);
        long[] first = signs[0];
        long ownFirst = own[0];
        int firstLimit = mostDiffering[0];
        int best = -1;
        double cosine = 0;
        for (int row = 0; row < rows.length; row++) {
            int differing = Long.bitCount(ownFirst ^ first[row]);
            if (differing > firstLimit || !isNear(own, row, differing, mostDiffering)) continue;
            double exact = SkillEncoder.dot(vector, rows[row]);
            if (exact >= floor && exact > cosine) {
                cosine = exact;
                best = row;
            }
        }
        return new Nearest(best, cosine);
    }

    private boolean isNear(long[] own, int row, int differingInFirst, int[] mostDiffering) {
        int differing = differingInFirst;
        for (int block = 1; block < own.length; block++) {
            differing += Long.bitCount(own[block] ^ signs[block][row]);
            if (differing > mostDiffering[block]) return false;
        }
        return true;
    }

    /** By block: how many signs up to and with it may differ. */
    private int[] mostDiffering(double floor) {
        double p = Math.acos(Math.clamp(floor, -1, 1)) / Math.PI;
        int[] most = new int[signs.length];
        for (int block = 0; block < most.length; block++) {
            int n = 64 * (block + 1);
            most[block] = (int) Math.ceil(n * p + DEVIATIONS * Math.sqrt(n * p * (1 - p)));
        }
        return most;
    }

    private long[] signs(float[] vector) {
        float[] turned = Arrays.copyOf(vector, flips.length);
        for (int i = 0; i < vector.length; i++) {
            if (flips[i]) turned[i] = -turned[i];
        }
        for (int half = 1; half < turned.length; half *= 2) {
            for (int from = 0; from < turned.length; from += 2 * half) {
                for (int i = from; i < from + half; i++) {
                    float a = turned[i];
                    float b = turned[i + half];
                    turned[i] = a + b;
                    turned[i + half] = a - b;
                }
            }
        }
        long[] bits = new long[turned.length / 64];
        for (int i = 0; i < turned.length; i++) {
            if (turned[i] > 0) bits[i >> 6] |= 1L << (i & 63);
        }
        return bits;
    }
}
