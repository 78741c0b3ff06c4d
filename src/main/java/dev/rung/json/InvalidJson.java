package dev.rung.json;

import dev.rung.skill.Check;

/**
 * A document could not be read as what it should be. Says where, by JSON Pointer (RFC 6901, empty for the whole document), and why.
 */
public final class InvalidJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String problem;
    private final boolean illFormed;

    /** JSON, but not what it should be. */
    public InvalidJson(String pointer, String problem) {
        this(pointer, problem, false);
    }

    private InvalidJson(String pointer, String problem, boolean illFormed) {
        super(Check.present("problem", pointer.isEmpty() ? problem : pointer + ": " + problem));
        this.pointer = pointer;
        this.problem = problem;
        this.illFormed = illFormed;
    }

    /** Not JSON, or not UTF-8. */
    static InvalidJson illFormed(String problem) {
        return new InvalidJson("", problem, true);
    }

    public String pointer() {
        return pointer;
    }

    public String problem() {
        return problem;
    }

    /** Whether it is no JSON at all, rather than JSON that says the wrong things. */
    public boolean isIllFormed() {
        return illFormed;
    }
}
