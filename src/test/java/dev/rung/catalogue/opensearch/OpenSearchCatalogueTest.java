package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueContract;
import dev.rung.catalogue.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of every catalogue, on three real nodes. Without replicas, which the contract cannot see: {@link NodeLossTest} does. */
@Tag("cluster")
@ExtendWith(RealCluster.Provided.class)
class OpenSearchCatalogueTest extends CatalogueContract {
    private final RealCluster cluster;

    OpenSearchCatalogueTest(RealCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    protected Catalogue open() {
        return open(Samples.READER);
    }

    @Override
    protected Catalogue open(CandidateReader reader) {
        return OpenSearchCatalogue.open(cluster.settings(2, 0), ENCODER, reader);
    }
}
