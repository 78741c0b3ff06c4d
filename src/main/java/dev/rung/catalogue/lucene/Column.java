package dev.rung.catalogue.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * What the records of one kind in one segment ask for (needs of roles and jobs) or have to offer (skills of credentials and
 * candidates), as arrays: the answer to every question about demand and supply is one pass over them.
 *
 * <p>Record {@code i} is document {@code docs[i]}; its entries are {@code starts[i]} to {@code starts[i + 1]}, the strong ones up to
 * {@code splits[i]}. Strong means essential for a requirement and proven for a skill that is held.
 *
 * <p>Why not one Lucene query: a profile of fifty skills answers hundreds to thousands of needs, since near skills and lower levels
 * answer as well, and a clause for each, in every segment, costs more than adding up what these arrays hold: 16 bytes
 * an entry, both ways round. Gains of many credentials at once are counted in the same pass.
 *
 * <p>Immutable.
 */
final class Column {
    private static final int BYTES_PER_STRENGTH = Float.BYTES;

    final int size;
    final int[] docs;
    /** Position of the record's id among the ids of this segment: compares as the ids do. */
    final int[] ids;

    final int[] starts;
    final int[] splits;
    /** Which need or skill, by {@link Numbers}. */
    final int[] numbers;
    /** How much: the requirement's share of all weights, or how strongly the skill is held by whatever evidence. */
    final float[] strengths;
    /** How strongly the skill is held by verified evidence alone; meaningful for strong entries only. */
    final float[] proven;

    /** The same entries by what they are about. */
    private final Postings postings;

    private Column(
            int[] docs,
            int[] ids,
            int[] starts,
            int[] splits,
            int[] numbers,
            float[] strengths,
            float[] proven,
            Postings postings) {
        this.size = docs.length;
        this.docs = docs;
        this.ids = ids;
        this.starts = starts;
        this.splits = splits;
        this.numbers = numbers;
        this.strengths = strengths;
        this.proven = proven;
        this.postings = postings;
    }

    /**
     * The entries of one term in a row: when few terms are asked for, only theirs need be read.
     *
     * @param terms the number of each term of this segment, in the order of the terms
     * @param starts where the entries of each term begin
     * @param splits where the strong entries of each term end
     * @param records which record has the entry
     * @param strengths how much
     */
    private record Postings(int[] terms, int[] starts, int[] splits, int[] records, float[] strengths) {}

    /** How many strong entries of each record are marked.
     *
     * @param marks by number, 0 or 1
     */
    int[] countStrong(byte[] marks) {
        int[] counts = new int[size];
        for (int t = 0; t < postings.terms.length; t++) {
            if (marks[postings.terms[t]] == 0) continue;
            for (int p = postings.starts[t]; p < postings.splits[t]; p++) {
                counts[postings.records[p]]++;
            }
        }
        return counts;
    }

    /** For each record, the sum over its entries of their strength times the weight of what they are about.
     *
     * @param weights by number
     */
    float[] sums(float[] weights) {
        float[] sums = new float[size];
        for (int t = 0; t < postings.terms.length; t++) {
            float weight = weights[postings.terms[t]];
            if (weight == 0) continue;
            for (int p = postings.starts[t]; p < postings.starts[t + 1]; p++) {
                sums[postings.records[p]] += weight * postings.strengths[p];
            }
        }
        return sums;
    }

    /** One thing asked for or offered, before it is indexed. */
    record Entry(String term, float strength, float proven) {}

    /** The strengths of a record's entries, which must be ordered as Lucene orders their terms: by UTF-8. */
    static BytesRef packed(Iterable<Entry> entries, int size) {
        byte[] bytes = new byte[size * 2 * BYTES_PER_STRENGTH];
        int at = 0;
        for (Entry entry : entries) {
            BitUtil.VH_LE_FLOAT.set(bytes, at, entry.strength());
            BitUtil.VH_LE_FLOAT.set(bytes, at + BYTES_PER_STRENGTH, entry.proven());
            at += 2 * BYTES_PER_STRENGTH;
        }
        return new BytesRef(bytes);
    }

    /** Reads a segment's column of a kind. */
    static Column read(LeafReader segment, String entriesField, String strengthsField, Numbers dictionary)
            throws IOException {
        SortedSetDocValues entries = DocValues.getSortedSet(segment, entriesField);
        BinaryDocValues strengths = DocValues.getBinary(segment, strengthsField);
        SortedDocValues ids = DocValues.getSorted(segment, Fields.ID);
        Reading reading = new Reading(numbersOf(entries, dictionary));
        for (int doc = entries.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = entries.nextDoc()) {
            if (!strengths.advanceExact(doc) || !ids.advanceExact(doc)) {
                throw new IllegalStateException("document " + doc + " has entries without strengths");
            }
            reading.add(doc, ids.ordValue(), entries, strengths.binaryValue());
        }
        return reading.column();
    }

