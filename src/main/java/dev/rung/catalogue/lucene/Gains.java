package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Need;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which needs would be met by which gains, as one bit a gain: what a job lacks is compared with sixty-four gains at once.
 *
 * <p>Made for one question, by one thread.
 */
final class Gains {
    private final int words;
    /** By number: 1 if some gain meets the need and it is not met already. */
    private final byte[] marks;
    /** By number: where in {@link #masks} the need's bits begin; meaningful where marked. */
    private final int[] starts;

    private final long[] masks;
    private long[] atLeast = new long[8];
    private int[] hoped = new int[16];

    private Gains(int words, byte[] marks, int[] starts, long[] masks) {
        this.words = words;
        this.marks = marks;
        this.starts = starts;
        this.masks = masks;
    }

    /**
     * @param met by number, 1 for what is met already and can be gained no more; as long as the numbers that count
     */
    static Gains of(Numbers numbers, List<Set<Need>> gains, byte[] met) {
        int words = (gains.size() + Long.SIZE - 1) / Long.SIZE;
        byte[] marks = new byte[met.length];
        int[] starts = new int[met.length];
        int used = 0;
        int[][] wanted = numbered(numbers, gains, met);
        for (int[] gain : wanted) {
            for (int number : gain) {
                if (marks[number] != 0) continue;
                marks[number] = 1;
                starts[number] = used;
                used += words;
            }
        }
        long[] masks = new long[used];
        for (int g = 0; g < wanted.length; g++) {
            for (int number : wanted[g]) masks[starts[number] + g / Long.SIZE] |= 1L << g;
        }
        return new Gains(words, marks, starts, masks);
    }

    /** The needs of each gain that some job has and that are not met, by number. Credentials teach much the same, so each need is looked up once. */
    private static int[][] numbered(Numbers numbers, List<Set<Need>> gains, byte[] met) {
        Map<Need, Integer> known = new HashMap<>();
        int[][] wanted = new int[gains.size()][];
        for (int g = 0; g < wanted.length; g++) {
            int[] found = new int[gains.get(g).size()];
            int count = 0;
            for (Need need : gains.get(g)) {
                int number = known.computeIfAbsent(need, n -> numbers.find(n.term()));
                if (number >= 0 && number < met.length && met[number] == 0) found[count++] = number;
            }
            wanted[g] = Arrays.copyOf(found, count);
        }
        return wanted;
    }

    byte[] marks() {
        return marks;
    }

    /** How many words of bits one set of gains takes. */
    int words() {
        return words;
    }

    /**
     * Which gains meet at least {@code missing} of a job's essential needs: bit {@code g} of {@code atLeast[k]} says whether gain {@code g}
     * has met {@code k} of those looked at so far.
     *
     * @param opening takes the answer, one bit a gain; {@link #words} long
     */
    void open(Column column, int i, int missing, long[] opening) {
        if (atLeast.length <= missing) atLeast = new long[missing + 1];
        int essentials = column.splits[i] - column.starts[i];
        if (hoped.length < essentials) hoped = new int[essentials];
        int count = 0;
        for (int e = column.starts[i]; e < column.splits[i]; e++) {
            int number = column.numbers[e];
            if (marks[number] != 0) hoped[count++] = starts[number];
        }
        for (int word = 0; word < words; word++) {
            for (int k = 1; k <= missing; k++) {
                atLeast[k] = 0;
            }
            for (int h = 0; h < count; h++) {
                long gain = masks[hoped[h] + word];
                for (int k = missing; k > 1; k--) {
                    atLeast[k] |= atLeast[k - 1] & gain;
                }
                atLeast[1] |= gain;
            }
            opening[word] = atLeast[missing];
        }
    }
}
