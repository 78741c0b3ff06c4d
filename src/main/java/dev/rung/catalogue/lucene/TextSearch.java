package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
import dev.rung.catalogue.TextRanking;
import dev.rung.encoder.SkillEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Finds records by words and by meaning: both rankings of {@link TextRanking} in one {@link Fusion}.
 *
 * <p>The text is words, never a query language; the last of them may be just begun.
 *
 * <p>Safe for use by many threads.
 */
final class TextSearch {
    private final Analysis analysis;
    private final SkillEncoder encoder;

    TextSearch(Analysis analysis, SkillEncoder encoder) {
        this.analysis = analysis;
        this.encoder = encoder;
    }

    /**
     * All records found, ranked.
     *
     * @param vectors whether the index holds vectors of this encoder
     */
    Fusion ranking(Snapshot snapshot, Kind<?> kind, String text, Filter filter, boolean vectors) throws IOException {
        Fusion fusion = new Fusion();
        Query query = new BooleanQuery.Builder()
                .add(words(kind, text), Occur.MUST)
                .add(FilterQuery.of(kind, filter), Occur.FILTER)
                .build();
        fusion.addWords(List.of(snapshot.search(query, TextRanking.WORDS_DEPTH).scoreDocs));
        if (vectors) {
            fusion.addVectors(
                    nearDocuments(snapshot, kind, encoder.encode(text), filter, TextRanking.VECTOR_DEPTH).stream()
                            .filter(hit -> cosine(hit) >= TextRanking.NEAR)
                            .toList());
        }
        return fusion;
    }

    /** The records nearest to a vector, scored by cosine. */
    static List<Ranked> nearest(Snapshot snapshot, Kind<?> kind, float[] vector, Filter filter, int limit)
            throws IOException {
        List<Ranked> nearest = new ArrayList<>();
        for (ScoreDoc hit : nearDocuments(snapshot, kind, vector, filter, limit)) {
            nearest.add(new Ranked(snapshot.id(hit.doc).utf8ToString(), cosine(hit)));
        }
        nearest.sort(Comparator.comparing(Ranked::score).reversed().thenComparing(ranked -> new BytesRef(ranked.id())));
        return nearest;
    }

    private static List<ScoreDoc> nearDocuments(
            Snapshot snapshot, Kind<?> kind, float[] vector, Filter filter, int limit) throws IOException {
        double length = Math.sqrt(SkillEncoder.dot(vector, vector));
        int most = Math.min(limit, snapshot.getIndexReader().maxDoc());
        if (!(length > 0) || most <= 0) return List.of();
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        Query admitted = FilterQuery.isEverything(filter) ? null : FilterQuery.of(kind, filter);
        return List.of(
                snapshot.search(new KnnFloatVectorQuery(Fields.vector(kind), unit, most, admitted), most).scoreDocs);
    }

    /** Lucene scores inner products as (1 + cosine) / 2. */
    private static double cosine(ScoreDoc hit) {
        return 2.0 * hit.score - 1;
    }

    private Query words(Kind<?> kind, String text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        String last = "";
        for (String word : analysis.terms(text, TextRanking.MOST_WORDS)) {
            last = word;
            query.add(
                    new DisjunctionMaxQuery(
                            List.of(
                                    new BoostQuery(
                                            new TermQuery(new Term(Fields.title(kind), word)), TextRanking.TITLE),
                                    new BoostQuery(
                                            new TermQuery(new Term(Fields.otherTitles(kind), word)),
                                            TextRanking.OTHER_TITLES),
                                    new TermQuery(new Term(Fields.text(kind), word))),
                            TextRanking.OTHER_FIELDS),
                    Occur.SHOULD);
        }
        if (last.length() >= TextRanking.SHORTEST_BEGINNING) query.add(beginning(kind, last), Occur.SHOULD);
        BooleanQuery words = query.build();
        return words.clauses().isEmpty() ? new MatchNoDocsQuery("no words") : words;
    }

    /** Titles with a word that begins so: whoever is still typing means more than they have typed. Counts less than a whole word. */
    private static Query beginning(Kind<?> kind, String word) {
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(new PrefixQuery(new Term(Fields.title(kind), word)), TextRanking.BEGINNING),
                        new BoostQuery(
                                new PrefixQuery(new Term(Fields.otherTitles(kind), word)),
                                TextRanking.OTHER_BEGINNING)),
                0);
    }
}