    private static int[] numbersOf(SortedSetDocValues entries, Numbers dictionary) throws IOException {
        int[] numbers = new int[Math.toIntExact(entries.getValueCount())];
        TermsEnum terms = entries.termsEnum();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            numbers[(int) terms.ord()] = dictionary.give(term.utf8ToString());
        }
        return numbers;
    }

    /** The arrays while they grow. */
    private static final class Reading {
        /** By position of the term in this segment. */
        private final int[] numberOf;

        private int size;
        private int used;
        private int[] docs = new int[16];
        private int[] ids = new int[16];
        private int[] starts = new int[16];
        private int[] splits = new int[16];
        /** Positions of terms, until all is read. */
        private int[] terms = new int[128];

        private float[] strengths = new float[128];
        private float[] proven = new float[128];

        Reading(int[] numberOf) {
            this.numberOf = numberOf;
        }

        void add(int doc, int id, SortedSetDocValues entries, BytesRef packed) throws IOException {
            int count = entries.docValueCount();
            docs = ArrayUtil.grow(docs, size + 1);
            ids = ArrayUtil.grow(ids, size + 1);
            starts = ArrayUtil.grow(starts, size + 1);
            splits = ArrayUtil.grow(splits, size + 1);
            terms = ArrayUtil.grow(terms, used + count);
            strengths = ArrayUtil.grow(strengths, used + count);
            proven = ArrayUtil.grow(proven, used + count);
            docs[size] = doc;
            ids[size] = id;
            starts[size] = used;
            int strong = used;
            for (int i = 0; i < count; i++) {
                if (provenAt(packed, i) > 0) strong++;
            }
            splits[size] = strong;
            int first = used;
            int second = strong;
            for (int i = 0; i < count; i++) {
                int slot = provenAt(packed, i) > 0 ? first++ : second++;
                terms[slot] = (int) entries.nextOrd();
                strengths[slot] = strengthAt(packed, i);
                proven[slot] = provenAt(packed, i);
            }
            used += count;
            size++;
        }

        Column column() {
            starts = ArrayUtil.grow(starts, size + 1);
            starts[size] = used;
            int[] numbers = new int[used];
            for (int e = 0; e < used; e++) {
                numbers[e] = numberOf[terms[e]];
            }
            float[] all = Arrays.copyOf(strengths, used);
            return new Column(
                    Arrays.copyOf(docs, size),
                    Arrays.copyOf(ids, size),
                    Arrays.copyOf(starts, size + 1),
                    Arrays.copyOf(splits, size),
                    numbers,
                    all,
                    sameWhereStrong() ? all : Arrays.copyOf(proven, used),
                    postings());
        }

        /** Sorts the entries by term, strong ones first, by counting; within these the records stay in order. */
        private Postings postings() {
            int[] first = new int[numberOf.length + 1];
            int[] strong = new int[numberOf.length];
            for (int i = 0; i < size; i++) {
                for (int e = starts[i]; e < starts[i + 1]; e++) {
                    first[terms[e] + 1]++;
                    if (e < splits[i]) strong[terms[e]]++;
                }
            }
            for (int t = 0; t < numberOf.length; t++) {
                first[t + 1] += first[t];
                strong[t] += first[t];
            }
            int[] nextStrong = Arrays.copyOf(first, numberOf.length);
            int[] nextWeak = strong.clone();
            int[] records = new int[used];
            float[] sorted = new float[used];
            for (int i = 0; i < size; i++) {
                for (int e = starts[i]; e < starts[i + 1]; e++) {
                    int slot = e < splits[i] ? nextStrong[terms[e]]++ : nextWeak[terms[e]]++;
                    records[slot] = i;
                    sorted[slot] = strengths[e];
                }
            }
            return new Postings(numberOf, first, strong, records, sorted);
        }

        /** Requirements have one strength only: one array does for both. */
        private boolean sameWhereStrong() {
            for (int e = 0; e < used; e++) {
                if (proven[e] > 0 && Float.compare(proven[e], strengths[e]) != 0) return false;
            }
            return true;
        }

        private static float strengthAt(BytesRef packed, int i) {
            return (float) BitUtil.VH_LE_FLOAT.get(packed.bytes, packed.offset + 2 * i * BYTES_PER_STRENGTH);
        }

        private static float provenAt(BytesRef packed, int i) {
            return (float) BitUtil.VH_LE_FLOAT.get(packed.bytes, packed.offset + (2 * i + 1) * BYTES_PER_STRENGTH);
        }
    }
}
