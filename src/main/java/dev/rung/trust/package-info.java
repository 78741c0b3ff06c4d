/**
 * Can a credential be believed: its signature, its dates, whether it was taken back, and whether anybody vouches for its issuer.
 *
 * <p>Start with {@link dev.rung.trust.Verifier}. The rooms within, each knowing only those before it: {@code part} (what every check
 * answers with), {@code fetch} (the network, off by default), {@code linked} (JSON-LD), {@code key}, {@code proof}, {@code status},
 * {@code registry}. Knows {@code person}, {@code json} and {@code skill}; only these rooms import JSON-LD libraries.
 */
@NullMarked
package dev.rung.trust;

import org.jspecify.annotations.NullMarked;
