package dev.rung.pathway;

import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.credential.CreditPoints;
import dev.rung.credential.StackRule;
import dev.rung.pathway.Pathways.Credit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is carried towards which larger award, by which agreement: first by what is held, then step by step. Only credit that an agreement states is added up, and each unit by
 * itself. Made for one way; for one thread.
 */
final class CreditBook {
    private final Groundwork ground;
    private final Map<String, Optional<Credential>> known = new HashMap<>();
    private final Map<String, SortedMap<String, Double>> carried = new HashMap<>();
    private final Map<String, Double> shares = new HashMap<>();
    private final SortedMap<String, List<Held>> from = new TreeMap<>();

    private record Held(Credential credential, StackRule rule) {}

    CreditBook(Groundwork ground) {
        this.ground = ground;
        for (Credential held : ground.heldRecords()) {
            for (StackRule rule : held.stacksInto()) {
                from.computeIfAbsent(rule.award(), a -> new ArrayList<>()).add(new Held(held, rule));
                enter(rule);
            }
        }
    }

    private void enter(StackRule rule) {
        SortedMap<String, Double> sums = carried(rule.award());
        rule.creditByUnit().forEach((unit, amount) -> sums.merge(unit, amount, Double::sum));
        award(rule.award())
                .flatMap(a -> Stacks.share(rule, a))
                .ifPresent(s -> shares.merge(rule.award(), s, Double::sum));
    }

    private SortedMap<String, Double> carried(String award) {
        return carried.computeIfAbsent(award, a -> new TreeMap<>(CreditPoints.BY_UNIT));
    }

    /** What held credentials carry, by award and unit; the target award among them, if it says how much it asks. */
    List<Credit> held() {
        ground.award().filter(a -> !asked(a).isEmpty()).ifPresent(a -> from.computeIfAbsent(a, b -> new ArrayList<>()));
        List<Credit> credit = new ArrayList<>();
        from.forEach((award, rules) -> {
            if (!ground.held().contains(award)) units(award).forEach(unit -> credit.add(held(award, unit, rules)));
        });
        return credit;
    }

    /** The units in which an award asks for credit or is carried credit; ECTS where an agreement names no credit at all. */
    private SortedSet<String> units(String award) {
        SortedSet<String> units = new TreeSet<>(CreditPoints.BY_UNIT);
        units.addAll(asked(award).keySet());
        units.addAll(carried(award).keySet());
        if (units.isEmpty()) units.add(CreditPoints.ECTS);
        return units;
    }

    private Credit held(String award, String unit, List<Held> rules) {
        List<Credit.From> sources = new ArrayList<>();
        for (Held held : rules) {
            SortedMap<String, Double> amounts = held.rule().creditByUnit();
            if (!amounts.isEmpty() && !amounts.containsKey(unit)) continue;
            sources.add(new Credit.From(
                    held.credential().id(),
                    held.credential().title(),
                    held.rule().agreement(),
                    Optional.ofNullable(amounts.get(unit))));
        }
        return new Credit(
                award,
                title(award),
                unit,
                carried(award).getOrDefault(unit, 0.0),
                Optional.ofNullable(asked(award).get(unit)),
                sources);
    }

    /** Enters a step, and says what it counts towards: once for each unit that the agreement states. */
    List<Pathway.Counts> earn(Credential step, Predicate<String> isLater) {
        List<Pathway.Counts> counts = new ArrayList<>();
        for (StackRule rule : step.stacksInto()) {
            enter(rule);
            boolean inPlan = isLater.test(rule.award());
            SortedMap<String, Double> amounts = rule.creditByUnit();
            if (amounts.isEmpty()) {
                counts.add(new Pathway.Counts(
                        rule.award(),
                        title(rule.award()),
                        rule.agreement(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(asked(rule.award()).get(CreditPoints.ECTS)),
                        inPlan));
            }
            amounts.forEach((unit, amount) -> counts.add(new Pathway.Counts(
                    rule.award(),
                    title(rule.award()),
                    rule.agreement(),
                    Optional.of(unit),
                    Optional.of(amount),
                    Optional.of(carried(rule.award()).getOrDefault(unit, 0.0)),
                    Optional.ofNullable(asked(rule.award()).get(unit)),
                    inPlan)));
        }
        return counts;
    }

    /** The share of an award that is carried towards it so far, 0 to 1; none if it does not say what it asks. */
    Optional<Double> share(String award) {
        return asked(award).values().stream().anyMatch(of -> of > 0)
                ? Optional.of(Math.min(1, shares.getOrDefault(award, 0.0)))
                : Optional.empty();
    }

    private SortedMap<String, Double> asked(String award) {
        return award(award).map(a -> a.workload().creditByUnit()).orElseGet(TreeMap::new);
    }

    /** The title of a credential; its id if the catalogue does not have it. */
    String title(String id) {
        return award(id).map(Credential::title).orElse(id);
    }

    private Optional<Credential> award(String id) {
        return known.computeIfAbsent(id, i -> ground.standing().view().find(Kind.CREDENTIALS, i));
    }
}
