/**
 * Is the issuer known: registries that the operator chose. Start with {@link dev.rung.trust.registry.IssuerRegistry}. Knows {@code part}.
 */
@NullMarked
package dev.rung.trust.registry;

import org.jspecify.annotations.NullMarked;
