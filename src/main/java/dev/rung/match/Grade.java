package dev.rung.match;

/** How much alike two credentials are, from most to least; {@link Likeness} says when. */
public enum Grade {
    /** They teach the same at the same level in about the same time: only issuer, price and terms tell them apart. */
    NEAR_DUPLICATE,
    /** They teach the same, so that one can stand in for the other; they may differ in how long they take and how they test. */
    EQUIVALENT,
    /** They teach much of the same. */
    SIMILAR
}
