package dev.rung.trust.fetch;

import java.util.Optional;

/** Where documents come from that nobody supplied. */
@FunctionalInterface
public interface Fetch {
    /** Nothing is fetched: the default. */
    Fetch NEVER = address -> Optional.empty();

    /** What is at an https address; empty if it could not, or must not, be had. */
    Optional<byte[]> get(String address);
}
