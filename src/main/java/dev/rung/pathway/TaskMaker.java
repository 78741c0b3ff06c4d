package dev.rung.pathway;

import dev.rung.catalogue.Lack;
import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import dev.rung.credential.StackRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts {@link Groundwork} into numbers. Made for one task. */
final class TaskMaker {
    private static final long WHOLE = 1_000_000;

    private final Groundwork ground;
    private final Map<String, Integer> position = new HashMap<>();
    private final Map<Need, Integer> number = new HashMap<>();

    TaskMaker(Groundwork ground) {
        this.ground = ground;
        for (String step : ground.steps()) position.put(step, position.size());
    }

    Task task(List<Lack> all) {
        // A lack counts only if the options that were chosen can bring it within reach.
        Set<Need> taught = new HashSet<>();
        for (String step : ground.steps()) taught.addAll(ground.lesson(step).meets());
        List<int[]> needs = new ArrayList<>();
        List<Lack> lacks = new ArrayList<>();
        for (Lack lack : all) {
            List<Need> open = lack.needs().stream().filter(taught::contains).toList();
            if (open.size() < lack.missing()) continue;
            lacks.add(lack);
            needs.add(open.stream().mapToInt(this::number).toArray());
        }
        int[] open = ground.essentials().stream()
                .filter(n -> !ground.met().contains(n))
                .mapToInt(this::number)
                .toArray();
        boolean[] wanted = new boolean[number.size()];
        for (int need : open) wanted[need] = true;
        return new Task(
                ground.steps().stream().map(this::option).toList(),
                ground.terms().budget(),
                number.size(),
                wanted,
                Math.max(0, ground.needed() - ground.metEssentials()),
                ground.award().map(a -> position.getOrDefault(a, -1)).orElse(-1),
                heldCredit(),
                lacks.stream().mapToInt(Lack::missing).toArray(),
                needs.toArray(int[][]::new),
                lacks.stream().mapToLong(Lack::jobs).toArray());
    }

    private int number(Need need) {
        return number.computeIfAbsent(need, n -> number.size());
    }

    private Option option(String step) {
        Credential credential = ground.lesson(step).credential();
        List<Option.Saving> savings = new ArrayList<>();
        long credit = 0;
        for (StackRule rule : ground.rules(step)) {
            Integer award = position.get(rule.award());
            if (award == null) continue;
            Credential larger = ground.lesson(rule.award()).credential();
            Optional<Double> share = Stacks.share(rule, larger);
            if (share.isEmpty()) continue;
            long minutes = (long) (share.get() * minutes(larger));
            if (minutes > 0) savings.add(new Option.Saving(award, minutes));
            if (ground.award().filter(rule.award()::equals).isPresent()) credit = Math.round(share.get() * WHOLE);
        }
        long whole = minutes(credential);
        return new Option(
                step,
                credential.workload().hours().isEmpty(),
                Math.max(0, whole - (long) (whole * heldShare(credential))),
                credential.offer().cost().isEmpty(),
                ground.pricing().cents(credential).orElse(0L),
                ground.lesson(step).meets().stream()
                        .filter(number::containsKey)
                        .mapToInt(this::number)
                        .sorted()
                        .toArray(),
                ground.before(step).stream()
                        .mapToInt(s -> position.getOrDefault(s, -1))
                        .sorted()
                        .toArray(),
                savings,
                credit);
    }

    private static long minutes(Credential credential) {
        return credential.workload().hours().map(Terms::minutes).orElse(0L);
    }

    /** The share of an award that held credentials carry into it. */
    private double heldShare(Credential award) {
        double share = 0;
        for (Credential held : ground.heldRecords()) {
            for (StackRule rule : held.stacksInto()) {
                if (rule.award().equals(award.id()))
                    share += Stacks.share(rule, award).orElse(0.0);
            }
        }
        return Math.min(1, share);
    }

    private long heldCredit() {
        return ground.award()
                .filter(position::containsKey)
                .map(a -> Math.round(heldShare(ground.lesson(a).credential()) * WHOLE))
                .orElse(0L);
    }
}
