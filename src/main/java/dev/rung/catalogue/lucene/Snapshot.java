package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Generation;
import dev.rung.catalogue.Kind;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * One commit, open for reading. A snapshot shows exactly what a commit holds, never what is on its way to one: so that the same
 * {@link Generation} means the same segments, the same word statistics and the same answers, also after a restart.
 *
 * <p>Safe for use by many threads.
 */
final class Snapshot extends IndexSearcher {
    private static final Set<String> SOURCE_ONLY = Set.of(Fields.SOURCE);

    private final CommitNote note;
    private final Generation generation;
    private final LazyTaxonomy taxonomy;

    Snapshot(IndexReader reader, String id, CommitNote note, LazyTaxonomy taxonomy) {
        super(reader);
        this.note = note;
        this.generation = new Generation(id, note.sequence(), note.model());
        this.taxonomy = taxonomy;
    }

    Generation generation() {
        return generation;
    }

    long version(Kind<?> kind) {
        return note.version(kind);
    }

    Taxonomy taxonomy() throws IOException {
        return taxonomy.in(this);
    }

    /** The document of a record, or -1. */
    int document(Kind<?> kind, String id) throws IOException {
        BytesRef key = Fields.key(kind, id).bytes();
        for (LeafReaderContext leaf : getLeafContexts()) {
            Terms keys = leaf.reader().terms(Fields.KEY);
            if (keys == null) continue;
            TermsEnum found = keys.iterator();
            if (!found.seekExact(key)) continue;
            Bits live = leaf.reader().getLiveDocs();
            PostingsEnum docs = found.postings(null, PostingsEnum.NONE);
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (live == null || live.get(doc)) return leaf.docBase + doc;
            }
        }
        return -1;
    }

    /** The record of a document. Stored fields are for one thread, so the caller holds them. */
    static <T> T record(Kind<T> kind, int document, StoredFields fields) throws IOException {
        BytesRef source = fields.document(document, SOURCE_ONLY).getBinaryValue(Fields.SOURCE);
        byte[] json = new byte[source.length];
        System.arraycopy(source.bytes, source.offset, json, 0, source.length);
        try {
            return Json.read(json, kind.type());
        } catch (InvalidJson e) {
            throw new IOException("A stored record of " + kind + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The id of a document's record. */
    BytesRef id(int document) throws IOException {
        LeafReaderContext leaf = getLeafContexts().get(ReaderUtil.subIndex(document, getLeafContexts()));
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
        if (!ids.advanceExact(document - leaf.docBase)) throw new IOException("document " + document + " has no id");
        return BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue()));
    }
}
