package dev.rung.trust;

/** A document that is no credential in any form that is known here. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    public Unreadable(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** Why, for machines, in snake case. */
    public String code() {
        return code;
    }

    /** Why, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
