package dev.rung.behaviour;

import java.util.List;

/**
 * What a share is shrunk towards, and how strongly: a share of few people says little, so it is taken as if {@link #size} more people had been
 * counted of whom the share {@link #mean} succeeded.
 *
 * <p>The model is beta-binomial, its prior estimated from all credentials together (empirical Bayes). With x of n people at credential i, N = Σn,
 * m = Σx ÷ N and S = Σ n·(x/n − m)², the moments of the beta-binomial give the correlation within a credential
 *
 * <pre>  γ = (S ÷ (m·(1 − m)) − (k − 1)) ÷ (N − Σn² ÷ N − (k − 1)),    size = 1 ÷ γ − 1,    share = (x + m·size) ÷ (n + size)</pre>
 *
 * where k is the number of credentials: J. C. Kleinman, “Proportions with extraneous variance: single and independent samples”, Journal of the American
 * Statistical Association 68 (1973) 46–54, with weights n. One person at the usual share is added, so that m is neither 0 nor 1, and size is
 * kept within {@value #LEAST} and {@value #MOST}. With fewer than {@value #ENOUGH} credentials there is nothing to estimate a spread from, and the usual
 * values stand in.
 *
 * @param mean the share it is shrunk towards, 0 to 1
 * @param size as if so many more people had been counted
 */
public record Shrinkage(double mean, double size) {
    static final double LEAST = 2;
    static final double MOST = 1_000;
    static final int ENOUGH = 3;

    /** x of n people. */
    record Sample(long x, long n) {}

    /**
     * The prior of these samples.
     *
     * @param samples each with n above 0; their order matters to the last digit
     * @param usual the prior where they are too few
     */
    static Shrinkage of(List<Sample> samples, Shrinkage usual) {
        if (samples.size() < ENOUGH) return usual;
        double people = 1;
        double successes = usual.mean;
        double squares = 0;
        for (Sample sample : samples) {
            people += sample.n;
            successes += sample.x;
            squares += (double) sample.n * sample.n;
        }
        double m = successes / people;
        double s = 0;
        for (Sample sample : samples) {
            double off = (double) sample.x / sample.n - m;
            s += sample.n * off * off;
        }
        double free = samples.size() - 1.0;
        double spread = people - squares / people - free;
        if (spread <= 0) return new Shrinkage(m, usual.size);
        double correlation = (s / (m * (1 - m)) - free) / spread;
        double size = correlation <= 0 ? MOST : 1 / correlation - 1;
        return new Shrinkage(m, Math.clamp(size, LEAST, MOST));
    }

    /** The share of x in n, shrunk. */
    double share(long x, long n) {
        return (x + mean * size) / (n + size);
    }
}
