package dev.rung.server;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, as far as is known.
 *
 * @param name of the key; none: no key, or one that is not known
 * @param scopes what is allowed
 * @param keyPresented whether some key came with the request
 */
record Caller(Optional<String> name, Set<Scope> scopes, boolean keyPresented) {
    /** Somebody on this machine, where no keys are in use. */
    static final Caller LOCAL = new Caller(Optional.empty(), EnumSet.allOf(Scope.class), false);

    /** Somebody without a key. */
    static final Caller ANYONE = new Caller(Optional.empty(), EnumSet.of(Scope.PUBLIC), false);

    /** Somebody whose key is not known. */
    static final Caller STRANGER = new Caller(Optional.empty(), EnumSet.of(Scope.PUBLIC), true);

    static Caller withKey(String name, Set<Scope> scopes) {
        EnumSet<Scope> all = EnumSet.copyOf(scopes);
        all.add(Scope.PUBLIC);
        return new Caller(Optional.of(name), all, true);
    }

    boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
