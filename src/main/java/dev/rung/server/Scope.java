package dev.rung.server;

import java.util.Locale;

/** What a key allows. A key has exactly the scopes it lists; none contains another. */
public enum Scope {
    /** Needs no key: health, documentation, the start page. */
    PUBLIC,
    /** Ask for recommendations and read the catalogue, without candidates. */
    READ,
    /** Change the catalogue and the records of candidates. */
    WRITE,
    /** Search and read candidates, who are people. */
    RECRUIT,
    /** Export and erase a person. */
    ADMIN;

    /** As written in a key file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
