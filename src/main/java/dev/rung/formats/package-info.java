/**
 * Bytes in, records out: Rung's own form as NDJSON or CSV, other people's columns by a {@link dev.rung.formats.Mapping}, the published
 * ESCO files, and the starter catalogue.
 *
 * <p>Start with {@link dev.rung.formats.Intake}, through which everything enters a catalogue: it completes records with the skills that their
 * text speaks of, refuses what would close a cycle, writes in batches and keeps a {@link dev.rung.formats.Ledger} of what became of each line. Knows the
 * domain, {@code json}, {@code encoder}, {@code extract}, {@code behaviour} and {@code catalogue}; knows nothing of matching, of servers or of any engine.
 */
@NullMarked
package dev.rung.formats;

import org.jspecify.annotations.NullMarked;
