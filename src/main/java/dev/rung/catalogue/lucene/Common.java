package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Yielding;
import dev.rung.skill.Taxonomy;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What all generations of a catalogue have in common.
 *
 * @param analysis how text becomes words
 * @param columns of whatever segments are open
 * @param taxonomy the one that was made last
 * @param yielding by which work in the background gives way
 */
record Common(Analysis analysis, Columns columns, AtomicReference<Taxonomy> taxonomy, Yielding yielding) {
    static Common fresh() {
        return new Common(new Analysis(), new Columns(), new AtomicReference<>(Taxonomy.EMPTY), new Yielding());
    }
}
