package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.rung.encoder.SkillEncoder;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A point in time of the cluster as the rest of Rung sees it. */
final class OpenSearchView implements CatalogueView {
    private static final List<Object> BY_ID = List.of(Map.of(Layout.ID, "asc"));
    private static final int HANDED_OUT_AT_ONCE = 500;

    private final Asking state;
    private final RecordsRead records;
    private final SkillEncoder encoder;
    private final boolean vectors;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param state held for this view
     * @param vectors whether the index holds vectors of the encoder in use
     */
    OpenSearchView(Asking state, RecordsRead records, SkillEncoder encoder, boolean vectors) {
        this.state = state;
        this.records = records;
        this.encoder = encoder;
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
        return state.generation();
    }

    @Override
    public long version(Kind<?> kind) {
        return state.version(kind);
    }

    @Override
    public Taxonomy taxonomy() {
        return records.taxonomy(this);
    }

    @Override
    public <T> Optional<T> find(Kind<T> kind, String id) {
        return find(kind, List.of(id)).stream().findFirst();
    }

    @Override
    public <T> List<T> find(Kind<T> kind, Collection<String> ids) {
        return reading(() -> records.find(state, kind, ids));
    }

    @Override
    public <T> void each(Kind<T> kind, Consumer<T> consumer) {
        reading(() -> handOut(kind, Clauses.of(kind, Filter.NONE), consumer));
    }

    /** The records that were written while this generation was being built. */
    <T> List<T> followed(Kind<T> kind) {
        List<T> found = new ArrayList<>();
        Map<String, Object> query =
                Clauses.filtered(List.of(Clauses.of(kind, Filter.NONE), Map.of("term", Map.of(Layout.FOLLOWED, true))));
        reading(() -> handOut(kind, query, found::add));
        return found;
    }

