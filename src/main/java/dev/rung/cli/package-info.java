/**
 * The command line: one picocli class a command. Arguments in, one call to the room that does the work, text or JSON out.
 *
 * <p>Start with the root command {@code Rung}. May know every room; no room knows this one.
 */
@NullMarked
package dev.rung.cli;

import org.jspecify.annotations.NullMarked;
