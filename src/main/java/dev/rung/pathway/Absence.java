package dev.rung.pathway;

import dev.rung.pathway.Pathways.KeptOut;
import dev.rung.person.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Why there is no way, and which limit would have to give.
 *
 * @param why in words
 * @param keptOut for each limit that is set, what would help if that limit alone were lifted; most first
 */
record Absence(String why, List<KeptOut> keptOut) {
    private static final int EXAMPLES = 3;

    Absence {
        keptOut = List.copyOf(keptOut);
    }

    /** The catalogue does not have what was asked for. */
    static Absence unknown(Target target) {
        String what = target.role().or(target::job).or(target::credential).orElse("");
        String kind = target.role().isPresent() ? "role" : target.job().isPresent() ? "job" : "credential";
        return new Absence("This catalogue has no " + kind + " “" + what + "”.", List.of());
    }

    /** The person is there. */
    static Absence reached(Groundwork ground) {
        String title = ground.goal().map(g -> g.title()).orElse("");
        return new Absence(
                ground.award().isPresent()
                        ? "You hold " + title + " already."
                        : title + " is within reach already: you meet " + ground.metEssentials() + " of "
                                + ground.essentials().size() + " essential requirements, and " + ground.needed()
                                + " are enough.",
                List.of());
    }

    /** Nothing leads further.
     *
     * @param other the same groundwork on other terms
     */
    static Absence of(Groundwork ground, Pathfinder.Ground other) {
        List<KeptOut> keptOut = keptOut(ground, other);
        if (!keptOut.isEmpty()) {
            KeptOut most = keptOut.getFirst();
            return new Absence(
                    "No credential within the limits leads further; without the limit on " + most.limit() + ", "
                            + Phrases.counted(most.credentials(), "credential does.", "credentials do."),
                    keptOut);
        }
        boolean isBlocked = ground.setAside().containsKey("prerequisites");
        boolean isLimited = ground.setAside().keySet().stream().anyMatch(r -> !r.equals("prerequisites"));
        return new Absence(
                "No credential in this catalogue leads further"
                        + (isLimited ? ", whichever one limit is lifted" : "")
                        + (isBlocked ? ", or what does requires something that cannot be had here." : "."),
                List.of());
    }

    private static List<KeptOut> keptOut(Groundwork ground, Pathfinder.Ground other) {
        Set<String> now = admitted(ground);
        List<KeptOut> all = new ArrayList<>();
        ground.terms().lifted().forEach((limit, terms) -> {
            List<String> more = new ArrayList<>(admitted(other.on(terms)));
            more.removeIf(now::contains);
            more.sort(null);
            if (more.isEmpty()) return;
            all.add(new KeptOut(
                    limit, more.size(), more.stream().limit(EXAMPLES).toList()));
        });
        all.sort(Comparator.comparingInt(KeptOut::credentials).reversed().thenComparing(KeptOut::limit));
        return all;
    }

    /** Options that, with what they require, fit into the budget. */
    private static Set<String> admitted(Groundwork ground) {
        Task task = ground.task();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < task.options.size(); i++) {
            int[] required = task.options.get(i).requires;
            int[] plan = java.util.Arrays.copyOf(required, required.length + 1);
            plan[required.length] = i;
            if (task.budget.admits(task.least(plan))) ids.add(task.options.get(i).id);
        }
        return ids;
    }
}
