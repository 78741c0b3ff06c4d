package dev.rung.match;

import dev.rung.behaviour.ObservedOutcomes;
import dev.rung.credential.Credential;
import dev.rung.credential.Money;
import dev.rung.credential.OutcomeStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a credential is like, whatever it teaches: how well it proves it, how little it takes, how many finish it. Each a number from 0 to 1, and in words; the
 * formulas are in {@link NextCredential}.
 */
final class Merits {
    private static final double HOURS_SCALE = 80;
    private static final double COST_SCALE = 300;
    static final double USUAL_COMPLETION = 0.6;
    static final double PRIOR_SIZE = 50;

    private final Credential credential;
    private final Past past;

    Merits(Credential credential, Past past) {
        this.credential = credential;
        this.past = past;
    }

    double trust() {
        return ProvingPower.of(credential);
    }

    String trustText() {
        List<String> parts = new ArrayList<>();
        if (credential.isAssessed()) {
            parts.add("tests what it teaches");
        } else {
            parts.add(
                    credential.assessment().isEmpty() ? "assessment not stated" : "attendance only, nothing is tested");
        }
        credential.eqf().ifPresent(level -> parts.add("EQF level " + level));
        if (!credential.recognisedBy().isEmpty()) {
            parts.add("recognised by " + String.join(", ", credential.recognisedBy()));
        }
        return String.join("; ", parts);
    }

    double effort() {
        double hours = credential
                .workload()
                .hours()
                .map(h -> 1 / (1 + h / HOURS_SCALE))
                .orElse(0.0);
        double cost = credential
                .offer()
                .cost()
                .map(c -> 1 / (1 + c.amount() / COST_SCALE))
                .orElse(0.0);
        return (hours + cost) / 2;
    }

    String effortText() {
        return credential.workload().hours().map(h -> Math.round(h) + " hours").orElse("hours not stated") + ", "
                + credential.offer().cost().map(Money::toString).orElse("cost not stated");
    }

    double outcomes() {
        Optional<ObservedOutcomes> counted = counted();
        if (counted.isPresent()) return counted.get().completion().share();
        Optional<OutcomeStatistics> statistics = credential.outcomeStatistics();
        double completed = statistics.flatMap(OutcomeStatistics::completed).orElse(0L);
        double started = statistics
                .filter(s -> s.completed().isPresent())
                .map(OutcomeStatistics::started)
                .orElse(0L);
        return (completed + USUAL_COMPLETION * PRIOR_SIZE) / (started + PRIOR_SIZE);
    }

    /** What was counted here, unless the issuer states a figure for as many people or more. */
    private Optional<ObservedOutcomes> counted() {
        long stated = credential
                .outcomeStatistics()
                .filter(s -> s.completed().isPresent())
                .map(OutcomeStatistics::started)
                .orElse(0L);
        return past.outcomes(credential.id()).filter(o -> o.started() > stated);
    }

    String outcomesText() {
        Optional<ObservedOutcomes> counted = counted();
        if (counted.isPresent()) {
            return counted.get().completed() + " of " + counted.get().started() + " who started finished, counted here";
        }
        return credential
                .outcomeStatistics()
                .flatMap(s -> s.completed().map(c -> c + " of " + s.started() + " who started finished"))
                .orElse("no completion figures, so the usual share is taken");
    }
}
