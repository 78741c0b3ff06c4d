/**
 * What a person is owed, whichever rooms know them: to see everything that is kept about them, and to be forgotten.
 *
 * <p>Start with {@link dev.rung.privacy.PersonalData}. A room that begins to keep something about people has to be asked here. Knows {@code catalogue},
 * {@code behaviour}, {@code audit}, {@code match}, {@code badge}, {@code person}, {@code json} and {@code skill}.
 */
@NullMarked
package dev.rung.privacy;

import org.jspecify.annotations.NullMarked;
