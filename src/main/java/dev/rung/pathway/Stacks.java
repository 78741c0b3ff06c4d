package dev.rung.pathway;

import dev.rung.credential.Credential;
import dev.rung.credential.StackRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has to come before what, and what counts towards what, among the credentials that may become steps.
 *
 * <p>Credit that an agreement states is carried into the larger award and makes it shorter by the award's own hours per credit: 6 of 30 ECTS of an award of 750 hours save 150
 * hours. Where the award states no hours, or the agreement no credit in the award's unit, nothing is saved; credit is never turned into hours otherwise. The price stays
 * that of the whole award, since no agreement says what falls away.
 */
final class Stacks {
    private final Map<String, Credential> credentials;
    private final Set<String> held;

    /**
     * @param credentials that may become steps, by id
     * @param held ids of held credentials
     */
    Stacks(Map<String, Credential> credentials, Set<String> held) {
        this.credentials = credentials;
        this.held = held;
    }

    /**
     * What has to be earned before a credential, in order of ids, what that requires among it.
     *
     * @return nothing if it can never be earned: something is neither held nor to be had, or requires itself in the end
     */
    Optional<SortedSet<String>> before(String id) {
        SortedSet<String> all = new TreeSet<>();
        return collect(id, new HashSet<>(), all) ? Optional.of(all) : Optional.empty();
    }

    private boolean collect(String id, Set<String> underWay, SortedSet<String> all) {
        Credential credential = credentials.get(id);
        if (credential == null || !underWay.add(id)) return false;
        for (String required : credential.entry().credentials()) {
            if (held.contains(required) || all.contains(required)) continue;
            if (!collect(required, underWay, all)) return false;
            all.add(required);
        }
        underWay.remove(id);
        return true;
    }

    /** Which stack rules can be used, by the credential that counts; those that would make an award its own module are left out. */
    Map<String, List<StackRule>> usable() {
        Map<String, Set<String>> later = new HashMap<>();
        for (Credential credential : credentials.values()) {
            for (String required : credential.entry().credentials()) {
                later.computeIfAbsent(required, r -> new TreeSet<>()).add(credential.id());
            }
        }
        Map<String, List<StackRule>> usable = new TreeMap<>();
        new TreeMap<>(credentials).forEach((id, credential) -> {
            for (StackRule rule : credential.stacksInto()) {
                if (!credentials.containsKey(rule.award()) || leads(rule.award(), id, later, new HashSet<>())) continue;
                later.computeIfAbsent(id, c -> new TreeSet<>()).add(rule.award());
                usable.computeIfAbsent(id, c -> new ArrayList<>()).add(rule);
            }
        });
        return usable;
    }

    private static boolean leads(String from, String to, Map<String, Set<String>> later, Set<String> seen) {
        if (from.equals(to)) return true;
        if (!seen.add(from)) return false;
        for (String next : later.getOrDefault(from, Set.of())) if (leads(next, to, later, seen)) return true;
        return false;
    }

    /** The share of an award that a rule carries into it, 0 to 1, in the first unit that both state; none where they have no unit in common. */
    static Optional<Double> share(StackRule rule, Credential award) {
        SortedMap<String, Double> carried = rule.creditByUnit();
        return award.workload().creditByUnit().entrySet().stream()
                .filter(whole -> whole.getValue() > 0 && carried.containsKey(whole.getKey()))
                .findFirst()
                .map(whole -> Math.min(1, carried.getOrDefault(whole.getKey(), 0.0) / whole.getValue()));
    }
}
