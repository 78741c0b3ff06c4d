/**
 * Documents from the network, for those operators who want it: {@link dev.rung.trust.fetch.Fetch}. Knows no other room.
 */
@NullMarked
package dev.rung.trust.fetch;

import org.jspecify.annotations.NullMarked;
