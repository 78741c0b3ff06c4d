/**
 * Text to vector: two texts that mean much the same get vectors that point much the same way.
 *
 * <p>Start with {@link dev.rung.encoder.SkillEncoder}. Knows no other room of Rung; nothing here loads native code.
 */
@NullMarked
package dev.rung.encoder;

import org.jspecify.annotations.NullMarked;
