package dev.rung.pathway;

import dev.rung.catalogue.Facts;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Lack;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Ranked;
import dev.rung.catalogue.Reach;
import dev.rung.credential.Credential;
import dev.rung.credential.StackRule;
import dev.rung.match.Standing;
import dev.rung.match.Standing.Lesson;
import dev.rung.match.Understanding.Goal;
import dev.rung.person.Constraints;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From a person and a catalogue to a {@link Task}: which credentials may be steps at all, what each would newly meet, and what the jobs and the target
 * lack.
 */
final class Groundwork {
    private static final int ASKED_SKILLS = 500;

    private final Standing standing;
    private final Shelf shelf;
    private final Pricing pricing;
    private final Terms terms;
    private final Optional<Goal> goal;
    private final Set<Need> met;
    private final Set<String> held;
    private final List<Credential> heldRecords;
    private final List<Need> essentials;
    private final Map<String, Long> setAside = new TreeMap<>();
    private final Map<String, Lesson> lessons = new TreeMap<>();
    private final Map<String, SortedSet<String>> before = new HashMap<>();
    private final List<String> steps = new ArrayList<>();
    private final Map<String, List<StackRule>> rules;
    private final Task task;

    /**
     * @param terms on which to plan
     * @param goal where to; none: most jobs
     */
    Groundwork(Standing standing, Shelf shelf, Pricing pricing, Terms terms, Optional<Goal> goal) {
        this.standing = standing;
        this.shelf = shelf;
        this.pricing = pricing;
        this.terms = terms;
        this.goal = goal;
        this.met = standing.met();
        this.held = new HashSet<>(standing.understood().heldCredentials());
        this.heldRecords = standing.view().find(Kind.CREDENTIALS, new TreeSet<>(held));
        this.essentials =
                goal.map(g -> Shelf.essentials(standing.requirements(g))).orElse(List.of());
        admit();
        Map<String, Credential> credentials = new TreeMap<>();
        lessons.forEach((id, lesson) -> credentials.put(id, lesson.credential()));
        Stacks stacks = new Stacks(credentials, held);
        this.rules = stacks.usable();
        for (String id : List.copyOf(lessons.keySet())) {
            Optional<SortedSet<String>> required = stacks.before(id);
            if (required.isPresent()) before.put(id, required.get());
            else setAside("prerequisites");
        }
        lessons.keySet().retainAll(before.keySet());
        Set<Need> hoped = new HashSet<>();
        lessons.values().forEach(l -> hoped.addAll(l.meets()));
        List<Lack> lacks = standing.view().lacking(met, standing.weights().reach(), hoped, standing.jobs());
        choose(lacks);
        this.task = new TaskMaker(this).task(lacks);
    }

    private void admit() {
        Constraints constraints = terms.constraints();
        Map<String, Filter> limits = new LinkedHashMap<>(Standing.limits(constraints));
        // These are for all steps together, so the search keeps to them.
        limits.remove("maxHours");
        limits.remove("maxCost");
        for (Lesson lesson : standing.lessons(candidates(limits))) {
            Credential credential = lesson.credential();
            if (held.contains(credential.id())) continue;
            Optional<String> against = obstacle(credential, limits);
            against.ifPresent(this::setAside);
            if (against.isEmpty()) lessons.put(credential.id(), lesson);
        }
    }

    private Optional<String> obstacle(Credential credential, Map<String, Filter> limits) {
        if (!limits.isEmpty()) {
            Facts facts = Facts.of(credential);
            for (Map.Entry<String, Filter> limit : limits.entrySet()) {
                if (!limit.getValue().admits(facts)) return Optional.of(limit.getKey());
            }
        }
        boolean lenient = terms.constraints().allowUnknown();
        boolean hoursMatter =
                terms.constraints().maxHours().isPresent() || terms.finishBy().isPresent();
        if (!lenient && hoursMatter && credential.workload().hours().isEmpty()) return Optional.of("maxHours");
        if (credential.offer().cost().isEmpty()) {
            return lenient || terms.constraints().maxCost().isEmpty() ? Optional.empty() : Optional.of("maxCost");
        }
        return pricing.cents(credential).isEmpty() ? Optional.of("currency") : Optional.empty();
    }

