package dev.rung.formats;

/**
 * How much a skill counts in an ESCO occupation. ESCO says essential or optional and no more; but a skill that hundreds of occupations ask for
 * (“use a computer”) says little about any of them.
 *
 * <pre>
 * specificity(s) = ln((N + 1) / n(s)) / ln(N + 1)      in (0, 1]
 * weight         = (0.5 + 0.5 · specificity) · (essential ? 1 : 0.5)
 * </pre>
 *
 * <p>{@code N} occupations, {@code n(s)} of which ask for the skill at all: inverse document frequency (K. Spärck Jones, “A statistical
 * interpretation of term specificity”, Journal of Documentation 28, 1972) scaled to 1 for a skill that one occupation alone asks for. So essential
 * requirements weigh above 0.5 and up to 1, optional ones above 0.25 and up to 0.5: no optional skill outweighs an essential one. In ESCO 1.1.1 the
 * most common skill belongs to 350 of 3,007 occupations and has specificity 0.27.
 */
final class EscoWeights {
    private EscoWeights() {}

    /** The specificity of a skill.
     *
     * @param asking how many occupations ask for it, 1 to {@code occupations}
     */
    static double specificity(int asking, int occupations) {
        double all = occupations + 1.0;
        return Math.log(all / asking) / Math.log(all);
    }

    /** The weight, to three decimals. */
    static double weight(boolean essential, int asking, int occupations) {
        double weight = (0.5 + 0.5 * specificity(asking, occupations)) * (essential ? 1 : 0.5);
        return Math.round(weight * 1000) / 1000.0;
    }
}
