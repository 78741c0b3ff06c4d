package dev.rung.credential;

/** How learning is delivered. */
public enum Mode {
    ONLINE,
    HYBRID,
    ONSITE
}
