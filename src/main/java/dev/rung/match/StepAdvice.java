package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import dev.rung.credential.EntryConditions;
import dev.rung.credential.Money;
import dev.rung.match.CredentialAdvice.OfRole;
import dev.rung.match.Understanding.Goal;
import dev.rung.person.Constraints;
import dev.rung.skill.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Puts the best {@link NextSteps} into words, and takes apart by role what each opens. */
final class StepAdvice {
    private static final int ROLES_SHOWN = 5;

    private final Session session;
    private final Constraints constraints;
    private final Understanding understood;
    private final Holdings now;
    private final Filter jobs;
    private final NextCredential scoring;
    private final Past past;

    StepAdvice(
            Session session,
            Constraints constraints,
            Understanding understood,
            Holdings now,
            Filter jobs,
            NextCredential scoring,
            Past past) {
        this.session = session;
        this.constraints = constraints;
        this.understood = understood;
        this.now = now;
        this.jobs = jobs;
        this.scoring = scoring;
        this.past = past;
    }

    List<CredentialAdvice> of(List<Folding.Fold<NextSteps.Step>> steps) {
        List<SortedMap<String, Long>> byRole = session.view()
                .newlyReachableBy(
                        "role",
                        now.met(),
                        session.weights().reach(),
                        steps.stream().map(f -> f.first().gain()).toList(),
                        jobs);
        List<CredentialAdvice> advice = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            advice.add(of(steps.get(i), mostOpened(byRole.get(i))));
        }
        return advice;
    }

    private List<OfRole> mostOpened(SortedMap<String, Long> counts) {
        Optional<String> target =
                understood.target().filter(g -> g.kind().equals("role")).map(Goal::id);
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> e) ->
                                !target.filter(e.getKey()::equals).isPresent())
                        .thenComparing(
                                Map.Entry.<String, Long>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ROLES_SHOWN)
                .map(e -> new OfRole(e.getKey(), session.lexicon().roleTitle(e.getKey()), e.getValue()))
                .toList();
    }

    private CredentialAdvice of(Folding.Fold<NextSteps.Step> fold, List<OfRole> byRole) {
        NextSteps.Step step = fold.first();
        Credential credential = step.credential();
        List<Reason> reasons = scoring.reasons(step.score(), credential, step.opens());
        Optional<Double> hours = credential.workload().hours();
        return new CredentialAdvice(
                credential.id(),
                credential.title(),
                Points.toNumber(step.score().points()),
                Sentences.credential(
                        credential,
                        reasons,
                        step.opens(),
                        understood.target().map(Goal::title),
                        understood.held().isEmpty()
                                && understood.wishes().isEmpty()
                                && understood.wishedSkills().isEmpty()),
                reasons,
                step.opens(),
                byRole,
                each(step.opens(), hours),
                each(step.opens(), credential.offer().cost().map(Money::amount)),
                step.score().gain(),
                credential.issuer().name(),
                hours,
                weeks(credential, constraints),
                credential.offer().cost(),
                credential.offer().modes(),
                credential.assessment(),
                credential.eqf(),
                credential.stacksInto(),
                obstacles(credential),
                credential.outcomeStatistics(),
                past.outcomes(credential.id()),
                fold.others().stream().map(StepAdvice::alternative).toList(),
                credential.illustrative(),
                List.of());
    }

    private static CredentialAdvice.Alternative alternative(Folding.Other<NextSteps.Step> other) {
        Credential credential = other.entry().credential();
        return new CredentialAdvice.Alternative(
                credential.id(),
                credential.title(),
                credential.issuer().name(),
                Points.toNumber(other.entry().score().points()),
                other.entry().opens(),
                credential.workload().hours(),
                credential.offer().cost(),
                credential.offer().modes(),
                credential.assessment(),
                Points.toNumber(Points.of(other.likeness())),
                credential.illustrative());
    }

    /** How many weeks it takes, if hours and hours a week are known. */
    static Optional<Integer> weeks(Credential credential, Constraints constraints) {
        return credential.workload().hours().flatMap(hours -> constraints
                .hoursPerWeek()
                .map(perWeek -> (int) Math.ceil(hours / perWeek)));
    }

    /** Jobs opened for each unit of an effort; nothing for what is unknown or costs nothing. */
    private static Optional<Double> each(long opens, Optional<Double> effort) {
        return effort.filter(e -> e > 0).map(e -> Points.toNumber(Points.of(opens / e)));
    }

    /** What is in the way, and whether that made the score less. */
    private List<String> obstacles(Credential credential) {
        List<String> obstacles = obstacles(credential, constraints, now, session);
        if (scoring.detour(credential) > 0) {
            obstacles.add("what it asks for first leads elsewhere, so it counts for less");
        }
        return obstacles;
    }

    /** What the entry conditions ask that the profile does not show. */
    static List<String> obstacles(Credential credential, Constraints constraints, Holdings now, Session session) {
        List<String> obstacles = new ArrayList<>();
        EntryConditions entry = credential.entry();
        if (entry.formal().orElse(false) && !constraints.noFormalEntry()) {
            obstacles.add("asks for a school or university qualification");
        }
        for (EntryConditions.Wanted wanted : entry.skills()) {
            Need need = new Need(wanted.skill(), wanted.level().orElse(Level.FOUNDATION));
            if (now.strength(need) < session.weights().met()) {
                obstacles.add("asks for " + session.view().taxonomy().label(wanted.skill()) + " first");
            }
        }
        entry.note().ifPresent(obstacles::add);
        return obstacles;
    }
}
