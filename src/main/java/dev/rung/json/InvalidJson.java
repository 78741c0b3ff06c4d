package dev.rung.json;

import dev.rung.skill.Check;

/**
 * A document could not be read as what it should be. Says where, by JSON Pointer (RFC 6901, empty for the whole document), and why.
 */
public final class InvalidJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String problem;

    public InvalidJson(String pointer, String problem) {
        super(Check.present("problem", pointer.isEmpty() ? problem : pointer + ": " + problem));
        this.pointer = pointer;
        this.problem = problem;
    }

    public String pointer() {
        return pointer;
    }

    public String problem() {
        return problem;
    }
}
