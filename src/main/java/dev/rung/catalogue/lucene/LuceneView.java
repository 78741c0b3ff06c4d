package dev.rung.catalogue.lucene;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Cursor;
import dev.rung.catalogue.CursorExpired;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Generation;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Lack;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Page;
import dev.rung.catalogue.Ranked;
import dev.rung.catalogue.Search;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/** A {@link Snapshot} as the rest of Rung sees it. */
final class LuceneView implements CatalogueView {
    private static final Sort BY_ID = new Sort(new SortField(Fields.ID, SortField.Type.STRING));

    private final Index index;
    private final Snapshot snapshot;
    private final Columns columns;
    private final TextSearch texts;
    private final Records records;
    private final boolean vectors;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Optional<Reached> last = Optional.empty();

    /**
     * @param index on which the view has a hold
     * @param vectors whether the index holds vectors of the encoder in use
     */
    LuceneView(Index index, Columns columns, TextSearch texts, Records records, boolean vectors) throws IOException {
        this.index = index;
        this.snapshot = index.newest();
        this.columns = columns;
        this.texts = texts;
        this.records = records;
        this.vectors = vectors;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        if (closed.get()) throw new IllegalStateException("this view of the catalogue is closed");
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Generation generation() {
        return snapshot.generation();
    }

    @Override
    public long version(Kind<?> kind) {
        return snapshot.version(kind);
    }

    @Override
    public Taxonomy taxonomy() {
        return reading(snapshot::taxonomy);
    }

    @Override
    public <T> Optional<T> find(Kind<T> kind, String id) {
        return find(kind, List.of(id)).stream().findFirst();
    }

    @Override
    public <T> List<T> find(Kind<T> kind, Collection<String> ids) {
        return reading(() -> records.find(snapshot, kind, ids));
    }

    @Override
    public <T> void each(Kind<T> kind, Consumer<T> consumer) {
        reading(() -> {
            StoredFields fields = snapshot.storedFields();
            InIdOrder.each(snapshot, kind, document -> consumer.accept(Snapshot.record(kind, document, fields)));
            return kind;
        });
    }

    @Override
    public <T> Page<T> search(Kind<T> kind, Search search) {
        return reading(() ->
                search.text().isPresent() ? ranked(kind, search, search.text().get()) : listed(kind, search));
    }

    private <T> Page<T> listed(Kind<T> kind, Search search) throws IOException {
        String after = "";
        if (search.cursor().isPresent()
                && Cursor.decoded(search.cursor().get(), kind, search) instanceof Cursor.AfterId id) {
            after = id.id();
        }
        Query query = FilterQuery.of(kind, search.filter());
        List<String> ids = idsAfter(query, after, search.size() + 1);
        List<String> page = ids.subList(0, Math.min(ids.size(), search.size()));
        Optional<String> next = ids.size() > page.size()
                ? Optional.of(new Cursor.AfterId(page.getLast()).encoded(kind, search))
                : Optional.empty();
        return new Page<>(records.find(snapshot, kind, page), next, snapshot.count(query));
    }

    private List<String> idsAfter(Query query, String after, int most) throws IOException {
        // As if the last document had that id: only what orders strictly after the id is left.
        int lastDocument = Math.max(0, snapshot.getIndexReader().maxDoc() - 1);
        ScoreDoc last = after.isEmpty() ? null : new FieldDoc(lastDocument, 0, new Object[] {new BytesRef(after)});
        TopDocs found = snapshot.searchAfter(last, query, most, BY_ID);
        List<String> ids = new ArrayList<>(found.scoreDocs.length);
        for (ScoreDoc hit : found.scoreDocs) {
            ids.add(((BytesRef) ((FieldDoc) hit).fields[0]).utf8ToString());
        }
        return ids;
    }

    private <T> Page<T> ranked(Kind<T> kind, Search search, String text) throws IOException {
        if (search.cursor().isEmpty()) return page(snapshot, kind, search, text, 0);
        if (Cursor.decoded(search.cursor().get(), kind, search) instanceof Cursor.AtRank at
                && at.generation().equals(index.id())) {
            Snapshot kept = index.kept(at.version());
            try {
                return page(kept, kind, search, text, at.rank());
            } finally {
                index.release(kept);
            }
        }
        throw new CursorExpired(
                "the catalogue was rebuilt since this cursor was given out; start again without a cursor");
    }

    private <T> Page<T> page(Snapshot state, Kind<T> kind, Search search, String text, int from) throws IOException {
        Fusion ranking = texts.ranking(state, kind, text, search.filter(), vectors);
        int start = Math.min(from, ranking.size());
        int end = Math.min(ranking.size(), start + search.size());
        Optional<String> next = end < ranking.size()
                ? Optional.of(new Cursor.AtRank(index.id(), index.keep(state), end).encoded(kind, search))
                : Optional.empty();
        return new Page<>(records.find(state, kind, ranking.ids(state, start, end)), next, ranking.size());
    }

    @Override
    public long count(Kind<?> kind, Filter filter) {
        return reading(() -> snapshot.count(FilterQuery.of(kind, filter)));
    }

    @Override
    public SortedMap<String, Long> facet(Kind<?> kind, String field, Filter filter, int most) {
        return reading(() -> FacetCounts.of(snapshot, kind, field, filter, most));
    }

    @Override
    public List<Ranked> rankByAnswers(Kind<?> kind, Map<Need, Double> answers, Filter filter, int limit) {
        if (!kind.equals(Kind.ROLES) && !kind.equals(Kind.JOBS)) {
            throw new IllegalArgumentException(kind + " make no requirements; roles and jobs do");
        }
        return reading(() -> new Ranking(snapshot, columns, kind, filter).byAnswers(answers, limit));
    }

    @Override
    public List<Ranked> rankBySkills(
            Kind<?> kind, List<Map<SkillId, Double>> wishes, boolean provenOnly, Filter filter, int limit) {
        if (!kind.equals(Kind.CREDENTIALS) && !kind.equals(Kind.CANDIDATES)) {
            throw new IllegalArgumentException(kind + " offer no skills; credentials and candidates do");
        }
        return reading(() -> new Ranking(snapshot, columns, kind, filter).bySkills(wishes, provenOnly, limit));
    }

    @Override
    public List<Ranked> nearest(Kind<?> kind, float[] vector, Filter filter, int limit) {
        if (!vectors) return List.of();
        return reading(() -> TextSearch.nearest(snapshot, kind, vector, filter, limit));
    }

    @Override
    public long reachable(Set<Need> met, double threshold, Filter jobs) {
        return reading(() -> reaching(met, threshold, jobs).count());
    }

    @Override
    public List<String> reachableIds(Set<Need> met, double threshold, Filter jobs, String after, int limit) {
        return reading(() -> reaching(met, threshold, jobs).ids(after, limit));
    }

    @Override
    public long[] newlyReachable(Set<Need> met, double threshold, List<Set<Need>> gains, Filter jobs) {
        return reading(() -> reaching(met, threshold, jobs).newlyReachable(gains));
    }

    @Override
    public List<SortedMap<String, Long>> newlyReachableBy(
            String field, Set<Need> met, double threshold, List<Set<Need>> gains, Filter jobs) {
        return reading(() -> reaching(met, threshold, jobs).newlyReachableBy(field, gains));
    }

    @Override
    public List<String> newlyReachableIds(
            Set<Need> met, double threshold, Set<Need> gain, Filter jobs, String after, int limit) {
        return reading(() -> reaching(met, threshold, jobs).newlyReachableIds(gain, after, limit));
    }

    /** What one person reaches is asked in several ways, one after the other, so the last one is kept. */
    private record Reached(Set<Need> met, double threshold, Filter jobs, Reaching reaching) {
        boolean isOf(Set<Need> otherMet, double otherThreshold, Filter otherJobs) {
            return Double.compare(threshold, otherThreshold) == 0 && jobs.equals(otherJobs) && met.equals(otherMet);
        }
    }

    private Reaching reaching(Set<Need> met, double threshold, Filter jobs) throws IOException {
        Optional<Reached> kept = last.filter(r -> r.isOf(met, threshold, jobs));
        if (kept.isPresent()) return kept.get().reaching();
        Reaching fresh = new Reaching(snapshot, columns, met, threshold, jobs);
        last = Optional.of(new Reached(Set.copyOf(met), threshold, jobs, fresh));
        return fresh;
    }

    @Override
    public List<Lack> lacking(Set<Need> met, double threshold, Set<Need> hoped, Filter jobs) {
        return reading(() -> new Reaching(snapshot, columns, met, threshold, jobs).lacking(hoped));
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        try {
            index.release(snapshot);
            index.letGo();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue's files cannot be closed: " + e.getMessage(), e);
        }
    }
}
