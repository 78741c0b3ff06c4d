package dev.rung.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** The floor under every figure: one plain Lucene query over the texts of the jobs in the live index of a data folder. */
public final class PlainBm25 implements AutoCloseable {
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private PlainBm25(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
    }

    public static PlainBm25 open(Path data) throws IOException {
        String live = Files.readString(data.resolve("live")).strip();
        return new PlainBm25(
                DirectoryReader.open(FSDirectory.open(data.resolve("generations").resolve(live))));
    }

    /** Any of these words. */
    public Query query(String words) {
        return new QueryBuilder(new EnglishAnalyzer()).createBooleanQuery("jobs.text", words);
    }

    /** The best twenty, as numbers of documents: nothing of them is read. */
    public TopDocs search(Query query) throws IOException {
        return searcher.search(query, 20);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
