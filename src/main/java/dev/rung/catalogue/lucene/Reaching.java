package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Reach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** In the tables by number: a need that is met. Sums of up to 65,535 of them stay below {@link #HOPED}. */
    private static final int MET = 1;
    /** In the tables by number: a need that is not met but would be by some gain. */
    private static final int HOPED = 1 << 16;

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
            for (int i = 0; i < column.size; i++) {
                if (admits.get(column.docs[i]) && isReachable(column, i)) count++;
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
            for (int i = 0; i < column.size; i++) {
                if (column.ids[i] >= first && admits.get(column.docs[i]) && isReachable(column, i)) {
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
        Groups groups = Groups.of(source.numbers(), wanted(gains));
        int[] marks = marks(groups);
        long[] opened = new long[gains.size()];
        int[] answered = new int[gains.size()];
        for (int leaf = 0; leaf < columns.length; leaf++) {
            Column column = columns[leaf];
            FixedBitSet admits = admitted.leaf(leaf);
            for (int i = 0; i < column.size; i++) {
                int essentials = column.splits[i] - column.starts[i];
                if (essentials == 0 || !admits.get(column.docs[i])) continue;
                int sum = 0;
                for (int e = column.starts[i]; e < column.splits[i]; e++) {
                    sum += marks[column.numbers[e]];
                }
                int missing = needed(essentials) - (sum & (HOPED - 1));
                // Within reach already, or too far for all gains together.
                if (missing <= 0 || sum / HOPED < missing) continue;
                open(column, i, groups, missing, answered, opened);
            }
        }
        return opened;
    }

    private static void open(Column column, int i, Groups groups, int missing, int[] answered, long[] opened) {
        for (int e = column.starts[i]; e < column.splits[i]; e++) {
            int number = column.numbers[e];
            for (int slot = groups.from(number); slot < groups.to(number); slot++) {
                int gain = groups.group(slot);
                if (++answered[gain] == missing) opened[gain]++;
            }
        }
        for (int e = column.starts[i]; e < column.splits[i]; e++) {
            int number = column.numbers[e];
            for (int slot = groups.from(number); slot < groups.to(number); slot++) {
                answered[groups.group(slot)] = 0;
            }
        }
    }

    /** What each gain adds to what is met already. */
    private List<Map<String, Double>> wanted(List<Set<Need>> gains) {
        List<Map<String, Double>> wanted = new ArrayList<>(gains.size());
        for (Set<Need> gain : gains) {
            Map<String, Double> terms = new HashMap<>();
            for (Need need : gain) {
                int number = source.numbers().find(need.term());
                if (number >= 0 && number < met.length && met[number] == 0) terms.put(need.term(), 1.0);
            }
            wanted.add(terms);
        }
        return wanted;
    }

    private int[] marks(Groups groups) {
        int[] marks = new int[met.length];
        for (int number = 0; number < met.length; number++) {
            if (met[number] != 0) {
                marks[number] = MET;
            } else if (groups.from(number) < groups.to(number)) {
                marks[number] = HOPED;
            }
        }
        return marks;
    }

    private boolean isReachable(Column column, int i) {
        int essentials = column.splits[i] - column.starts[i];
        if (essentials == 0) return false;
        int answered = 0;
        for (int e = column.starts[i]; e < column.splits[i]; e++) {
            answered += met[column.numbers[e]];
        }
        return answered >= needed(essentials);
    }

    private int needed(int essentials) {
        return essentials < MOST_PREPARED ? needed[essentials] : Reach.needed(essentials, threshold);
    }
}
