/**
 * The catalogue on Apache Lucene, in one process and one folder. The only room that imports Lucene.
 *
 * <p>Start with {@link dev.rung.catalogue.lucene.LuceneCatalogue}. Knows {@code catalogue} and what that knows; nobody but the composition of
 * the program ({@code server}, {@code cli}) needs to know this room.
 */
@NullMarked
package dev.rung.catalogue.lucene;

import org.jspecify.annotations.NullMarked;
