package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Ranked;
import dev.rung.credential.Credential;
import dev.rung.credential.EntryConditions;
import dev.rung.match.Recommendations.Relaxation;
import dev.rung.match.Understanding.Goal;
import dev.rung.person.Constraints;
import dev.rung.person.Profile;
import dev.rung.role.Importance;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which credential to take next.
 *
 * <ol>
 *   <li>Where should it lead? To the target; else to what the text wishes for; else to the roles nearest to the person.
 *   <li>Which credentials may be answered? Those within every limit, not held already, and without a missing prerequisite.
 *   <li>Which of them teach something of use? All of them are looked at while they are few; else those that teach most of what is wanted.
 *   <li>How many jobs does each open? Counted for all in one pass.
 *   <li>{@link NextCredential} scores each.
 * </ol>
 */
final class NextSteps {
    /** Up to so many admissible credentials, each one is scored; beyond, those that teach most of what is wanted. */
    private static final int SCORED = 400;

    private static final int NEAREST_ROLES = 5;
    /** Weight of each skill that many jobs ask for, beside those of the direction, which sum to 1. */
    private static final double DEMAND_WEIGHT = 0.005;

    private final Session session;
    private final Profile profile;
    private final Understanding understood;
    private final Holdings now;
    private final Filter jobs;
    private final Past past;

    NextSteps(Session session, Profile profile, Understanding understood) {
        this.session = session;
        this.profile = profile;
        this.understood = understood;
        this.now = session.holdings(understood.held());
        this.jobs = Admission.jobs(profile.constraints(), session.asOf());
        this.past = new Past(session.lessons(), session.view(), understood.history());
    }

    Recommendations<CredentialAdvice> recommend(int limit) {
        Map<String, Filter> limits = Admission.credentials(profile.constraints());
        Filter admitted = Admission.together(limits);
        Map<String, Long> setAside = new LinkedHashMap<>();
        long all = session.view().count(Kind.CREDENTIALS, Filter.NONE);
        long within = session.view().count(Kind.CREDENTIALS, admitted);
        if (all > within) setAside.put("constraints", all - within);

        Direction direction = direction();
        List<Curriculum> open = new ArrayList<>();
        long blocked = 0;
        for (Curriculum each : session.curricula(candidates(direction, admitted, within))) {
            Credential credential = each.credential();
            if (understood.heldCredentials().contains(credential.id())) continue;
            if (understood.heldCredentials().containsAll(credential.entry().credentials())) {
                open.add(each);
            } else {
                blocked++;
            }
        }
        if (blocked > 0) setAside.put("prerequisites", blocked);

        NextCredential scoring = new NextCredential(
                session.weights().next(),
                session.view().taxonomy(),
                direction,
                now,
                understood.target().filter(g -> g.kind().equals("credential")).map(Goal::id),
                understood.target().isPresent(),
                session.view().count(Kind.JOBS, jobs),
                past);
        List<Step> steps = steps(open, scoring);
        return new Recommendations<>(
                Past.generation(session.view(), session.lessons()),
                session.view().generation().model(),
                session.asOf(),
                session.weights(),
                understood,
                steps.size(),
                setAside,
                relaxations(limits, within),
                Folding.of(steps, limit, Step::credential, session).stream()
                        .map(fold -> advice(fold, scoring))
                        .toList());
    }

    /** A credential with its score. */
    private record Step(Credential credential, NextCredential.Score score, long opens) {}

