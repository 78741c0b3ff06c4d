package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The {@link Column}s in use, each read once a segment and kept until the segment is closed. A segment never changes, so neither does its
 * column; what was deleted since is not in the set of admitted documents.
 *
 * <p>Safe for use by many threads.
 */
final class Columns {
    private final Numbers numbers = new Numbers();
    private final Map<CacheKey, Map<Kind<?>, Column>> bySegment = new ConcurrentHashMap<>();
    private final Set<Kind<?>> asked = ConcurrentHashMap.newKeySet();

    /** The columns of a kind, in the order of the searcher's segments. */
    Column[] of(Snapshot snapshot, Kind<?> kind) throws IOException {
        asked.add(kind);
        Column[] columns = new Column[snapshot.getLeafContexts().size()];
        for (LeafReaderContext leaf : snapshot.getLeafContexts()) {
            columns[leaf.ord] = of(leaf.reader(), kind);
        }
        return columns;
    }

    /** Reads what is new in a reader of the kinds that somebody has asked for so far: of none where nobody asks, as during an import. */
    void warm(IndexReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            for (Kind<?> kind : asked) of(leaf.reader(), kind);
        }
    }

    /** A table by number with 1 for the given needs and 0 for all others. Read the columns first: they give the numbers. */
    byte[] marked(Collection<Need> needs) {
        byte[] marks = new byte[numbers.size()];
        for (Need need : needs) {
            int number = numbers.find(need.term());
            if (number >= 0 && number < marks.length) marks[number] = 1;
        }
        return marks;
    }

    Numbers numbers() {
        return numbers;
    }

    private Column of(LeafReader segment, Kind<?> kind) throws IOException {
        CacheHelper core = segment.getCoreCacheHelper();
        if (core == null) throw new IllegalStateException("a segment that cannot be cached: " + segment);
        Map<Kind<?>, Column> ofSegment = bySegment.get(core.getKey());
        if (ofSegment == null) {
            Map<Kind<?>, Column> fresh = new ConcurrentHashMap<>();
            ofSegment = bySegment.putIfAbsent(core.getKey(), fresh);
            if (ofSegment == null) {
                ofSegment = fresh;
                core.addClosedListener(bySegment::remove);
            }
        }
        try {
            return ofSegment.computeIfAbsent(kind, k -> {
                try {
                    return Column.read(segment, Fields.entries(k), Fields.strengths(k), numbers);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
