/**
 * Linked data: which statements a JSON-LD document makes, as the canonical bytes that get signed.
 *
 * <p>Start with {@link dev.rung.trust.linked.Statements}. Knows nothing of the other rooms. Contexts are local only, and nothing here
 * ever opens a connection.
 */
@NullMarked
package dev.rung.trust.linked;

import org.jspecify.annotations.NullMarked;
