package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Which documents of each segment are of a kind, pass a filter and are not deleted, as sets of bits. */
final class Admitted {
    private final FixedBitSet[] sets;

    private Admitted(FixedBitSet[] sets) {
        this.sets = sets;
    }

    static Admitted by(Snapshot snapshot, Kind<?> kind, Filter filter) throws IOException {
        Weight weight =
                snapshot.createWeight(snapshot.rewrite(FilterQuery.of(kind, filter)), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<LeafReaderContext> leaves = snapshot.getLeafContexts();
        FixedBitSet[] sets = new FixedBitSet[leaves.size()];
        for (LeafReaderContext leaf : leaves) {
            FixedBitSet set = new FixedBitSet(leaf.reader().maxDoc());
            ScorerSupplier matches = weight.scorerSupplier(leaf);
            if (matches != null) {
                DocIdSetIterator docs = matches.get(Long.MAX_VALUE).iterator();
                docs.nextDoc();
                docs.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, set, 0);
                Bits live = leaf.reader().getLiveDocs();
                if (live != null) live.applyMask(set, 0);
            }
            sets[leaf.ord] = set;
        }
        return new Admitted(sets);
    }

    int leaves() {
        return sets.length;
    }

    FixedBitSet leaf(int ord) {
        return sets[ord];
    }

    DocIdSetIterator iterator(int ord) {
        return new BitSetIterator(sets[ord], 0);
    }
}
