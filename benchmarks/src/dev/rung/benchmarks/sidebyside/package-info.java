/**
 * Rung beside what one would otherwise use, on the same data, in one run. {@code benchmarks/sidebyside} starts
 * {@link dev.rung.benchmarks.sidebyside.SideBySide}.
 */
@NullMarked
package dev.rung.benchmarks.sidebyside;

import org.jspecify.annotations.NullMarked;
