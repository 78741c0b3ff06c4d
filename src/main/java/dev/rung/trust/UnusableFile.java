package dev.rung.trust;

import java.nio.file.Path;

/** A file of the operator's that cannot be used; the message says which, where it was named, and why. */
public final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableFile(String option, Path file, String why) {
        super(option + " " + file + ": " + why);
    }

    /** Which file, and why. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
