package dev.rung.trust.status;

/** A status that cannot be told, under the name the standard gives the error: why, as a code and a sentence. */
final class StatusProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    StatusProblem(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
