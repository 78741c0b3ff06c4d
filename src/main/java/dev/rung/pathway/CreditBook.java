package dev.rung.pathway;

import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.credential.StackRule;
import dev.rung.pathway.Pathways.Credit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is carried towards which larger award, by which agreement: first by what is held, then step by step. Only credit that an agreement states is added up, and only ECTS to
 * ECTS. Made for one way; for one thread.
 */
final class CreditBook {
    private final Groundwork ground;
    private final Map<String, Optional<Credential>> known = new HashMap<>();
    private final Map<String, Double> carried = new TreeMap<>();
    private final Map<String, List<Credit.From>> from = new TreeMap<>();

    CreditBook(Groundwork ground) {
        this.ground = ground;
        for (Credential held : ground.heldRecords()) {
            for (StackRule rule : held.stacksInto()) {
                from.computeIfAbsent(rule.award(), a -> new ArrayList<>())
                        .add(new Credit.From(held.id(), held.title(), rule.agreement(), rule.ects()));
                rule.ects().ifPresent(ects -> carried.merge(rule.award(), ects, Double::sum));
            }
        }
    }

    /** What held credentials carry, by award; the target award among them, if it says how much it asks. */
    List<Credit> held() {
        ground.award()
                .filter(a -> award(a).flatMap(c -> c.workload().ects()).isPresent())
                .ifPresent(a -> from.computeIfAbsent(a, b -> new ArrayList<>()));
        return from.entrySet().stream()
                .filter(e -> !ground.held().contains(e.getKey()))
                .map(e -> new Credit(
                        e.getKey(),
                        title(e.getKey()),
                        Stacks.ECTS,
                        carried.getOrDefault(e.getKey(), 0.0),
                        award(e.getKey()).flatMap(c -> c.workload().ects()),
                        e.getValue()))
                .toList();
    }

    /** Enters a step, and says what it counts towards. */
    List<Pathway.Counts> earn(Credential step, Predicate<String> isLater) {
        List<Pathway.Counts> counts = new ArrayList<>();
        for (StackRule rule : step.stacksInto()) {
            rule.ects().ifPresent(ects -> carried.merge(rule.award(), ects, Double::sum));
            counts.add(new Pathway.Counts(
                    rule.award(),
                    title(rule.award()),
                    rule.agreement(),
                    rule.ects().map(e -> Stacks.ECTS),
                    rule.ects(),
                    rule.ects().map(e -> carried.getOrDefault(rule.award(), 0.0)),
                    award(rule.award()).flatMap(c -> c.workload().ects()),
                    isLater.test(rule.award())));
        }
        return counts;
    }

    /** The share of an award that is carried towards it so far, 0 to 1. */
    Optional<Double> share(String award) {
        return award(award)
                .flatMap(c -> c.workload().ects())
                .filter(of -> of > 0)
                .map(of -> Math.min(1, carried.getOrDefault(award, 0.0) / of));
    }

    /** The title of a credential; its id if the catalogue does not have it. */
    String title(String id) {
        return award(id).map(Credential::title).orElse(id);
    }

    private Optional<Credential> award(String id) {
        return known.computeIfAbsent(id, i -> ground.standing().view().find(Kind.CREDENTIALS, i));
    }
}
