package dev.rung.catalogue.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rung.catalogue.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;

/**
 * Reads records by id, and keeps those that were read lately: unpacking and parsing them was most of the time of ranking roles. A document of a
 * segment never changes, so what is kept is never stale. People are not kept, so that erasing one leaves nothing in memory.
 *
 * <p>Safe for use by many threads.
 */
final class Records {
    /** A record takes a few kilobytes, so about 40 MB when full. */
    private static final int MOST_KEPT = 10_000;

    private final Cache<Key, Object> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** A document by its segment and its place therein. */
    private record Key(Object segment, int document) {}

    /** The records of those ids, in the order asked; those that do not exist are left out. */
    <T> List<T> find(Snapshot snapshot, Kind<T> kind, Collection<String> ids) throws IOException {
        StoredFields fields = snapshot.storedFields();
        List<T> records = new ArrayList<>(ids.size());
        for (String id : ids) {
            int document = snapshot.document(kind, id);
            if (document >= 0) records.add(record(snapshot, kind, document, fields));
        }
        return records;
    }

    private <T> T record(Snapshot snapshot, Kind<T> kind, int document, StoredFields fields) throws IOException {
        if (kind == Kind.CANDIDATES) return Snapshot.record(kind, document, fields);
        List<LeafReaderContext> leaves = snapshot.getLeafContexts();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        Key key = new Key(leaf.reader().getCoreCacheHelper().getKey(), document - leaf.docBase);
        Object known = kept.getIfPresent(key);
        if (known != null) return kind.type().cast(known);
        T record = Snapshot.record(kind, document, fields);
        kept.put(key, record);
        return record;
    }
}
