/**
 * Somebody: what they can do, by which evidence, what they hold, what they want and what they can afford.
 *
 * <p>Start with {@link dev.rung.person.Profile}. Knows {@code skill} and {@code credential}. No protected attribute (age, gender, origin,
 * health, religion, family) has a place in these records, so none can reach a score.
 */
@NullMarked
package dev.rung.person;

import org.jspecify.annotations.NullMarked;
