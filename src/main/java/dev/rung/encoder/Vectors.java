package dev.rung.encoder;

/** Arithmetic on vectors that both training and serving need, each with one fixed order of summation. */
public final class Vectors {
    private Vectors() {}

    /** Brings a vector to length 1 in place and returns it; the zero vector stays as it is. */
    public static float[] normalise(float[] vector) {
        double length = Math.sqrt(SkillEncoder.dot(vector, vector));
        if (length > 0) {
            float factor = (float) (1 / length);
            for (int i = 0; i < vector.length; i++) vector[i] *= factor;
        }
        return vector;
    }
}
