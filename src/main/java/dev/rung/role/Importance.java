package dev.rung.role;

/** Whether a requirement decides if a job is within reach ({@link #ESSENTIAL}) or only makes a match better. */
public enum Importance {
    ESSENTIAL,
    OPTIONAL
}