    private <T> Kind<T> handOut(Kind<T> kind, Map<String, Object> query, Consumer<T> consumer) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "size", HANDED_OUT_AT_ONCE,
                "query", query,
                "sort", BY_ID,
                "_source", List.of(Layout.SOURCE),
                "track_total_hits", false));
        while (true) {
            JsonNode hits = state.search(body).path("hits").path("hits");
            for (JsonNode hit : hits) consumer.accept(RecordsRead.record(kind, hit));
            if (hits.size() < HANDED_OUT_AT_ONCE) return kind;
            body.put("search_after", hits.path(hits.size() - 1).path("sort"));
        }
    }

    @Override
    public <T> Page<T> search(Kind<T> kind, Search search) {
        return reading(() ->
                search.text().isPresent() ? ranked(kind, search, search.text().get()) : listed(kind, search));
    }

    private <T> Page<T> listed(Kind<T> kind, Search search) throws IOException {
        Optional<List<Object>> after = Optional.empty();
        if (search.cursor().isPresent()
                && Cursor.decoded(search.cursor().get(), kind, search) instanceof Cursor.AfterId id) {
            after = Optional.of(List.of(id.id()));
        }
        Map<String, Object> query = Clauses.of(kind, search.filter());
        List<String> ids = state.hits(query, BY_ID, search.size() + 1, after).stream()
                .map(hit -> hit.path("sort").path(0).asText())
                .toList();
        List<String> page = ids.subList(0, Math.min(ids.size(), search.size()));
        Optional<String> next = ids.size() > page.size()
                ? Optional.of(new Cursor.AfterId(page.getLast()).encoded(kind, search))
                : Optional.empty();
        return new Page<>(records.find(state, kind, page), next, state.count(query));
    }

    private <T> Page<T> ranked(Kind<T> kind, Search search, String text) throws IOException {
        if (search.cursor().isEmpty()) return page(state, kind, search, text, 0);
        if (Cursor.decoded(search.cursor().get(), kind, search) instanceof Cursor.AtRank at) {
            Optional<Asking> then = state.kept(at.generation(), at.version());
            if (then.isPresent()) return page(then.get(), kind, search, text, at.rank());
        }
        throw new CursorExpired(
                "the catalogue has changed since this cursor was given out; start again without a cursor");
    }

    private <T> Page<T> page(Asking then, Kind<T> kind, Search search, String text, int from) throws IOException {
        List<String> ranking = new TextSearch(then, encoder).ranking(kind, text, search.filter(), vectors);
        int start = Math.min(from, ranking.size());
        int end = Math.min(ranking.size(), start + search.size());
        Optional<String> next = Optional.empty();
        if (end < ranking.size()) {
            then.keep();
            Generation generation = then.generation();
            next = Optional.of(new Cursor.AtRank(generation.id(), generation.sequence(), end).encoded(kind, search));
        }
        return new Page<>(records.find(then, kind, ranking.subList(start, end)), next, ranking.size());
    }

    @Override
    public long count(Kind<?> kind, Filter filter) {
        return reading(() -> state.count(Clauses.of(kind, filter)));
    }

    @Override
    public SortedMap<String, Long> facet(Kind<?> kind, String field, Filter filter, int most) {
        return reading(() -> Facets.of(state, Clauses.of(kind, filter), Layout.word(field), most));
    }

    @Override
    public List<Ranked> rankByAnswers(Kind<?> kind, Map<Need, Double> answers, Filter filter, int limit) {
        if (!kind.equals(Kind.ROLES) && !kind.equals(Kind.JOBS)) {
            throw new IllegalArgumentException(kind + " make no requirements; roles and jobs do");
        }
        return reading(() -> new Ranking(state, kind, filter).byAnswers(answers, limit));
    }

    @Override
    public List<Ranked> rankBySkills(
            Kind<?> kind, List<Map<SkillId, Double>> wishes, boolean provenOnly, Filter filter, int limit) {
        if (!kind.equals(Kind.CREDENTIALS) && !kind.equals(Kind.CANDIDATES)) {
            throw new IllegalArgumentException(kind + " offer no skills; credentials and candidates do");
        }
        return reading(() -> new Ranking(state, kind, filter).bySkills(wishes, provenOnly, limit));
    }

    @Override
    public List<Ranked> nearest(Kind<?> kind, float[] vector, Filter filter, int limit) {
        if (!vectors) return List.of();
        return reading(() -> new Nearest(state).to(vector, kind, filter, limit));
    }

    @Override
    public long reachable(Set<Need> met, double threshold, Filter jobs) {
        return reading(() -> new Reaching(state, met, threshold, jobs).count());
    }

    @Override
    public List<String> reachableIds(Set<Need> met, double threshold, Filter jobs, String after, int limit) {
        return reading(() -> new Reaching(state, met, threshold, jobs).ids(after, limit));
    }

    @Override
    public long[] newlyReachable(Set<Need> met, double threshold, List<Set<Need>> gains, Filter jobs) {
        return reading(() -> new Reaching(state, met, threshold, jobs).newlyReachable(gains));
    }

    @Override
    public List<SortedMap<String, Long>> newlyReachableBy(
            String field, Set<Need> met, double threshold, List<Set<Need>> gains, Filter jobs) {
        return reading(() -> new Reaching(state, met, threshold, jobs).newlyReachableBy(Layout.word(field), gains));
    }

    @Override
    public List<String> newlyReachableIds(
            Set<Need> met, double threshold, Set<Need> gain, Filter jobs, String after, int limit) {
        return reading(() -> new Reaching(state, met, threshold, jobs).newlyReachableIds(gain, after, limit));
    }

    @Override
    public List<Lack> lacking(Set<Need> met, double threshold, Set<Need> hoped, Filter jobs) {
        return reading(() -> new Reaching(state, met, threshold, jobs).lacking(hoped));
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        try {
            state.end();
        } catch (IOException e) {
            throw new UncheckedIOException("The cluster cannot end a point in time: " + e.getMessage(), e);
        }
    }
}
