/**
 * The command line: one class a command, {@link dev.rung.cli.Rung} is the main class.
 *
 * <p>Exit status: 0 done, 1 the work found fault, 2 the command itself was wrong. Results go to standard output, progress and messages to standard
 * error. Knows every other room; no other room knows it.
 */
@NullMarked
package dev.rung.cli;

import org.jspecify.annotations.NullMarked;
