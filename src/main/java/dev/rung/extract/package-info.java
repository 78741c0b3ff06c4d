/**
 * Text to skills: which skills a posting, a course description or a profile speaks of, and where it says so.
 *
 * <p>Start with {@link dev.rung.extract.SkillExtractor}. Knows {@code skill} and {@code encoder} only.
 */
@NullMarked
package dev.rung.extract;

import org.jspecify.annotations.NullMarked;
