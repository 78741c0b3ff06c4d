/**
 * Was it taken back: status lists and what they say about one credential.
 *
 * <p>Start with {@link dev.rung.trust.status.StatusCheck}. Knows {@code part} and {@code fetch}.
 */
@NullMarked
package dev.rung.trust.status;

import org.jspecify.annotations.NullMarked;
