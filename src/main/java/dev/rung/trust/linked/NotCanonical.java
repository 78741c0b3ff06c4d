package dev.rung.trust.linked;

/** A document whose statements cannot be told: why, as a code for machines and a sentence for people. */
public final class NotCanonical extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    NotCanonical(String code, String message) {
        super(message);
        this.code = code;
    }

    /** {@code unknown_context}, {@code not_json_ld} or {@code out_of_time}. */
    public String code() {
        return code;
    }

    /** What is wrong, as one sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
