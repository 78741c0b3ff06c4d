package dev.rung.extract;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.encoder.VectorTable;
import dev.rung.skill.Alignment;
import dev.rung.skill.Skill;
import java.util.List;

/**
 * The vector of every skill's label, and how often skills are asked for. Labels alone: with the mean of all a skill's names in its place
 * sentences were understood worse.
 *
 * <p>Immutable.
 */
final class SkillVectors {
    /** For skills that the model could not count, which are all but ESCO's: what a skill asked for now and then has. */
    private static final float TYPICAL_PRIOR = 2;

    private final float[][] rows;
    private final float[] priors;
    private final VectorTable table;

    /** A skill's place and its cosine; place -1 and cosine 0 where none reaches the floor. */
    record Nearest(int skill, double cosine) {}

    SkillVectors(List<Skill> skills, SkillEncoder encoder) {
        rows = new float[skills.size()][];
        priors = new float[rows.length];
        for (int s = 0; s < rows.length; s++) {
            String label = skills.get(s).label();
            rows[s] = encoder.encode(label);
            boolean counted = new Alignment(skills.get(s).id().value()).isEsco();
            priors[s] = encoder instanceof ConceptEncoder known && counted ? (float) known.prior(label) : TYPICAL_PRIOR;
        }
        table = new VectorTable(encoder.dimensions(), List.of(rows));
    }

    double cosine(int skill, float[] vector) {
        return SkillEncoder.dot(rows[skill], vector);
    }

    /** See {@link ConceptEncoder#prior}. */
    double prior(int skill) {
        return priors[skill];
    }

    /** The skill with the highest cosine, the first of equals, if that reaches the floor. */
    Nearest nearest(float[] vector, double floor) {
        for (int skill :
                table.nearest(List.of(vector), new float[rows.length], 1).getFirst()) {
            double cosine = cosine(skill, vector);
            if (cosine >= floor) return new Nearest(skill, Math.min(1, cosine));
        }
        return new Nearest(-1, 0);
    }

    /**
     * For each vector the skills that are likeliest to be meant: those with the highest sum of cosine and share × prior.
     *
     * @param most how many a vector
     */
    List<int[]> likeliest(List<float[]> vectors, double priorShare, int most) {
        float[] bonus = new float[priors.length];
        for (int s = 0; s < bonus.length; s++) bonus[s] = (float) priorShare * priors[s];
        return table.nearest(vectors, bonus, most);
    }
}
