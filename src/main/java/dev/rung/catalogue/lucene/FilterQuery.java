package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import java.util.List;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;

/** A {@link Filter} as a Lucene query that matches exactly the records of one kind that it admits. */
final class FilterQuery {
    private final Kind<?> kind;

    private FilterQuery(Kind<?> kind) {
        this.kind = kind;
    }

    static Query of(Kind<?> kind, Filter filter) {
        Query ofKind = new TermQuery(new Term(Fields.KIND, kind.plural()));
        if (isEverything(filter)) return ofKind;
        return new BooleanQuery.Builder()
                .add(ofKind, Occur.FILTER)
                .add(new FilterQuery(kind).translated(filter), Occur.FILTER)
                .build();
    }

    static boolean isEverything(Filter filter) {
        return filter instanceof Filter.All all && all.parts().stream().allMatch(FilterQuery::isEverything);
    }

    private Query translated(Filter filter) {
        return switch (filter) {
            case Filter.All all -> joined(all.parts(), Occur.FILTER, new MatchAllDocsQuery());
            case Filter.Any any -> joined(any.parts(), Occur.SHOULD, new MatchNoDocsQuery("any of nothing"));
            case Filter.In in ->
                new TermInSetQuery(
                        Fields.word(kind, in.field()),
                        in.words().stream().map(Fields::term).toList());
            case Filter.Between between -> range(between);
            case Filter.Unknown unknown ->
                new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.FILTER)
                        .add(new TermQuery(new Term(Fields.known(kind), Fields.term(unknown.field()))), Occur.MUST_NOT)
                        .build();
        };
    }

    /** Nested one by one, so that many parts never exceed Lucene's limit of clauses in one query. */
    private Query joined(List<Filter> parts, Occur occur, Query none) {
        if (parts.isEmpty()) return none;
        int most = 512;
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int from = 0; from < parts.size(); from += most) {
            List<Filter> some = parts.subList(from, Math.min(parts.size(), from + most));
            BooleanQuery.Builder group = new BooleanQuery.Builder();
            some.forEach(part -> group.add(translated(part), occur));
            query.add(group.build(), occur);
        }
        return query.build();
    }

    /** Adding 0 turns -0, which points order before 0, into 0; see {@link DocumentMapping}. */
    private Query range(Filter.Between between) {
        if (!(between.min() <= between.max())) return new MatchNoDocsQuery("empty range");
        return DoubleField.newRangeQuery(
                Fields.number(kind, between.field()), between.min() + 0.0, between.max() + 0.0);
    }
}
