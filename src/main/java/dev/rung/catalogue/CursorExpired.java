package dev.rung.catalogue;

/** A cursor that this catalogue did not give out, or that is too old: the search has to start again. */
public final class CursorExpired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CursorExpired(String message) {
        super(message);
    }
}
