/**
 * Was it signed, and by whom: embedded Data Integrity proofs and JSON Web Tokens.
 *
 * <p>Start with {@link dev.rung.trust.proof.EmbeddedProofs} and {@link dev.rung.trust.proof.WebToken}. Knows {@code part}, {@code key} and
 * {@code linked}.
 */
@NullMarked
package dev.rung.trust.proof;

import org.jspecify.annotations.NullMarked;
