package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Exactness;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cluster, on a few catalogues made by chance, with fewer questions than the embedded engine gets: each is a journey. */
@Tag("cluster")
@ExtendWith(ClusterForTests.class)
class OpenSearchExactnessTest extends Exactness {
    private final RealCluster cluster;

    OpenSearchExactnessTest(RealCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    protected Catalogue open(CandidateReader reader) {
        return OpenSearchCatalogue.open(cluster.settings(2, 1), ENCODER, reader);
    }

    @Override
    protected int questions() {
        return 8;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void filters(long seed) throws IOException {
        filtersAdmitTheSame(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void facets(long seed) throws IOException {
        facetsCountTheSame(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void reach(long seed) throws IOException {
        theSameJobsAreWithinReach(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void ranking(long seed) throws IOException {
        theSameRecordsFitBest(seed);
    }

    /** Looked at one by one, so exactly; a graph finds few of them, see {@link Nearest}. */
    @Test
    void nearest() throws IOException {
        nearestAmongEquals(2e-6, 2e-6);
    }
}
