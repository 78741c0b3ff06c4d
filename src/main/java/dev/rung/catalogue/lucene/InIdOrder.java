package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/** All documents of a kind, ordered by id: each segment's in the order of its own ids, then merged. Holds eight bytes a document. */
final class InIdOrder {
    private InIdOrder() {}

    @FunctionalInterface
    interface Visitor {
        void visit(int document) throws IOException;
    }

    static void each(Snapshot snapshot, Kind<?> kind, Visitor visitor) throws IOException {
        Admitted admitted = Admitted.by(snapshot, kind, Filter.NONE);
        PriorityQueue<Run> runs = new PriorityQueue<>();
        for (LeafReaderContext leaf : snapshot.getLeafContexts()) {
            Run run = new Run(leaf, admitted.iterator(leaf.ord));
            if (run.advance()) runs.add(run);
        }
        for (Run run = runs.poll(); run != null; run = runs.poll()) {
            visitor.visit(run.document());
            if (run.advance()) runs.add(run);
        }
    }

    /** One segment's documents, by id. */
    private static final class Run implements Comparable<Run> {
        private final int base;
        private final SortedDocValues ids;
        private final long[] idsAndDocs;
        private int next;
        private BytesRef id = new BytesRef();

        Run(LeafReaderContext leaf, DocIdSetIterator docs) throws IOException {
            base = leaf.docBase;
            ids = DocValues.getSorted(leaf.reader(), Fields.ID);
            long[] found = new long[16];
            int size = 0;
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (!ids.advanceExact(doc)) throw new IOException("document " + doc + " has no id");
                found = ArrayUtil.grow(found, size + 1);
                found[size++] = (long) ids.ordValue() << 32 | doc;
            }
            idsAndDocs = Arrays.copyOf(found, size);
            Arrays.sort(idsAndDocs);
        }

        boolean advance() throws IOException {
            if (next == idsAndDocs.length) return false;
            id = BytesRef.deepCopyOf(ids.lookupOrd((int) (idsAndDocs[next++] >>> 32)));
            return true;
        }

        int document() {
            return base + (int) idsAndDocs[next - 1];
        }

        @Override
        public int compareTo(Run other) {
            return id.compareTo(other.id);
        }
    }
}