    /** All credentials where they are few enough; else those that teach most of what the target, or many jobs, ask for. */
    private List<String> candidates(Map<String, Filter> limits) {
        if (!shelf.credentials().isEmpty()) return shelf.credentials();
        Map<String, Double> wanted = new TreeMap<>();
        essentials.stream()
                .filter(n -> !met.contains(n))
                .forEach(n -> wanted.put(n.skill().value(), 1.0));
        if (wanted.isEmpty()) {
            standing.view()
                    .facet(Kind.JOBS, "skill", standing.jobs(), ASKED_SKILLS)
                    .forEach((skill, jobs) -> wanted.put(skill, (double) jobs));
        }
        List<Map<SkillId, Double>> wishes = new ArrayList<>();
        wanted.forEach((skill, weight) -> wishes.add(Map.of(new SkillId(skill), weight)));
        Filter filter = Filter.all(limits.values());
        List<String> best =
                standing.view().rankBySkills(Kind.CREDENTIALS, wishes, false, filter, Shelf.LOOKED_AT).stream()
                        .map(Ranked::id)
                        .toList();
        return Shelf.together(best, award().map(Set::of).orElse(Set.of()));
    }

    /** Which of the admitted credentials help on the way to the target, or are needed for one that does. */
    private void choose(List<Lack> lacks) {
        Set<String> useful = new TreeSet<>();
        if (award().isPresent()) {
            String award = award().get();
            useful.add(award);
            lessons.keySet().stream()
                    .filter(id -> rules.getOrDefault(id, List.of()).stream()
                            .anyMatch(r -> r.award().equals(award)))
                    .forEach(useful::add);
        } else {
            Set<Need> wanted = new HashSet<>();
            if (goal.isPresent()) {
                essentials.stream().filter(n -> !met.contains(n)).forEach(wanted::add);
            } else {
                lacks.forEach(l -> wanted.addAll(l.needs()));
            }
            lessons.forEach((id, lesson) -> {
                if (lesson.meets().stream().anyMatch(wanted::contains)) useful.add(id);
            });
        }
        Set<String> all = new TreeSet<>();
        for (String id : useful) {
            SortedSet<String> required = before.get(id);
            if (required == null) continue;
            if (required.size() >= terms.steps()) {
                setAside("steps");
                continue;
            }
            all.add(id);
            all.addAll(required);
        }
        steps.addAll(all);
    }

    private void setAside(String reason) {
        setAside.merge(reason, 1L, Long::sum);
    }

    Standing standing() {
        return standing;
    }

    Pricing pricing() {
        return pricing;
    }

    Terms terms() {
        return terms;
    }

    Optional<Goal> goal() {
        return goal;
    }

    /** Id of the award that is the target. */
    Optional<String> award() {
        return goal.filter(g -> g.kind().equals("credential")).map(Goal::id);
    }

    Set<Need> met() {
        return met;
    }

    Set<String> held() {
        return held;
    }

    /** The held credentials that the catalogue has, in order of ids. */
    List<Credential> heldRecords() {
        return heldRecords;
    }

    /** What the target asks without fail; nothing for an award and for most jobs. */
    List<Need> essentials() {
        return essentials;
    }

    /** How many of those must be met. */
    int needed() {
        return essentials.isEmpty()
                ? 0
                : Reach.needed(essentials.size(), standing.weights().reach());
    }

    int metEssentials() {
        return (int) essentials.stream().filter(met::contains).count();
    }

    /** Whether there is nothing left to do. */
    boolean isReached() {
        if (award().isPresent()) return held.contains(award().get());
        return !essentials.isEmpty() && metEssentials() >= needed();
    }

    Map<String, Long> setAside() {
        return setAside;
    }

    /** Ids of the credentials that may be steps, in order: the options of the task. */
    List<String> steps() {
        return steps;
    }

    Lesson lesson(String step) {
        Lesson lesson = lessons.get(step);
        if (lesson == null) throw new IllegalArgumentException(step + " is not among the steps");
        return lesson;
    }

    SortedSet<String> before(String step) {
        return before.getOrDefault(step, new TreeSet<>());
    }

    /** The stack rules by which a step counts towards another credential that is admitted. */
    List<StackRule> rules(String step) {
        return rules.getOrDefault(step, List.of());
    }

    Task task() {
        return task;
    }
}
