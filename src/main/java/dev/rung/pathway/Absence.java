package dev.rung.pathway;

import dev.rung.pathway.Pathways.KeptOut;
import dev.rung.person.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why there is no way, and which limit would have to give. */
final class Absence {
    private static final int EXAMPLES = 3;

    private final Groundwork ground;
    private final Pathfinder.Ground other;

    Absence(Groundwork ground, Pathfinder.Ground other) {
        this.ground = ground;
        this.other = other;
    }

    static String unknown(Target target) {
        String what = target.role().or(target::job).or(target::credential).orElse("");
        return "This catalogue has no " + kind(target) + " “" + what + "”.";
    }

    private static String kind(Target target) {
        if (target.role().isPresent()) return "role";
        return target.job().isPresent() ? "job" : "credential";
    }

    String why() {
        if (ground.isReached()) {
            String title = ground.goal().map(g -> g.title()).orElse("");
            return ground.award().isPresent()
                    ? "You hold " + title + " already."
                    : title + " is within reach already: you meet " + ground.metEssentials() + " of "
                            + ground.essentials().size() + " essential requirements, and " + ground.needed()
                            + " are enough.";
        }
        List<KeptOut> keptOut = keptOut();
        if (keptOut.isEmpty()) {
            return "No credential in this catalogue leads further"
                    + (ground.setAside().getOrDefault("prerequisites", 0L) > 0
                            ? ", or what does requires something that cannot be had here."
                            : ".");
        }
        return "No credential within the limits leads further; without the limit on "
                + keptOut.getFirst().limit() + ", "
                + Phrases.counted(keptOut.getFirst().credentials(), "credential does.", "credentials do.");
    }

    /** For each limit that is set, what would help if that limit alone were lifted; most first. */
    List<KeptOut> keptOut() {
        Set<String> now = admitted(ground);
        List<KeptOut> all = new ArrayList<>();
        for (Map.Entry<String, Terms> lifted : ground.terms().lifted().entrySet()) {
            List<String> more = new ArrayList<>(admitted(other.on(lifted.getValue())));
            more.removeIf(now::contains);
            more.sort(null);
            if (more.isEmpty()) continue;
            all.add(new KeptOut(
                    lifted.getKey(), more.size(), more.stream().limit(EXAMPLES).toList()));
        }
        all.sort(java.util.Comparator.comparingInt(KeptOut::credentials)
                .reversed()
                .thenComparing(KeptOut::limit));
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
