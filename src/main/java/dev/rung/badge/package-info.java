/**
 * From badge to skills: which skills an Open Badge or transcript says its holder has, how well, and whether that was tested, each with the
 * reason.
 *
 * <p>Start with {@link dev.rung.badge.BadgeReader}. Nothing here is believed because a badge says it; whether the badge is genuine is for
 * {@code trust} to find out. Knows {@code trust}, {@code extract}, {@code person}, {@code credential} and {@code skill}.
 */
@NullMarked
package dev.rung.badge;

import org.jspecify.annotations.NullMarked;
