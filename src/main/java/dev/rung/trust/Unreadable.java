package dev.rung.trust;

/** A document that is no credential in any form that is known here. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    Unreadable(String code, String sentence) {
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
