package dev.rung.catalogue;

import dev.rung.role.Job;
import dev.rung.role.Requirement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** When a job counts as within reach. The one definition that every engine counts by. */
public final class Reach {
    /** Guards the rounding below against 0.8 × 5 = 4.000000000000001. */
    private static final double ROUNDING = 1e-9;

    private static final int FOUND_ENOUGH = 3;

    private Reach() {}

    /**
     * Whether what a job is known to ask is enough to say that somebody can do it. A list that was declared is; of requirements that were
     * found in text there must be at least {@value #FOUND_ENOUGH} essential ones, since a text that tells less probably asks for more.
     */
    public static boolean isKnown(List<Requirement> requirements) {
        boolean found = requirements.stream().anyMatch(r -> r.confidence().isPresent());
        return !found || requirements.stream().filter(Requirement::isEssential).count() >= FOUND_ENOUGH;
    }

    /** The needs that decide: those of the job's essential requirements; none if too little is {@linkplain #isKnown known}. */
    public static Set<Need> essentials(Job job) {
        Set<Need> needs = new TreeSet<>();
        if (!isKnown(job.requirements())) return needs;
        for (Requirement requirement : job.requirements()) {
            if (requirement.isEssential()) needs.add(Need.of(requirement));
        }
        return needs;
    }

    /**
     * How many of the essential requirements must be met.
     *
     * <pre>{@code
     * Reach.needed(5, 0.8);   // 4
     * Reach.needed(4, 0.8);   // 4: three of four is less than 0.8
     * Reach.needed(1, 0.1);   // 1: never nothing
     * }</pre>
     */
    public static int needed(int essentials, double threshold) {
        return Math.max(1, (int) Math.ceil(essentials * threshold - ROUNDING));
    }

    /** Whether a job is within reach of somebody who meets these needs. */
    public static boolean isReachable(Job job, Set<Need> met, double threshold) {
        Set<Need> essentials = essentials(job);
        long answered = essentials.stream().filter(met::contains).count();
        return answered >= needed(essentials.size(), threshold);
    }
}
