package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.ErasureLog;
import dev.rung.catalogue.Facts;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.encoder.SkillEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link Catalogue} on an OpenSearch cluster.
 *
 * <pre>{@code
 * OpenSearchSettings settings = OpenSearchSettings.of(URI.create("http://127.0.0.1:9200"));
 * try (Catalogue catalogue = OpenSearchCatalogue.open(settings, encoder, candidates)) { ... }
 * }</pre>
 *
 * <p>How it works. One index holds one generation ({@link Layout}); one small document, the {@link Head}, says which is live and counts the writes.
 * Whoever writes, in whatever process, first takes the right to write there ({@link HeadStore}), carries the write out, and gives the right back
 * with the count raised ({@link Writing}). A view is a point in time of the cluster, opened while nobody wrote ({@link PointsInTime}); so the same
 * count shows the same records to everybody. Ranking and counting is done by the cluster ({@link OpenSearchView}): this process keeps nothing but
 * the taxonomy and lately read records.
 *
 * <p>Equal to the embedded engine except that {@link Nearest} compares vectors in full and not in eight bits, and that texts are cut into words by
 * the cluster, so that what is found by texts may differ in order.
 *
 * <p>Safe for use by many threads, and by any number of processes beside one cluster. When a request throws, whether it was a write that was
 * carried out is not known, as with any network; it was not acknowledged.
 */
public final class OpenSearchCatalogue implements Catalogue {
    /** The cluster counts clauses of all queries together; a profile of many skills answers thousands of needs. */
    private static final int MOST_CLAUSES = 65_536;

    private final OpenSearchSettings settings;
    private final SkillEncoder encoder;
    private final Cluster cluster;
    private final HeadStore heads;
    private final PointsInTime points;
    private final Writing writing;
    private final Generations generations;
    private final Documents documents;
    private final ErasureLog erasures;
    private final RecordsRead records = new RecordsRead();
    private volatile boolean closed;

    private OpenSearchCatalogue(
            OpenSearchSettings settings, SkillEncoder encoder, CandidateReader candidates, Cluster cluster) {
        this.settings = settings;
        this.encoder = encoder;
        this.cluster = cluster;
        this.heads = new HeadStore(cluster, settings);
        this.points = new PointsInTime(cluster, heads, settings);
        this.writing = new Writing(cluster, heads, settings, encoder.name());
        this.generations = new Generations(cluster, heads, writing, settings, encoder);
        this.documents = new Documents(encoder, candidates);
        this.erasures = new OpenSearchErasureLog(cluster, settings);
    }

    /**
     * Opens the catalogue on a cluster; makes an empty one if there is none.
     *
     * @throws UncheckedIOException if the cluster cannot be reached, refuses, or lacks its k-NN plugin
     */
    public static OpenSearchCatalogue open(
            OpenSearchSettings settings, SkillEncoder encoder, CandidateReader candidates) {
        try {
            Cluster cluster = new Cluster(settings);
            try {
                OpenSearchCatalogue catalogue = new OpenSearchCatalogue(settings, encoder, candidates, cluster);
                catalogue.prepare();
                return catalogue;
            } catch (IOException | RuntimeException e) {
                cluster.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Whether a catalogue was made on a cluster.
     *
     * @throws UncheckedIOException if the cluster cannot be reached or refuses
     */
    public static boolean isOn(OpenSearchSettings settings) {
        try (Cluster cluster = new Cluster(settings)) {
            return new HeadStore(cluster, settings).find().isPresent();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void prepare() throws IOException {
        cluster.put(
                "/_cluster/settings",
                Map.of("persistent", Map.of("indices.query.bool.max_clause_count", MOST_CLAUSES)));
        generations.prepare();
    }

    @Override
    public boolean isOutdated() {
        try {
            Head head = heads.read().head();
            return !head.model().equals(encoder.name()) || head.facts() != Facts.VERSION && hasPeople();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private boolean hasPeople() {
        try (CatalogueView view = view()) {
            return view.count(Kind.CANDIDATES, Filter.NONE) > 0;
        }
    }

    @Override
    public CatalogueView view() {
        mustBeOpen();
        try {
            return viewOf(points.newest());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private OpenSearchView viewOf(PointInTime pointInTime) {
        boolean vectors = pointInTime.generation().model().equals(encoder.name());
        return new OpenSearchView(new Asking(cluster, heads, points, pointInTime, settings), records, encoder, vectors);
    }

    @Override
    public void write(List<Change> changes) {
        mustBeOpen();
        Batch batch = Batch.of(changes);
        try {
            write(batch.first());
            write(batch.candidates());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void write(Collection<Change> changes) throws IOException {
        if (changes.isEmpty()) return;
        try (CatalogueView view = view()) {
            writing.write(prepared(changes, view));
        }
    }

    /** The changes as operations. This is where the work is: JSON, facts, vectors. */
    List<Operation> prepared(Collection<Change> changes, CatalogueView view) {
        List<Operation> operations = new ArrayList<>(changes.size());
        for (Change change : changes) {
            operations.add(
                    switch (change) {
                        case Change.Put<?> put -> operation(put, view);
                        case Change.Remove remove -> new Operation(remove.kind(), remove.id(), Optional.empty());
                    });
        }
        return operations;
    }

    private <T> Operation operation(Change.Put<T> put, CatalogueView view) {
        return new Operation(
                put.kind(), put.id(), Optional.of(documents.document(put.kind(), put.record(), true, view)));
    }

    @Override
    public void purge() {
        mustBeOpen();
        try {
            generations.purge();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public Optional<ErasureLog> erasureLog() {
        return Optional.of(erasures);
    }

    @Override
    public Rebuild rebuild() {
        mustBeOpen();
        try {
            return new OpenSearchRebuild(this, generations.begin());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    Cluster cluster() {
        return cluster;
    }

    HeadStore heads() {
        return heads;
    }

    Writing writing() {
        return writing;
    }

    OpenSearchSettings settings() {
        return settings;
    }

    /** A look at a generation that is being built. */
    CatalogueView viewOf(Head.Next next) throws IOException {
        return viewOf(points.of(next));
    }

    private void mustBeOpen() {
        if (closed) throw new IllegalStateException("the catalogue is closed");
    }

    static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("The catalogue's cluster failed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        try {
            points.closeAll();
            cluster.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
