package dev.rung.pathway;

import java.util.BitSet;
import java.util.List;

/**
 * Leaves out options that cannot be missed: another one meets all that they meet, takes no more of anything, requires nothing, and nothing depends on
 * the first. In any plan the other can take the first one's place, so the best plan is not lost. Of equal ones the first by position stays.
 */
final class Dominance {
    private Dominance() {}

    /** The options that another one, not excluded either, makes superfluous. */
    static BitSet dominated(Task task, BitSet excluded) {
        List<Option> options = task.options;
        BitSet depended = new BitSet();
        for (Option option : options) for (int required : option.requires) depended.set(required);
        if (task.award >= 0) depended.set(task.award);
        BitSet[] met = new BitSet[options.size()];
        for (int i = 0; i < met.length; i++) {
            met[i] = new BitSet(task.needs);
            for (int need : options.get(i).needs) met[i].set(need);
        }
        BitSet dominated = new BitSet();
        for (int i = 0; i < met.length; i++) {
            if (excluded.get(i) || depended.get(i) || !options.get(i).savings.isEmpty()) continue;
            if (options.get(i).credit > 0) continue;
            for (int j = 0; j < met.length; j++) {
                if (j == i || excluded.get(j) || dominated.get(j)) continue;
                if (isNoWorse(task, j, i)
                        && contains(met[j], met[i])
                        && (j < i || !(isNoWorse(task, i, j) && contains(met[i], met[j])))) {
                    dominated.set(i);
                    break;
                }
            }
        }
        return dominated;
    }

    /** Whether option a takes no more of anything than option b and can be taken whenever b can. */
    private static boolean isNoWorse(Task task, int a, int b) {
        Option first = task.options.get(a);
        Option second = task.options.get(b);
        return first.requires.length == 0
                && first.minutes <= task.leastMinutes[b]
                && first.cents <= second.cents
                && first.minutesUnknown == second.minutesUnknown
                && first.centsUnknown == second.centsUnknown;
    }

    private static boolean contains(BitSet all, BitSet some) {
        if (all.cardinality() < some.cardinality()) return false;
        BitSet rest = (BitSet) some.clone();
        rest.andNot(all);
        return rest.isEmpty();
    }
}
