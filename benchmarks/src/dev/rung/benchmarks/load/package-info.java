/**
 * What a running server does under load: at rising rates ({@link dev.rung.benchmarks.load.Rates}), for a long time
 * ({@link dev.rung.benchmarks.load.Soak}) and past what it can do ({@link dev.rung.benchmarks.load.Overload}).
 *
 * <p>All of them send by the clock ({@link dev.rung.benchmarks.load.OpenLoop}), whether answers come or not, as people do.
 */
@NullMarked
package dev.rung.benchmarks.load;

import org.jspecify.annotations.NullMarked;
