package dev.rung.wallet;

/** Nobody of that id is among the candidates. */
public final class NoSuchCandidate extends Exception {
    private static final long serialVersionUID = 1L;

    NoSuchCandidate(String person) {
        super("There is no candidate " + person + ".");
    }
}
