package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Lack;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Reach;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;

/**
 * Counts and lists the jobs within reach, by {@link Reach}.
 *
 * <p>Immutable: what one person meets of each job is counted once and serves every question about them.
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
    /** By segment and record: how many of its essential needs are met. */
    private final int[][] answered;

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
        this.answered = Arrays.stream(columns)
                .map(column -> column.countStrong(this.met))
                .toArray(int[][]::new);
    }

    long count() {
        long count = 0;
        for (int leaf = 0; leaf < columns.length; leaf++) {
            Column column = columns[leaf];
            FixedBitSet admits = admitted.leaf(leaf);
            for (int i = 0; i < column.size; i++) {
                if (isReachable(column, i, answered[leaf]) && admits.get(column.docs[i])) count++;
            }
        }
        return count;
    }

    /** The first jobs within reach after an id, by id. */
    List<String> ids(String after, int limit) throws IOException {
        return firstIds(after, limit, leaf -> i -> isReachable(columns[leaf], i, answered[leaf]));
    }

    /** The first jobs after an id that one gain brings within reach, by id. */
    List<String> newlyReachableIds(Set<Need> gain, String after, int limit) throws IOException {
        byte[] gained = source.marked(gain);
        for (int number = 0; number < met.length; number++) gained[number] &= (byte) (1 - met[number]);
        return firstIds(after, limit, leaf -> {
            Column column = columns[leaf];
            int[] hoped = column.countStrong(gained);
            return i -> {
                int missing = needed(column.splits[i] - column.starts[i]) - answered[leaf][i];
                return missing > 0 && hoped[i] >= missing;
            };
        });
    }

    private List<String> firstIds(String after, int limit, IntFunction<IntPredicate> wanted) throws IOException {
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
            IntPredicate isWanted = wanted.apply(leaf);
            for (int i = 0; i < column.size; i++) {
                if (column.ids[i] >= first && isWanted.test(i) && admits.get(column.docs[i])) {
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
    long[] newlyReachable(List<Set<Need>> gains) throws IOException {
        long[] opened = new long[gains.size()];
        eachOpened(gains, leaf -> (document, gain) -> opened[gain]++);
        return opened;
    }

    /** For each gain, how many jobs come within reach by it, by the words of a field. */
    List<SortedMap<String, Long>> newlyReachableBy(String field, List<Set<Need>> gains) throws IOException {
        List<Tally> tallies = new ArrayList<>();
        eachOpened(gains, leaf -> {
            LeafReader segment = snapshot.getLeafContexts().get(leaf).reader();
            Tally tally =
                    new Tally(DocValues.getSortedSet(segment, Fields.word(Kind.JOBS, field)), new long[gains.size()][]);
            tallies.add(tally);
            return tally;
        });
        List<SortedMap<String, Long>> opened = new ArrayList<>();
        for (int gain = 0; gain < gains.size(); gain++) {
            SortedMap<String, Long> counts = new TreeMap<>();
            for (Tally tally : tallies) tally.addTo(counts, gain);
            opened.add(counts);
        }
        return opened;
    }

    /** Counts the words of one segment's jobs, for each gain by the word's position. */
    private record Tally(SortedSetDocValues words, long[][] counts) implements Opened {
        @Override
        public void by(int document, int gain) throws IOException {
            // Asked again for the same document, it begins again with its first word.
            if (!words.advanceExact(document)) return;
            if (counts[gain] == null) counts[gain] = new long[Math.toIntExact(words.getValueCount())];
            for (int w = words.docValueCount(); w > 0; w--) counts[gain][(int) words.nextOrd()]++;
        }

        void addTo(SortedMap<String, Long> sums, int gain) throws IOException {
            if (counts[gain] == null) return;
            for (int word = 0; word < counts[gain].length; word++) {
                if (counts[gain][word] == 0) continue;
                sums.merge(words.lookupOrd(word).utf8ToString(), counts[gain][word], Long::sum);
            }
        }
    }

    /** Is told of a job that a gain brings within reach. */
    @FunctionalInterface
    private interface Opened {
        void by(int document, int gain) throws IOException;
    }

    /** Gives whom to tell of the jobs of a segment. */
    @FunctionalInterface
    private interface OfSegment {
        Opened of(int leaf) throws IOException;
    }

    /** The shared pass: every job once, in order of documents, whatever the number of gains. */
    private void eachOpened(List<Set<Need>> gains, OfSegment told) throws IOException {
        Gains hopes = Gains.of(source.numbers(), gains, met);
        long[] opening = new long[hopes.words()];
        for (int leaf = 0; leaf < columns.length; leaf++) {
            Column column = columns[leaf];
            FixedBitSet admits = admitted.leaf(leaf);
            Opened opened = told.of(leaf);
            int[] hoped = column.countStrong(hopes.marks());
            for (int i = 0; i < column.size; i++) {
                int missing = needed(column.splits[i] - column.starts[i]) - answered[leaf][i];
                // Within reach already, or too far for all gains together.
                if (missing <= 0 || hoped[i] < missing || !admits.get(column.docs[i])) continue;
                hopes.open(column, i, missing, opening);
                for (int word = 0; word < opening.length; word++) {
                    for (long open = opening[word]; open != 0; open &= open - 1) {
                        opened.by(column.docs[i], word * Long.SIZE + Long.numberOfTrailingZeros(open));
                    }
                }
            }
        }
    }

    /** What the jobs lack that would come within reach if all that is hoped for were met; those that lack the same are counted together. */
    List<Lack> lacking(Set<Need> hoped) {
        Map<Integer, Need> known = new HashMap<>();
        byte[] marks = new byte[met.length];
        for (Need need : hoped) {
            int number = source.numbers().find(need.term());
            if (number < 0 || number >= met.length || met[number] != 0) continue;
            marks[number] = 1;
            known.put(number, need);
        }
        // Arrays of a list's numbers compare by identity, so buffers wrap them; the last number is how many are
        // missing.
        Map<IntBuffer, long[]> counts = new HashMap<>();
        for (int leaf = 0; leaf < columns.length; leaf++) {
            Column column = columns[leaf];
            FixedBitSet admits = admitted.leaf(leaf);
            int[] answered = column.countStrong(met);
            int[] open = column.countStrong(marks);
            for (int i = 0; i < column.size; i++) {
                int essentials = column.splits[i] - column.starts[i];
                int missing = needed(essentials) - answered[i];
                if (essentials == 0 || missing <= 0 || open[i] < missing || !admits.get(column.docs[i])) continue;
                int[] lack = new int[open[i] + 1];
                int count = 0;
                for (int e = column.starts[i]; e < column.splits[i]; e++) {
                    if (marks[column.numbers[e]] != 0) lack[count++] = column.numbers[e];
                }
                Arrays.sort(lack, 0, count);
                lack[count] = missing;
                counts.computeIfAbsent(IntBuffer.wrap(lack), l -> new long[1])[0]++;
            }
        }
        List<Lack> lacks = new ArrayList<>(counts.size());
        counts.forEach((lack, jobs) -> {
            int last = lack.limit() - 1;
            List<Need> needs = IntStream.range(0, last)
                    .mapToObj(i -> Objects.requireNonNull(known.get(lack.get(i))))
                    .sorted()
                    .toList();
            lacks.add(new Lack(lack.get(last), needs, jobs[0]));
        });
        lacks.sort(null);
        return lacks;
    }

    /** At least one must be met, so a job without essential requirements is not within reach. */
    private boolean isReachable(Column column, int i, int[] answered) {
        return answered[i] > 0 && answered[i] >= needed(column.splits[i] - column.starts[i]);
    }

    private int needed(int essentials) {
        return essentials < MOST_PREPARED ? needed[essentials] : Reach.needed(essentials, threshold);
    }
}
