/**
 * Text to vector: two texts that mean much the same get vectors that point much the same way.
 *
 * <p>Start with {@link dev.rung.encoder.SkillEncoder}, and {@link dev.rung.encoder.TrainedEncoder} for the one Rung ships. Knows {@code json} only; nothing here
 * loads native code.
 */
@NullMarked
package dev.rung.encoder;

import org.jspecify.annotations.NullMarked;
