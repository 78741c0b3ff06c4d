/**
 * What the checks of the trust rooms answer with: {@link dev.rung.trust.part.Part}. Knows {@code person}, for the words of a verdict.
 */
@NullMarked
package dev.rung.trust.part;

import org.jspecify.annotations.NullMarked;
