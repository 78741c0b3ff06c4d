/** Measurements of speed. Built and run by {@code benchmarks/run}; not part of Rung. */
@NullMarked
package dev.rung.benchmarks;

import org.jspecify.annotations.NullMarked;
