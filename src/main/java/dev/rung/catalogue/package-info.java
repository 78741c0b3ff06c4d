/**
 * Everything indexed, in one generation, behind one door.
 *
 * <p>Start with {@link dev.rung.catalogue.Catalogue}: it is opened, written to, and read through {@link dev.rung.catalogue.CatalogueView}s. Knows the domain
 * ({@code skill}, {@code role}, {@code credential}, {@code person}), {@code encoder}, {@code json} and {@code upkeep}; knows nothing of matching. No engine shows through: Lucene lives in
 * {@code catalogue.lucene}, OpenSearch in {@code catalogue.opensearch}.
 */
@NullMarked
package dev.rung.catalogue;

import org.jspecify.annotations.NullMarked;
