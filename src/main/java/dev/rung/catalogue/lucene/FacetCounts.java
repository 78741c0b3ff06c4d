package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** Counts how many admitted records have each word of a field. */
final class FacetCounts {
    private FacetCounts() {}

    static SortedMap<String, Long> of(Snapshot snapshot, Kind<?> kind, String field, Filter filter, int most)
            throws IOException {
        Map<String, Long> counts = new HashMap<>();
        Admitted admitted = Admitted.by(snapshot, kind, filter);
        for (int leaf = 0; leaf < admitted.leaves(); leaf++) {
            SortedSetDocValues words =
                    DocValues.getSortedSet(snapshot.getLeafContexts().get(leaf).reader(), Fields.word(kind, field));
            add(words, counted(words, admitted.iterator(leaf)), counts);
        }
        SortedMap<String, Long> frequent = new TreeMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.max(0, most))
                .forEach(e -> frequent.put(e.getKey(), e.getValue()));
        return frequent;
    }

    private static long[] counted(SortedSetDocValues words, DocIdSetIterator admitted) throws IOException {
        long[] counts = new long[Math.toIntExact(words.getValueCount())];
        if (counts.length == 0) return counts;
        for (int doc = admitted.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = admitted.nextDoc()) {
            if (!words.advanceExact(doc)) continue;
            for (int i = words.docValueCount(); i > 0; i--) {
                counts[(int) words.nextOrd()]++;
            }
        }
        return counts;
    }

    private static void add(SortedSetDocValues words, long[] counted, Map<String, Long> counts) throws IOException {
        TermsEnum terms = words.termsEnum();
        for (BytesRef word = terms.next(); word != null; word = terms.next()) {
            long count = counted[(int) terms.ord()];
            if (count > 0) counts.merge(word.utf8ToString(), count, Long::sum);
        }
    }
}
