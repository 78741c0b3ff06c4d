/**
 * The catalogue on an OpenSearch cluster, for more than one machine can hold.
 *
 * <p>Start with {@link dev.rung.catalogue.opensearch.OpenSearchCatalogue}. Everything lives in the cluster, so any number of Rung processes can
 * stand beside it and answer alike. Knows {@code catalogue} and what that knows; the only room that knows the OpenSearch client.
 */
@NullMarked
package dev.rung.catalogue.opensearch;

import org.jspecify.annotations.NullMarked;
