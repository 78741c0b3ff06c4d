package dev.rung.match;

import dev.rung.catalogue.Need;
import dev.rung.role.Requirement;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where learning should lead: what each need is worth, and to whom. With a target it is the target's requirements; without one, those of the
 * roles nearest to the person, each by its share. The worths of all needs sum to 1.
 */
final class Direction {
    private final Map<Need, Double> worth = new HashMap<>();
    private final Map<Need, String> askedBy = new HashMap<>();
    private final Map<Need, Double> mostAsked = new HashMap<>();

    /** Adds a list of requirements.
     *
     * @param name who asks, for the reason
     * @param share of this list in the whole
     */
    void add(String name, List<Requirement> requirements, double share) {
        double sum = Requirement.total(requirements);
        for (Requirement requirement : requirements) {
            Need need = Need.of(requirement);
            double part = share * requirement.weight() / sum;
            worth.merge(need, part, Double::sum);
            if (part > mostAsked.getOrDefault(need, 0.0)) {
                mostAsked.put(need, part);
                askedBy.put(need, name);
            }
        }
    }

    boolean isEmpty() {
        return worth.isEmpty();
    }

    /** What answering the need fully is worth, 0 to 1. */
    double worth(Need need) {
        return worth.getOrDefault(need, 0.0);
    }

    /** Who asks for it most. */
    String askedBy(Need need) {
        return askedBy.getOrDefault(need, "");
    }

    /** All needs, in order. */
    SortedSet<Need> needs() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(worth.keySet()));
    }
}
