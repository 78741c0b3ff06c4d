package dev.rung.extract;

/** What made a piece of text a mention of a skill, from the surest to the least sure. */
public enum How {
    /** The skill's label, but for case, accents, hyphens, plural and British or American spelling. An id counts as a label. */
    LABEL,
    /** One of its alternative labels, in the same sense. */
    ALTERNATIVE,
    /** The words of a label in another form or order: “pastry baking” for “bake pastries”, “analyse customer data” for “analyse data”. */
    WORDS,
    /** No label's words, but near in meaning by {@link dev.rung.encoder.SkillEncoder}. */
    VECTOR
}
