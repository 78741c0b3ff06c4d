/**
 * What can be earned: credentials large and small, who awards them, what they prove, what they cost and what they count towards.
 *
 * <p>Start with {@link dev.rung.credential.Credential}. Knows {@code skill} only. One person's copy of a credential is a
 * {@code HeldCredential} and lives in {@code person}.
 */
@NullMarked
package dev.rung.credential;

import org.jspecify.annotations.NullMarked;
