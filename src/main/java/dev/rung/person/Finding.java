package dev.rung.person;

/** The answer of one check. What could not be checked is {@link #UNKNOWN}, never one of the others. */
public enum Finding {
    VALID,
    INVALID,
    UNKNOWN
}
