package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.person.Candidate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A generation under construction. What is written to the live one meanwhile, by whatever process, is written to this one as well, under a higher
 * version of its document than what is copied; so copies that come later are refused by the cluster, and nothing has to be remembered here.
 *
 * <p>The others do so while its lease lasts. A heartbeat extends that, since one batch may take longer than the lease when the cluster is busy or has
 * just lost a node.
 *
 * <p>Safe for use by many threads.
 */
final class OpenSearchRebuild implements Catalogue.Rebuild {
    private final OpenSearchCatalogue catalogue;
    private final Head.Next next;
    private final String index;
    private final Heartbeat heartbeat;
    private boolean ended;

    OpenSearchRebuild(OpenSearchCatalogue catalogue, Head.Next next) {
        this.catalogue = catalogue;
        this.next = next;
        this.index = "/" + Generations.index(catalogue.settings(), next.generation());
        this.heartbeat = new Heartbeat(HeadStore.LEASE_MILLIS / 12, this::extendLease);
    }

    @Override
    public synchronized void write(List<Change> changes) {
        mustBeOpen();
        Batch batch = Batch.of(changes);
        try {
            mustHaveItsLease(catalogue.heads().read().head());
            try (CatalogueView live = catalogue.view()) {
                copy(batch.first(), live);
            }
            if (batch.candidates().isEmpty()) return;
            settle();
            try (CatalogueView view = catalogue.viewOf(next)) {
                copy(batch.candidates(), view);
            }
        } catch (IOException e) {
            throw OpenSearchCatalogue.failed(e);
        }
    }

    private void copy(Collection<Change> changes, CatalogueView view) throws IOException {
        if (!changes.isEmpty()) catalogue.writing().copy(next, catalogue.prepared(changes, view));
    }

    private void extendLease() throws IOException {
        catalogue.writing().alone(head -> {
            mustHaveItsLease(head);
            Head.Next longer = new Head.Next(
                    next.generation(), next.model(), catalogue.heads().lease());
            catalogue.heads().update(h -> h.building(Optional.of(longer)).released());
        });
    }

    private void mustHaveItsLease(Head head) throws IOException {
        boolean hasIt = head.next()
                .filter(n -> n.generation().equals(next.generation()))
                // When it is over, others have stopped writing to this generation as well.
                .filter(n -> !n.lease().isOver(HeadStore.now()))
                .isPresent();
        if (!hasIt) throw new IOException("this rebuild paused for too long and was given up for dead");
    }

    /** Makes what was written so far visible to those who read candidates. */
    private void settle() throws IOException {
        catalogue.cluster().post(index + "/_refresh", Map.of());
    }

    @Override
    public synchronized void publish() {
        mustBeOpen();
        try {
            // Most of the work, while everybody else goes on writing; the rest is done while nobody does.
            settle();
            heartbeat.close();
            catalogue.writing().alone(this::swap);
            ended = true;
        } catch (IOException e) {
            throw OpenSearchCatalogue.failed(e);
        }
    }

    private void swap(Head head) throws IOException {
        mustHaveItsLease(head);
        settle();
        readCandidatesAnew();
        Map<String, Object> tombstones = Map.of("query", Operation.tombstones());
        catalogue.cluster().post(index + "/_delete_by_query?refresh=true", tombstones);
        settle();
        List<Head.Retired> retired = new ArrayList<>(head.retired());
        retired.add(new Head.Retired(head.generation(), HeadStore.now()));
        catalogue.heads().forgetKept(HeadStore.now() - Generations.RETIRED_FOR_MILLIS);
        catalogue.heads().update(h -> h.swapped(next, retired));
    }

    /** Those that were written meanwhile were read when this generation was not complete. */
    private void readCandidatesAnew() throws IOException {
        try (CatalogueView view = catalogue.viewOf(next)) {
            List<Change> candidates = new ArrayList<>();
            for (Candidate candidate : ((OpenSearchView) view).followed(Kind.CANDIDATES)) {
                candidates.add(Change.put(Kind.CANDIDATES, candidate));
            }
            if (!candidates.isEmpty()) catalogue.writing().follow(next, catalogue.prepared(candidates, view));
        }
    }

    private void mustBeOpen() {
        if (ended) throw new IllegalStateException("this rebuild was published or discarded");
    }

    @Override
    public synchronized void close() {
        if (ended) return;
        ended = true;
        heartbeat.close();
        try {
            catalogue.writing().alone(head -> {
                boolean isOurs = head.next()
                        .filter(n -> n.generation().equals(next.generation()))
                        .isPresent();
                Optional<Head.Next> left = isOurs ? Optional.empty() : head.next();
                catalogue.heads().update(h -> h.building(left).released());
            });
            catalogue.cluster().ask("DELETE", index, Map.of(), "", Set.of(404));
        } catch (IOException e) {
            throw OpenSearchCatalogue.failed(e);
        }
    }
}
