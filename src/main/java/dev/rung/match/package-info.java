/**
 * What Rung is for: how strongly somebody holds what is asked, which roles and jobs fit, which credential to take next, and who can
 * really do it; each answer with its additive reasons.
 *
 * <p>Start with {@link dev.rung.match.Recommender}. A request passes through {@link dev.rung.match.ProfileReader} (what does the profile say?),
 * {@link dev.rung.match.Holdings} (how strongly is each need answered?) and {@link dev.rung.match.Match} (how well does that fit, and why?).
 *
 * <p>Knows the domain, {@code encoder}, {@code extract}, {@code trust} (to read documents), {@code badge},
 * {@code behaviour} and {@code catalogue}; knows no engine, no HTTP and no
 * command line.
 */
@NullMarked
package dev.rung.match;

import org.jspecify.annotations.NullMarked;
