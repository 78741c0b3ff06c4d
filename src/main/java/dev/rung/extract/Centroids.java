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
 * at an angle θ each sign differs with probability θ/π (Goemans and Williamson 1995; Charikar, STOC 2002), so with {@code d} coordinates
 * the number that differ is about dθ/π, give or take √(dp(1-p)). Counting differing bits costs a few instructions; only skills that
 * are no further than the floor's angle plus three such deviations get their exact cosine. One in a thousand skills lying exactly on the
 * floor is missed; above it, fewer.
 *
 * <p>The rotation is a Hadamard transform after random changes of sign (Ailon and Chazelle 2006), which costs d log d. It spreads an
 * encoder's sparse vectors over all coordinates; without it their zeros would have no sign to compare.
 */
final class Centroids {
    /** More alternative labels than this hardly move the mean. */
    private static final int MAX_LABELS = 24;
    /** Fixed, so that the same texts have the same answers everywhere. */
    private static final long SEED = 0x52756e67;

    private static final double DEVIATIONS = 3;

    private final float[][] rows;
    /** Row after row, {@code words} each. */
    private final long[] signs;

    private final int words;
    private final boolean[] flips;

    /** A skill's place and its cosine; place -1 and cosine 0 where none reaches the floor. */
    record Nearest(int skill, double cosine) {}

    private Centroids(float[][] rows, int dimensions) {
        this.rows = rows;
        int padded = Math.max(64, Integer.highestOneBit(Math.max(1, dimensions - 1)) << 1);
        SplittableRandom random = new SplittableRandom(SEED);
        flips = new boolean[padded];
        for (int i = 0; i < padded; i++) flips[i] = random.nextBoolean();
        words = padded / 64;
        signs = new long[rows.length * words];
        for (int s = 0; s < rows.length; s++) System.arraycopy(signs(rows[s]), 0, signs, s * words, words);
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
        int mostDiffering = mostDiffering(floor);
        long[] own = signs(vector);
        int best = -1;
        double cosine = 0;
        for (int s = 0; s < rows.length; s++) {
            int differing = 0;
            for (int w = 0; w < words; w++) differing += Long.bitCount(own[w] ^ signs[s * words + w]);
            if (differing > mostDiffering) continue;
            double exact = SkillEncoder.dot(vector, rows[s]);
            if (exact >= floor && exact > cosine) {
                cosine = exact;
                best = s;
            }
        }
        return new Nearest(best, cosine);
    }

    private int mostDiffering(double floor) {
        int bits = words * 64;
        double p = Math.acos(Math.clamp(floor, -1, 1)) / Math.PI;
        return (int) Math.ceil(bits * p + DEVIATIONS * Math.sqrt(bits * p * (1 - p)));
    }

    private long[] signs(float[] vector) {
        float[] turned = Arrays.copyOf(vector, words * 64);
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
        long[] bits = new long[words];
        for (int i = 0; i < turned.length; i++) {
            if (turned[i] > 0) bits[i >> 6] |= 1L << (i & 63);
        }
        return bits;
    }
}