    private List<Step> steps(List<Curriculum> open, NextCredential scoring) {
        Set<Need> met = now.met();
        List<List<Answer>> improvements = new ArrayList<>();
        List<Set<Need>> gains = new ArrayList<>();
        for (Curriculum each : open) {
            List<Answer> better = each.improvements(now);
            improvements.add(better);
            gains.add(Curriculum.newlyMet(better, now, session.weights().met()));
        }
        long[] opens = session.view().newlyReachable(met, session.weights().reach(), gains, jobs);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Credential credential = open.get(i).credential();
            NextCredential.Score score = scoring.score(credential, improvements.get(i), opens[i]);
            if (score.points() > 0) steps.add(new Step(credential, score, opens[i]));
        }
        steps.sort(Comparator.comparingLong((Step s) -> s.score.points())
                .reversed()
                .thenComparing(s -> s.credential.id()));
        return steps;
    }

    private Direction direction() {
        Direction direction = new Direction();
        if (understood.target().isPresent()) {
            Goal goal = understood.target().get();
            direction.add(goal.title(), requirements(goal), 1);
            return direction;
        }
        List<List<Requirement>> wished = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Goal wish : understood.wishes()) {
            if (!wish.kind().equals("role")) continue;
            wished.add(requirements(wish));
            names.add(wish.title());
        }
        if (!understood.wishedSkills().isEmpty()) {
            wished.add(understood.wishedSkills().stream()
                    .distinct()
                    .map(s -> new Requirement(s, Importance.ESSENTIAL, Level.INTERMEDIATE, 1))
                    .toList());
            names.add("your wish");
        }
        List<Fits.Fit<Role>> nearest = new Fits(session, now, Aspirations.none()).roles(NEAREST_ROLES);
        double sum = nearest.stream().mapToDouble(f -> f.match().score()).sum();
        double share = wished.isEmpty() ? 0 : nearest.isEmpty() ? 1 : 0.6;
        for (int i = 0; i < wished.size(); i++) {
            direction.add(names.get(i), wished.get(i), share / wished.size());
        }
        for (Fits.Fit<Role> fit : nearest) {
            direction.add(
                    fit.record().title(),
                    fit.record().requirements(),
                    (1 - share) * fit.match().score() / sum);
        }
        return direction;
    }

    private List<Requirement> requirements(Goal goal) {
        return switch (goal.kind()) {
            case "role" ->
                session.view()
                        .find(Kind.ROLES, goal.id())
                        .map(Role::requirements)
                        .orElse(List.of());
            case "job" ->
                session.view().find(Kind.JOBS, goal.id()).map(Job::requirements).orElse(List.of());
            default ->
                session.view()
                        .find(Kind.CREDENTIALS, goal.id())
                        .map(NextSteps::asRequirements)
                        .orElse(List.of());
        };
    }

    /** To be after an award is to want what it teaches. */
    private static List<Requirement> asRequirements(Credential award) {
        Map<SkillId, Requirement> wanted = new LinkedHashMap<>();
        award.outcomes().forEach(o -> o.skill()
                .ifPresent(s ->
                        wanted.putIfAbsent(s, new Requirement(s, Importance.ESSENTIAL, Taught.level(o, award), 1))));
        return List.copyOf(wanted.values());
    }

    private List<String> candidates(Direction direction, Filter admitted, long within) {
        Map<SkillId, Double> wanted = new HashMap<>();
        for (Need need : direction.needs()) {
            wanted.merge(need.skill(), direction.worth(need) * (1 - now.strength(need)), Double::sum);
        }
        session.lexicon().demand().of(session.view(), jobs).forEach((id, count) -> {
            Need need = new Need(new SkillId(id), Level.INTERMEDIATE);
            wanted.merge(need.skill(), DEMAND_WEIGHT * (1 - now.strength(need)), Double::sum);
        });
        List<Map<SkillId, Double>> wishes = new ArrayList<>();
        wanted.forEach((skill, weight) -> {
            if (weight <= 0) return;
            Map<SkillId, Double> wish = new HashMap<>();
            for (Similarities.Neighbour near : session.lexicon().similarities().of(skill, session.view())) {
                double factor = near.factor(session.weights().similarity());
                if (factor > 0) wish.put(near.skill(), weight * factor);
            }
            wishes.add(wish);
        });
        Set<String> ids = new LinkedHashSet<>();
        int most = (int) Math.min(SCORED, within);
        if (most == 0) return List.of();
        for (Ranked ranked : session.view().rankBySkills(Kind.CREDENTIALS, wishes, false, admitted, most)) {
            ids.add(ranked.id());
        }
        understood.target().filter(g -> g.kind().equals("credential")).ifPresent(g -> countingTowards(g.id(), admitted)
                .forEach(ids::add));
        ids.addAll(past.whatOthersTook(admitted));
        return List.copyOf(ids);
    }

    private List<String> countingTowards(String award, Filter admitted) {
        dev.rung.catalogue.Search search =
                dev.rung.catalogue.Search.everything(SCORED).within(admitted.and(Filter.in("award", award)));
        return session.view().search(Kind.CREDENTIALS, search).items().stream()
                .map(Credential::id)
                .toList();
    }

    private List<Relaxation> relaxations(Map<String, Filter> limits, long within) {
        List<Relaxation> relaxations = new ArrayList<>();
        for (String limit : limits.keySet()) {
            long more = session.view().count(Kind.CREDENTIALS, Admission.without(limits, limit)) - within;
            if (more > 0) relaxations.add(new Relaxation(limit, more));
        }
        relaxations.sort(Comparator.comparingLong(Relaxation::more).reversed().thenComparing(Relaxation::constraint));
        return relaxations;
    }

    private CredentialAdvice advice(Folding.Fold<Step> fold, NextCredential scoring) {
        Step step = fold.first();
        Credential credential = step.credential();
        List<Reason> reasons = scoring.reasons(step.score(), credential, step.opens());
        return new CredentialAdvice(
                credential.id(),
                credential.title(),
                Points.toNumber(step.score().points()),
                Sentences.credential(
                        credential, reasons, step.opens(), understood.target().map(Goal::title)),
                reasons,
                step.opens(),
                step.score().gain(),
                credential.issuer().name(),
                credential.workload().hours(),
                weeks(credential, profile.constraints()),
                credential.offer().cost(),
                credential.offer().modes(),
                credential.assessment(),
                credential.eqf(),
                credential.stacksInto(),
                obstacles(credential, profile.constraints(), now, session),
                credential.outcomeStatistics(),
                past.outcomes(credential.id()),
                fold.others().stream().map(NextSteps::alternative).toList(),
                credential.illustrative());
    }

    private static CredentialAdvice.Alternative alternative(Folding.Other<Step> other) {
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

    /** How long it takes at so many hours a week, if both are known. */
    static Optional<Integer> weeks(Credential credential, Constraints constraints) {
        return credential.workload().hours().flatMap(h -> constraints
                .hoursPerWeek()
                .map(w -> (int) Math.ceil(h / w)));
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
