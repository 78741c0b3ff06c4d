package dev.rung.wallet;

/** A document that is about somebody else than the person it was handed in for. */
public final class NotTheirs extends Exception {
    private static final long serialVersionUID = 1L;

    NotTheirs(String why) {
        super(why);
    }

    /** What shows that, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
