package dev.rung.skill;

/**
 * How well a skill is held or wanted: the four bands of DigComp 2.2, which run parallel to the eight EQF levels.
 *
 * <table>
 * <caption>Levels side by side (DigComp 2.2, section 3: eight proficiency levels in four bands, modelled on the EQF)</caption>
 * <tr><th>Level</th><th>DigComp</th><th>EQF</th></tr>
 * <tr><td>foundation</td><td>1–2</td><td>1–2</td></tr>
 * <tr><td>intermediate</td><td>3–4</td><td>3–4</td></tr>
 * <tr><td>advanced</td><td>5–6</td><td>5–6</td></tr>
 * <tr><td>expert</td><td>7–8</td><td>7–8</td></tr>
 * </table>
 */
public enum Level {
    FOUNDATION,
    INTERMEDIATE,
    ADVANCED,
    EXPERT;

    /** The band of an EQF level.
     *
     * @param eqf 1 to 8
     * @throws InvalidField for any other number
     */
    public static Level ofEqf(int eqf) {
        Check.range("eqf", eqf, 1, 8);
        return values()[(eqf - 1) / 2];
    }

    /** How many bands {@code this} lies below {@code wanted}; 0 when it is as high or higher. */
    public int stepsBelow(Level wanted) {
        return Math.max(0, wanted.ordinal() - ordinal());
    }
}
