/**
 * The credentials that candidates hold: taken in, told whose they are, kept with what a check found, and checked again.
 *
 * <p>Start with {@link dev.rung.wallet.Wallet}. Knows {@code trust}, {@code badge}, {@code catalogue}, {@code person}, {@code json} and {@code skill}.
 */
@NullMarked
package dev.rung.wallet;

import org.jspecify.annotations.NullMarked;
