package dev.rung.catalogue.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueContract;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.ErasureLog;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Samples;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of every catalogue, on three real nodes. Without replicas, which the contract cannot see: {@link NodeLossTest} does. */
@Tag("cluster")
@ExtendWith(ClusterForTests.class)
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

    @Test
    void entriesOfManyProcessesAreNumberedWithoutAGap() throws Exception {
        OpenSearchSettings settings = cluster.settings(1, 0);
        try (Catalogue one = OpenSearchCatalogue.open(settings, ENCODER, Samples.READER);
                Catalogue other = OpenSearchCatalogue.open(settings, ENCODER, Samples.READER);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            ErasureLog here = one.erasureLog().orElseThrow();
            ErasureLog there = other.erasureLog().orElseThrow();
            assertThat(here.key()).hasSize(32).isEqualTo(there.key());
            assertThat(here.after(0)).isEmpty();

            Future<?> first = threads.submit(() -> append(here, "a"));
            Future<?> second = threads.submit(() -> append(there, "b"));
            first.get();
            second.get();

            assertThat(here.after(0))
                    .hasSize(20)
                    .containsExactlyElementsOf(there.after(0))
                    .contains("a0", "a9", "b0", "b9");
            assertThat(there.after(15)).isEqualTo(here.after(0).subList(15, 20));
            assertThat(there.after(20)).isEmpty();
            assertThat(there.append("c", 20)).isEqualTo(21);
            assertThat(here.append("d", 20)).isEqualTo(22);
        }
    }

    private static void append(ErasureLog log, String by) {
        for (int i = 0; i < 10; i++) log.append(by + i, 0);
    }

    /** It may take the cluster half a minute to let go, which nobody else has to wait for. */
    @Test
    void othersWriteWhileWhatWasRemovedIsPurged() throws Exception {
        try (Catalogue catalogue = open();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            catalogue.write(List.of(
                    Change.put(Kind.JOBS, Samples.job("xqzvkjwp-1", "mwqzkvxj")),
                    Change.put(Kind.JOBS, Samples.job("replaced", "jvkqwzpx")),
                    Change.put(Kind.JOBS, Samples.job("kept", "vwjzqxkp"))));
            catalogue.write(List.of(
                    Change.remove(Kind.JOBS, "xqzvkjwp-1"),
                    Change.put(Kind.JOBS, Samples.job("replaced", "as it is"))));
            assertThat(cluster.isOnDisk("mwqzkvxj")).isTrue();

            Future<?> purge = threads.submit(catalogue::purge);
            int writes = 0;
            while (!purge.isDone()) {
                catalogue.write(List.of(Change.put(Kind.JOBS, Samples.job("beside", "number " + writes++))));
            }
            purge.get();

            assertThat(writes).isGreaterThan(1);
            try (CatalogueView view = catalogue.view()) {
                assertThat(view.find(Kind.JOBS, "xqzvkjwp-1")).isEmpty();
                assertThat(view.find(Kind.JOBS, "beside").orElseThrow().title()).isEqualTo("number " + (writes - 1));
            }
            assertThat(cluster.isOnDisk("vwjzqxkp")).isTrue();
            assertThat(cluster.isOnDisk("mwqzkvxj")).isFalse();
            assertThat(cluster.isOnDisk("xqzvkjwp"))
                    .as("the note of the removal")
                    .isFalse();
            assertThat(cluster.isOnDisk("jvkqwzpx")).isFalse();
        }
    }

    /** One batch of it may take longer than its lease. */
    @Test
    void aRebuildKeepsItsLeaseWithoutWriting() throws Exception {
        OpenSearchSettings settings = cluster.settings(1, 0);
        try (OpenSearchCatalogue catalogue = OpenSearchCatalogue.open(settings, ENCODER, Samples.READER);
                Catalogue.Rebuild rebuild = catalogue.rebuild()) {
            Head.Next begun = next(catalogue);
            while (next(catalogue).lease().equals(begun.lease())
                    && !begun.lease().isOver(HeadStore.now())) {
                LockSupport.parkNanos(100_000_000);
            }
            assertThat(next(catalogue).lease().until())
                    .isGreaterThan(begun.lease().until());

            rebuild.publish();

            assertThat(catalogue.heads().read().head().generation()).isEqualTo(begun.generation());
            assertThat(catalogue.heads().read().head().next()).isEmpty();
        }
    }

    private static Head.Next next(OpenSearchCatalogue catalogue) throws IOException {
        return catalogue.heads().read().head().next().orElseThrow();
    }
}
