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
 * <p>Why not one Lucene query over posting lists: a profile of fifty skills answers hundreds to thousands of needs, since near skills
 * and lower levels answer as well, and looking that many terms up in every segment costs more than reading the whole column,
 * which is sequential: 8 entries a job, 8 bytes an entry. Gains of many credentials at once are counted in the same pass.
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

    private Column(
            int[] docs, int[] ids, int[] starts, int[] splits, int[] numbers, float[] strengths, float[] proven) {
        this.size = docs.length;
        this.docs = docs;
        this.ids = ids;
        this.starts = starts;
        this.splits = splits;
        this.numbers = numbers;
        this.strengths = strengths;
        this.proven = proven;
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
        private final int[] numberOf;
        private int size;
        private int used;
        private int[] docs = new int[16];
        private int[] ids = new int[16];
        private int[] starts = new int[16];
        private int[] splits = new int[16];
        private int[] numbers = new int[128];
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
            numbers = ArrayUtil.grow(numbers, used + count);
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
                numbers[slot] = numberOf[(int) entries.nextOrd()];
                strengths[slot] = strengthAt(packed, i);
                proven[slot] = provenAt(packed, i);
            }
            used += count;
            size++;
        }

        Column column() {
            starts = ArrayUtil.grow(starts, size + 1);
            starts[size] = used;
            float[] all = Arrays.copyOf(strengths, used);
            return new Column(
                    Arrays.copyOf(docs, size),
                    Arrays.copyOf(ids, size),
                    Arrays.copyOf(starts, size + 1),
                    Arrays.copyOf(splits, size),
                    Arrays.copyOf(numbers, used),
                    all,
                    sameWhereStrong() ? all : Arrays.copyOf(proven, used));
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
