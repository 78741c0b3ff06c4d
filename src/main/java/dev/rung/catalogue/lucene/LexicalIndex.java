package dev.rung.catalogue.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * BM25 over a list of short texts in memory: English stems by Porter, stop words dropped, k1 1.2 and b 0.75, as in Robertson and
 * Zaragoza, <i>The Probabilistic Relevance Framework</i> (2009). It is what a trained ranker is compared with, and fused with.
 *
 * <p>Immutable and safe for use by many threads. It keeps its index on the heap and needs no closing.
 */
public final class LexicalIndex {
    private static final String FIELD = "text";

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final IndexSearcher searcher;
    private final int size;

    public LexicalIndex(List<String> texts) {
        size = texts.size();
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            // One thread and one segment: a text's number in the index is its place in the list.
            IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity(1.2f, 0.75f));
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (String text : texts) {
                    Document document = new Document();
                    document.add(new TextField(FIELD, text, Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
        searcher.setQueryCache(null);
    }

    /** The BM25 score of each text, in the order of the list; 0 where no term of the query stands in it. */
    public float[] scores(String query) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        int clauses = 0;
        try (TokenStream tokens = analyzer.tokenStream(FIELD, query)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && clauses++ < IndexSearcher.getMaxClauseCount()) {
                any.add(new TermQuery(new Term(FIELD, term.toString())), BooleanClause.Occur.SHOULD);
            }
            tokens.end();
            return searcher.search(any.build(), new IntoPlaces(size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gathers the hits. The searcher has no threads of its own, so it asks for one collector. */
    private record IntoPlaces(int size) implements CollectorManager<Hits, float[]> {
        @Override
        public Hits newCollector() {
            return new Hits(size);
        }

        @Override
        public float[] reduce(Collection<Hits> one) {
            return one.iterator().next().scores;
        }
    }

    /** Writes every hit's score to its place. */
    private static final class Hits extends SimpleCollector {
        private final float[] scores;
        private int base;
        private Scorable scorer = new Scorable() {
            @Override
            public float score() {
                return 0;
            }
        };

        Hits(int size) {
            scores = new float[size];
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) {
            base = context.docBase;
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            scores[base + document] = scorer.score();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
