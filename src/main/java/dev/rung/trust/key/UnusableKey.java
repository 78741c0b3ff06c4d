package dev.rung.trust.key;

/** A key, or the place to look for one, that cannot be used: the sentence says why. */
public final class UnusableKey extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    public UnusableKey(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** For machines, in snake case. */
    public String code() {
        return code;
    }

    /** What is wrong, as one sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
