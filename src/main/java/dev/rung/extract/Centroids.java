package dev.rung.extract;

import dev.rung.encoder.SkillEncoder;
import dev.rung.skill.Skill;
import java.util.List;

/**
 * One vector a skill, the mean direction of its label and alternative labels, and the nearest of them to a text's.
 *
 * <p>The search is exact and over all skills, whatever words they share with the text, because finding what words do not show is what an
 * encoder is for. Vectors lie column by column, so that the inner loop adds a multiple of one column to a row of scores: the JIT compiler
 * turns that into vector instructions, and the order of additions, and with it every bit of the result, is the same without them.
 */
final class Centroids {
    /** Skills scored together: a block of 256-dimensional columns is half a megabyte and stays in the second-level cache. */
    private static final int BLOCK = 512;
    /** More alternative labels than this hardly move the mean. */
    private static final int MAX_LABELS = 24;

    private final int dimensions;
    private final int skills;
    /** By block, then dimension, then skill within the block. */
    private final float[][] blocks;

    /** A skill's place and its cosine; place -1 where no skill has a vector or the text has none. */
    record Nearest(int skill, double cosine) {}

    private Centroids(int dimensions, int skills, float[][] blocks) {
        this.dimensions = dimensions;
        this.skills = skills;
        this.blocks = blocks;
    }

    static Centroids of(List<Skill> skills, SkillEncoder encoder) {
        int d = encoder.dimensions();
        float[][] blocks = new float[(skills.size() + BLOCK - 1) / BLOCK][];
        for (int b = 0; b < blocks.length; b++) blocks[b] = new float[d * BLOCK];
        for (int s = 0; s < skills.size(); s++) {
            float[] centroid = centroid(skills.get(s), encoder);
            for (int i = 0; i < d; i++) blocks[s / BLOCK][i * BLOCK + s % BLOCK] = centroid[i];
        }
        return new Centroids(d, skills.size(), blocks);
    }

    private static float[] centroid(Skill skill, SkillEncoder encoder) {
        // The label counts as much as two alternatives: it is what the concept is called.
        float[] sum = new float[encoder.dimensions()];
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

    /** For each vector the skill with the highest cosine, the first of equals. */
    Nearest[] nearest(List<float[]> vectors) {
        int n = vectors.size();
        int[] best = new int[n];
        float[] cosine = new float[n];
        java.util.Arrays.fill(best, -1);
        float[] scores = new float[BLOCK];
        for (int b = 0; b < blocks.length; b++) {
            int size = Math.min(BLOCK, skills - b * BLOCK);
            for (int v = 0; v < n; v++) {
                score(blocks[b], vectors.get(v), scores);
                for (int s = 0; s < size; s++) {
                    if (scores[s] > cosine[v]) {
                        cosine[v] = scores[s];
                        best[v] = b * BLOCK + s;
                    }
                }
            }
        }
        Nearest[] nearest = new Nearest[n];
        for (int v = 0; v < n; v++) nearest[v] = new Nearest(best[v], cosine[v]);
        return nearest;
    }

    private void score(float[] block, float[] vector, float[] scores) {
        java.util.Arrays.fill(scores, 0);
        for (int i = 0; i < dimensions; i++) {
            float weight = vector[i];
            if (weight == 0) continue;
            int column = i * BLOCK;
            for (int s = 0; s < BLOCK; s++) scores[s] += weight * block[column + s];
        }
    }
}
