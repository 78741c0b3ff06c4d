package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Reach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;

/**
 * Counts and lists the jobs within reach, by {@link Reach}.
 *
 * <p>Made for one question, by one thread.
 */
final class Reaching {
    private static final int MOST_PREPARED = 64;

    private final Snapshot snapshot;
    private final Column[] columns;
    private final Columns source;
    private final Admitted admitted;
    private final byte[] met;
    private final double threshold;
    private final int[] needed = new int[MOST_PREPARED];

    Reaching(Snapshot snapshot, Columns source, Set<Need> met, double threshold, Filter jobs) throws IOException {
        this.snapshot = snapshot;
        this.source = source;
        this.columns = source.of(snapshot, Kind.JOBS);
        this.admitted = Admitted.by(snapshot, Kind.JOBS, jobs);
        this.met = source.marked(met);
        this.threshold = threshold;
        for (int essentials = 0; essentials < MOST_PREPARED; essentials++) {
            needed[essentials] = Reach.needed(essentials, threshold);
        }
    }

    long count() {
        long count = 0;
        for (int leaf = 0; leaf < columns.length; leaf++) {
            Column column = columns[leaf];
            FixedBitSet admits = admitted.leaf(leaf);
            int[] answered = column.countStrong(met);
            for (int i = 0; i < column.size; i++) {
                if (isReachable(column, i, answered) && admits.get(column.docs[i])) count++;
            }
        }
        return count;
    }

    /** The first jobs after an id, by id. */
    List<String> ids(String after, int limit) throws IOException {
        if (limit <= 0) return List.of();
        List<BytesRef> found = new ArrayList<>();
        for (int leaf = 0; leaf < columns.length; leaf++) {
            Column column = columns[leaf];
            if (column.size == 0) continue;
            FixedBitSet admits = admitted.leaf(leaf);
            SortedDocValues ids =
                    DocValues.getSorted(snapshot.getLeafContexts().get(leaf).reader(), Fields.ID);
            int at = ids.lookupTerm(new BytesRef(after));
            int first = at >= 0 ? at + 1 : -at - 1;
            // The heap keeps the largest, and we want the smallest ids.
            LongHeap smallest = new LongHeap(Math.min(limit, column.size));
            int[] answered = column.countStrong(met);
            for (int i = 0; i < column.size; i++) {
                if (column.ids[i] >= first && isReachable(column, i, answered) && admits.get(column.docs[i])) {
                    smallest.insertWithOverflow(-column.ids[i]);
                }
            }
            while (smallest.size() > 0) {
                found.add(BytesRef.deepCopyOf(ids.lookupOrd((int) -smallest.pop())));
            }
        }
        return found.stream().sorted().limit(limit).map(BytesRef::utf8ToString).toList();
    }

    /** For each gain, how many jobs come within reach by it. */
    long[] newlyReachable(List<Set<Need>> gains) {
        Gains hopes = Gains.of(source.numbers(), gains, met);
        long[] opened = new long[gains.size()];
        for (int leaf = 0; leaf < columns.length; leaf++) {
            Column column = columns[leaf];
            FixedBitSet admits = admitted.leaf(leaf);
            int[] answered = column.countStrong(met);
            int[] hoped = column.countStrong(hopes.marks());
            for (int i = 0; i < column.size; i++) {
                int missing = needed(column.splits[i] - column.starts[i]) - answered[i];
                // Within reach already, or too far for all gains together.
                if (missing <= 0 || hoped[i] < missing) continue;
                if (admits.get(column.docs[i])) hopes.open(column, i, missing, opened);
            }
        }
        return opened;
    }

    /** At least one must be met, so a job without essential requirements is not within reach. */
    private boolean isReachable(Column column, int i, int[] answered) {
        return answered[i] > 0 && answered[i] >= needed(column.splits[i] - column.starts[i]);
    }

    private int needed(int essentials) {
        return essentials < MOST_PREPARED ? needed[essentials] : Reach.needed(essentials, threshold);
    }
}
