package dev.rung.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses sets that together cover at least k elements for the least price: weighted partial set cover, by branch and bound.
 *
 * <p>It is NP-hard, so the search is exact only within a budget of nodes. The bound at a node: what is still to be covered, bought by the piece from the sets with the
 * lowest price for each element they would newly cover. No choice can be cheaper, since a set never covers more later on than it would now. Where the budget
 * runs out, the least bound of what was not looked at is the proven bound of the whole.
 *
 * <pre>{@code
 * // a covers {0,1} for 5, b covers {1,2} for 5, c covers {0,1,2} for 9
 * new CheapestCover(sets, 3).solve();   // [c], 9
 * new CheapestCover(sets, 2).solve();   // [a], 5
 * }</pre>
 */
final class CheapestCover {
    private static final int NODES = 100_000;
    private static final double ROUNDING = 1e-6;

    private final List<Choice> sets;
    private final int wanted;
    private final int budget;
    private int nodes;
    private long best = Long.MAX_VALUE;
    private List<Integer> chosen = List.of();
    private long open = Long.MAX_VALUE;

    /**
     * A set with its price.
     *
     * @param price in whole units, not negative
     */
    record Choice(BitSet covers, long price) {}

    /**
     * @param sets to choose among; positions, not the sets, are answered
     * @param price of what was chosen
     * @param bound no choice is cheaper; equal to the price if exact
     */
    record Solution(List<Integer> sets, int covered, long price, long bound) {
        boolean isExact() {
            return bound == price;
        }
    }

    CheapestCover(List<Choice> sets, int wanted) {
        this(sets, wanted, NODES);
    }

    /**
     * @param wanted how many elements; where all sets together cover fewer, as many as they cover
     * @param budget nodes to look at
     */
    CheapestCover(List<Choice> sets, int wanted, int budget) {
        this.sets = sets;
        BitSet all = new BitSet();
        sets.forEach(s -> all.or(s.covers));
        this.wanted = Math.min(wanted, all.cardinality());
        this.budget = budget;
    }

    Solution solve() {
        if (wanted <= 0) return new Solution(List.of(), 0, 0, 0);
        search(new BitSet(), 0, new ArrayList<>(), undominated());
        BitSet covered = new BitSet();
        chosen.forEach(i -> covered.or(sets.get(i).covers));
        return new Solution(List.copyOf(chosen), covered.cardinality(), best, Math.min(best, open));
    }

    /** Sets for which no other covers as much for as little; of equals the first stays. */
    private List<Integer> undominated() {
        Map<BitSet, Integer> cheapest = new LinkedHashMap<>();
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).covers.isEmpty()) continue;
            cheapest.merge(sets.get(i).covers, i, (a, b) -> sets.get(b).price < sets.get(a).price ? b : a);
        }
        List<Integer> different = List.copyOf(cheapest.values());
        return different.stream()
                .filter(i -> different.stream().noneMatch(j -> !i.equals(j) && dominates(j, i)))
                .toList();
    }

    private boolean dominates(int j, int i) {
        return sets.get(j).price <= sets.get(i).price && isSubset(sets.get(i).covers, sets.get(j).covers);
    }

    private static boolean isSubset(BitSet small, BitSet large) {
        BitSet rest = (BitSet) small.clone();
        rest.andNot(large);
        return rest.isEmpty();
    }

    /** A set that would newly cover so many elements. */
    private record Piece(int set, int covers, long price) {
        double each() {
            return (double) price / covers;
        }
    }

    private void search(BitSet covered, long price, List<Integer> taken, List<Integer> free) {
        int lacking = wanted - covered.cardinality();
        if (lacking <= 0) {
            if (price < best) {
                best = price;
                chosen = List.copyOf(taken);
            }
            return;
        }
        List<Piece> pieces = new ArrayList<>();
        for (int set : free) {
            BitSet fresh = (BitSet) sets.get(set).covers.clone();
            fresh.andNot(covered);
            if (!fresh.isEmpty()) pieces.add(new Piece(set, fresh.cardinality(), sets.get(set).price));
        }
        pieces.sort(Comparator.comparingDouble(Piece::each)
                .thenComparing(Comparator.comparingInt(Piece::covers).reversed())
                .thenComparingInt(Piece::set));
        long bound = bound(pieces, lacking);
        if (bound == Long.MAX_VALUE || price + bound >= best) return;
        if (++nodes > budget && best < Long.MAX_VALUE) {
            open = Math.min(open, price + bound);
            return;
        }
        int first = pieces.getFirst().set;
        List<Integer> others = pieces.stream().skip(1).map(Piece::set).toList();
        BitSet with = (BitSet) covered.clone();
        with.or(sets.get(first).covers);
        taken.add(first);
        search(with, price + sets.get(first).price, taken, others);
        taken.removeLast();
        search(covered, price, taken, others);
    }

    /** The price of so many elements bought by the piece, rounded up; the largest number if there are not so many. */
    private static long bound(List<Piece> cheapestFirst, int lacking) {
        double sum = 0;
        int left = lacking;
        for (Piece piece : cheapestFirst) {
            int bought = Math.min(left, piece.covers);
            sum += piece.each() * bought;
            left -= bought;
            if (left == 0) return (long) Math.ceil(sum * (1 - 1e-12) - ROUNDING);
        }
        return Long.MAX_VALUE;
    }
}
