/**
 * Whose key is it: public keys as credentials name them, and the documents that say which key may speak for whom.
 *
 * <p>Start with {@link dev.rung.trust.key.Keyring}. Knows {@code part} and {@code fetch}, which is off unless the operator turns it on.
 */
@NullMarked
package dev.rung.trust.key;

import org.jspecify.annotations.NullMarked;
