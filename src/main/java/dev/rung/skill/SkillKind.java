package dev.rung.skill;

/** What sort of thing a skill is. Soft skills ({@link #TRANSVERSAL}) stand beside the others and count the same. */
public enum SkillKind {
    /** Facts and principles: “data protection law”. */
    KNOWLEDGE,
    /** Something one does: “bake pastries”. */
    SKILL,
    /** Useful in every trade: “work in teams”. */
    TRANSVERSAL,
    /** A human language. */
    LANGUAGE,
    /** A named product or technology: “SQL”. */
    TOOL
}
