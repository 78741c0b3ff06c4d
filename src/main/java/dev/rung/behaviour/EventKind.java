package dev.rung.behaviour;

import java.util.Locale;

/** What somebody did. */
public enum EventKind {
    /** Looked at a credential. */
    VIEWED,
    /** Began to earn one. */
    ENROLLED,
    /** Earned it. */
    COMPLETED,
    /** Found work. */
    HIRED;

    /** As it stands in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
