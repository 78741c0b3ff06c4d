package dev.rung.catalogue.opensearch;

import static dev.rung.catalogue.Samples.essential;
import static dev.rung.catalogue.Samples.job;
import static dev.rung.catalogue.Samples.need;
import static dev.rung.catalogue.Samples.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Samples;
import dev.rung.catalogue.Search;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node dies without warning while two services read and write, comes back, and the catalogue is rebuilt meanwhile. */
@Tag("cluster")
@ExtendWith(ClusterForTests.class)
class NodeLossTest {
    private static final SkillEncoder ENCODER = new LexicalEncoder();
    private static final int THERE_BEFORE = 300;
    private static final int RETRIES = 3;
    private static final Set<Need> MET = Set.of(need("bake"));

    private final RealCluster cluster;

    NodeLossTest(RealCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void nothingAcknowledgedIsLostAndNoReadFailsAfterRetries() throws Exception {
        OpenSearchSettings settings = cluster.settings(2, 1);
        try (Catalogue one = OpenSearchCatalogue.open(settings, ENCODER, Samples.READER);
                Catalogue other = OpenSearchCatalogue.open(settings, ENCODER, Samples.READER);
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            one.write(IntStream.range(0, THERE_BEFORE)
                    .mapToObj(i -> Change.put(Kind.JOBS, job("before" + i, "J", essential("bake"))))
                    .toList());
            one.write(IntStream.range(0, 20)
                    .mapToObj(i -> Change.put(Kind.ROLES, role("role" + i, "Role " + i, essential("bake"))))
                    .toList());
            cluster.awaitGreen();

            AtomicBoolean enough = new AtomicBoolean();
            ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
            AtomicInteger refused = new AtomicInteger();
            AtomicInteger reads = new AtomicInteger();
            AtomicInteger retries = new AtomicInteger();
            List<Object> answers;
            try (CatalogueView view = one.view()) {
                answers = answers(view);
            }
            List<Future<?>> work = new ArrayList<>();
            work.add(threads.submit(() -> write("one", one, enough, acknowledged, refused)));
            work.add(threads.submit(() -> write("other", other, enough, acknowledged, refused)));
            work.add(threads.submit(() -> read(other, answers, enough, reads, retries)));

            try {
                awaitWrites(work, acknowledged, 20);
                int victim = cluster.leader();
                cluster.kill(victim);
                awaitWrites(work, acknowledged, acknowledged.size() + 20);
                cluster.start(victim);
                cluster.awaitNodes(cluster.size());
                one.reindex();
                awaitWrites(work, acknowledged, acknowledged.size() + 20);
                cluster.awaitGreen();
            } finally {
                // Otherwise they would go on for ever, and be waited for.
                enough.set(true);
            }
            for (Future<?> part : work) part.get();

            for (Catalogue asked : List.of(one, other)) {
                try (CatalogueView view = asked.view()) {
                    assertThat(answers(view)).isEqualTo(answers);
                }
            }
            try (CatalogueView view = one.view()) {
                Set<String> lost = new HashSet<>(acknowledged);
                view.each(Kind.JOBS, j -> lost.remove(j.id()));
                System.out.printf(
                        "node loss: %d writes acknowledged, %d lost, %d refused; %d reads tried, 0 failed, %d of them asked again%n",
                        acknowledged.size(), lost.size(), refused.get(), reads.get(), retries.get());
                assertThat(lost).as("acknowledged writes that are gone").isEmpty();
                assertThat(view.reachable(MET, 0.8, Filter.NONE))
                        .isBetween(
                                (long) THERE_BEFORE + acknowledged.size(),
                                (long) THERE_BEFORE + acknowledged.size() + refused.get());
            }
        }
    }

    /** What is asked about records that nobody touches, so that it is the same before, meanwhile and after. */
    private static List<Object> answers(CatalogueView view) {
        return List.of(
                view.search(Kind.ROLES, Search.text("role", 10)).items(),
                view.rankByAnswers(Kind.ROLES, Map.of(need("bake"), 1.0), Filter.NONE, 10),
                view.facet(Kind.ROLES, "skill", Filter.NONE, 10));
    }

    /** Fails if one of those at work has failed. */
    private static void awaitWrites(List<Future<?>> work, ConcurrentLinkedQueue<String> acknowledged, int count)
            throws Exception {
        while (acknowledged.size() < count) {
            for (Future<?> part : work) {
                if (part.isDone()) part.get();
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void write(
            String by,
            Catalogue catalogue,
            AtomicBoolean enough,
            ConcurrentLinkedQueue<String> acknowledged,
            AtomicInteger refused) {
        for (int i = 0; !enough.get(); i++) {
            String id = by + i;
            try {
                catalogue.write(List.of(Change.put(Kind.JOBS, job(id, "J", essential("bake")))));
                acknowledged.add(id);
            } catch (UncheckedIOException e) {
                // Not acknowledged: whether it was carried out is open.
                refused.incrementAndGet();
            }
        }
    }

    /**
     * As any client does, asks again if an answer fails: the state looked at may be lost with its node. A failure after that ends the reading and
     * fails the test.
     */
    private static void read(
            Catalogue catalogue,
            List<Object> answers,
            AtomicBoolean enough,
            AtomicInteger reads,
            AtomicInteger retries) {
        long before = 0;
        int failures = 0;
        while (!enough.get()) {
            try (CatalogueView view = catalogue.view()) {
                long reachable = view.reachable(MET, 0.8, Filter.NONE);
                assertThat(reachable).isGreaterThanOrEqualTo(Math.max(before, THERE_BEFORE));
                assertThat(view.find(Kind.JOBS, "before7")).isPresent();
                assertThat(answers(view)).isEqualTo(answers);
                before = reachable;
                failures = 0;
                reads.incrementAndGet();
            } catch (UncheckedIOException e) {
                if (++failures > RETRIES) throw e;
                retries.incrementAndGet();
            }
        }
    }
}
