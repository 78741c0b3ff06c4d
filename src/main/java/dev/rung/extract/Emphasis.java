package dev.rung.extract;

/** How strongly a text asks for a skill that it mentions. */
public enum Emphasis {
    /** Asked for, or simply stated. What a text says without further words is meant. */
    REQUIRED,
    /** “Preferred”, “nice to have”, “an advantage”, “ideally”. */
    PREFERRED
}
