/**
 * How records are written as JSON and read from it, in one place; and how files get onto the disk for good.
 *
 * <p>Start with {@link dev.rung.json.Json}. Knows {@code skill} only (for the problems that records report); every room from {@code catalogue}
 * on may know it.
 */
@NullMarked
package dev.rung.json;

import org.jspecify.annotations.NullMarked;
