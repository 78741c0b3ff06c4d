package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Ranked;
import dev.rung.credential.Credential;
import dev.rung.match.Recommendations.Relaxation;
import dev.rung.match.Understanding.Goal;
import dev.rung.person.Profile;
import dev.rung.role.Importance;
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
    private final Map<String, Filter> limits;
    private final Filter admitted;
    private final long within;
    private final Past past;

    NextSteps(Session session, Profile profile, Understanding understood) {
        this.session = session;
        this.profile = profile;
        this.understood = understood;
        this.now = session.holdings(understood.held());
        this.jobs = Admission.jobs(profile.constraints(), session.asOf());
        this.limits = Admission.credentials(profile.constraints());
        this.admitted = Admission.together(limits);
        this.within = session.view().count(Kind.CREDENTIALS, admitted);
        this.past = new Past(session.lessons(), session.view(), understood.history());
    }

    Recommendations<CredentialAdvice> recommend(int limit) {
        Map<String, Long> setAside = new LinkedHashMap<>();
        long all = session.view().count(Kind.CREDENTIALS, Filter.NONE);
        if (all > within) setAside.put("constraints", all - within);
        Direction direction = direction();
        Open open = open(direction);
        if (open.blocked > 0) setAside.put("prerequisites", open.blocked);
        NextCredential scoring = scoring(direction);
        List<Step> steps = steps(open.curricula, scoring);
        List<Folding.Fold<Step>> shown = Folding.of(steps, limit, Step::credential, session);
        return new Recommendations<>(
                Past.generation(session.view(), session.lessons()),
                session.view().generation().model(),
                session.asOf(),
                session.weights(),
                understood,
                steps.size(),
                setAside,
                relaxations(),
                session.gap(understood, now),
                List.of(),
                new StepAdvice(session, profile.constraints(), understood, now, jobs, scoring, past).of(shown));
    }

    /** Everything of use, best first, without words. */
    List<Step> steps() {
        Direction direction = direction();
        return steps(open(direction).curricula, scoring(direction));
    }

    /** Those of some steps that have places of their own, as in {@link #recommend}. */
    List<Step> places(List<Step> steps, int limit) {
        return Folding.of(steps, limit, Step::credential, session).stream()
                .map(Folding.Fold::first)
                .toList();
    }

    /** The skills that the direction asks for and that are answered least, most worth first. */
    List<Need> wanted(int most) {
        Direction direction = direction();
        return direction.needs().stream()
                .filter(need -> now.strength(need) < session.weights().met())
                .sorted(Comparator.comparingDouble((Need need) -> -direction.worth(need) * (1 - now.strength(need)))
                        .thenComparing(need -> need))
                .limit(most)
                .toList();
    }

    /** A credential with its score, the needs that it newly meets, and how many jobs these bring within reach. */
    record Step(Credential credential, NextCredential.Score score, Set<Need> gain, long opens) {}

    /** What one may begin with, and how much is kept back by a prerequisite. */
    private record Open(List<Curriculum> curricula, long blocked) {}

    private Open open(Direction direction) {
        List<Curriculum> open = new ArrayList<>();
        long blocked = 0;
        for (Curriculum each : session.curricula(candidates(direction))) {
            Credential credential = each.credential();
            if (understood.heldCredentials().contains(credential.id())) continue;
            if (understood.heldCredentials().containsAll(credential.entry().credentials())) {
                open.add(each);
            } else {
                blocked++;
            }
        }
        return new Open(open, blocked);
    }

    private NextCredential scoring(Direction direction) {
        return new NextCredential(
                session.weights(),
                session.view().taxonomy(),
                direction,
                now,
                understood.target().filter(g -> g.kind().equals("credential")).map(Goal::id),
                understood.target().isPresent(),
                session.view().count(Kind.JOBS, jobs),
                past);
    }

    private List<Step> steps(List<Curriculum> open, NextCredential scoring) {
        List<List<Answer>> improvements = new ArrayList<>();
        List<Set<Need>> gains = new ArrayList<>();
        for (Curriculum each : open) {
            List<Answer> better = each.improvements(now);
            improvements.add(better);
            gains.add(Curriculum.newlyMet(better, now, session.weights().met()));
        }
        long[] opens =
                session.view().newlyReachable(now.met(), session.weights().reach(), gains, jobs);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Credential credential = open.get(i).credential();
            NextCredential.Score score = scoring.score(credential, improvements.get(i), opens[i]);
            if (score.points() > 0) steps.add(new Step(credential, score, gains.get(i), opens[i]));
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
            direction.add(goal.title(), Targets.requirements(goal, session.view()), 1);
            return direction;
        }
        List<List<Requirement>> wished = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Goal wish : understood.wishes()) {
            if (!wish.kind().equals("role")) continue;
            wished.add(Targets.requirements(wish, session.view()));
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

    private List<String> candidates(Direction direction) {
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
            wishes.add(session.answering(skill, weight));
        });
        Set<String> ids = new LinkedHashSet<>();
        int most = (int) Math.min(SCORED, within);
        if (most == 0) return List.of();
        for (Ranked ranked : session.view().rankBySkills(Kind.CREDENTIALS, wishes, false, admitted, most)) {
            ids.add(ranked.id());
        }
        understood.target().filter(g -> g.kind().equals("credential")).ifPresent(g -> countingTowards(g.id())
                .forEach(ids::add));
        ids.addAll(past.whatOthersTook(admitted));
        return List.copyOf(ids);
    }

    private List<String> countingTowards(String award) {
        dev.rung.catalogue.Search search =
                dev.rung.catalogue.Search.everything(SCORED).within(admitted.and(Filter.in("award", award)));
        return session.view().search(Kind.CREDENTIALS, search).items().stream()
                .map(Credential::id)
                .toList();
    }

    private List<Relaxation> relaxations() {
        List<Relaxation> relaxations = new ArrayList<>();
        for (String limit : limits.keySet()) {
            long more = session.view().count(Kind.CREDENTIALS, Admission.without(limits, limit)) - within;
            if (more > 0) relaxations.add(new Relaxation(limit, more));
        }
        relaxations.sort(Comparator.comparingLong(Relaxation::more).reversed().thenComparing(Relaxation::constraint));
        return relaxations;
    }
}
