package dev.rung.pathway;

import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import dev.rung.credential.Money;
import dev.rung.match.Standing.Lesson;
import dev.rung.pathway.Pathway.Skill;
import dev.rung.pathway.Pathway.Step;
import dev.rung.role.Job;
import dev.rung.skill.Taxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Walks along a plan and writes down what each step takes, opens and leaves. Made for one way. */
final class Itinerary {
    private final Groundwork ground;
    private final Task task;
    private final CreditBook book;
    private final Exits exits;
    private final long reachableNow;
    private final List<Integer> order;
    private final List<Exits.Passed> passed = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<Need> gained = new HashSet<>();
    private final Set<String> earned = new TreeSet<>();
    private Optional<LocalDate> next;
    private long reachable;

    Itinerary(Groundwork ground, Exits exits, List<Integer> plan, long reachableNow) {
        this.ground = ground;
        this.task = ground.task();
        this.exits = exits;
        this.reachableNow = reachableNow;
        this.reachable = reachableNow;
        this.book = new CreditBook(ground);
        this.order = new StepOrder(ground, plan).best();
        this.next = ground.terms().constraints().hoursPerWeek().map(h -> ground.terms()
                .start());
        Tally tally = new Tally(task);
        for (int step : order) {
            long before = tally.value(Measure.JOBS);
            tally.add(step);
            take(step, tally.value(Measure.JOBS) - before);
        }
        noteExpiry();
        noteClosing();
    }

    /** Roles that come within reach, step by step. */
    List<Exits.Passed> passed() {
        return passed;
    }

    List<Step> steps(Map<String, Long> jobs) {
        List<Step> shown = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            shown.add(Phrases.withExits(steps.get(i), Exits.shown(passed.get(i), jobs), steps));
        }
        return shown;
    }

    List<String> notes() {
        return notes;
    }

    private void take(int option, long opens) {
        String id = ground.steps().get(option);
        Lesson lesson = ground.lesson(id);
        Credential credential = lesson.credential();
        int[] plan = order.stream().mapToInt(o -> o).toArray();
        long minutes = task.minutes(option, plan);
        Optional<Long> known = credential.workload().hours().map(h -> minutes);
        Optional<Long> weeks = ground.terms().constraints().hoursPerWeek().isEmpty()
                ? Optional.empty()
                : known.map(m -> task.budget.weeks(m));
        Optional<LocalDate> start = next;
        Optional<LocalDate> end = start.flatMap(
                day -> weeks.map(w -> w == 0 ? day : day.plusWeeks(w).minusDays(1)));
        next = end.flatMap(day -> weeks.map(w -> w == 0 ? day : day.plusDays(1)));
        Set<Need> before = new HashSet<>(gained);
        gained.addAll(lesson.meets());
        passed.add(exits.between(before, gained));
        reachable += opens;
        long saved = credential.workload().hours().map(Terms::minutes).orElse(0L) - minutes;
        Optional<Money> cost = ground.pricing().cents(credential).map(ground.pricing()::money);
        List<Pathway.Required> requires = requires(credential);
        List<String> obstacles = obstacles(credential, before);
        earned.add(id);
        Step step = new Step(
                steps.size() + 1,
                id,
                credential.title(),
                "",
                credential.issuer().name(),
                known.map(Terms::hours),
                saved > 0 ? Optional.of(Terms.hours(saved)) : Optional.empty(),
                weeks,
                start.filter(d -> end.isPresent()),
                end,
                cost,
                credential
                        .offer()
                        .cost()
                        .filter(c -> !c.isFree()
                                && !c.currency().equals(ground.pricing().currency())),
                opens,
                reachable,
                new Pathway.Exits(0, List.of()),
                teaches(lesson, before),
                ground.essentials().isEmpty() ? Optional.empty() : Optional.of(metEssentials()),
                book.earn(credential, this::isLater),
                requires,
                obstacles,
                credential.offer().modes(),
                credential.assessment(),
                credential.eqf(),
                end.flatMap(day -> credential.validMonths().map(day::plusMonths)),
                credential.illustrative());
        steps.add(step);
    }

    private boolean isLater(String award) {
        return order.stream().anyMatch(o -> ground.steps().get(o).equals(award)) && !earned.contains(award);
    }

    private int metEssentials() {
        return (int) ground.essentials().stream()
                .filter(n -> ground.met().contains(n) || gained.contains(n))
                .count();
    }

    private List<Pathway.Required> requires(Credential credential) {
        return credential.entry().credentials().stream()
                .sorted()
                .map(id -> new Pathway.Required(id, book.title(id), earned.contains(id) ? "step" : "held"))
                .toList();
    }

    private List<String> obstacles(Credential credential, Set<Need> before) {
        List<String> obstacles = new ArrayList<>();
        if (credential.entry().formal().orElse(false)) {
            obstacles.add("asks for a school or university qualification");
        }
        Taxonomy taxonomy = ground.standing().view().taxonomy();
        credential.entry().skills().stream()
                .map(StepOrder::need)
                .filter(n -> !ground.met().contains(n) && !before.contains(n))
                .forEach(n -> obstacles.add("asks for " + taxonomy.label(n.skill()) + " first"));
        credential.entry().note().ifPresent(obstacles::add);
        return obstacles;
    }

    /** What is newly met and wanted: by the target, or by jobs. Each skill once, at the highest level that is wanted. */
    private List<Skill> teaches(Lesson lesson, Set<Need> before) {
        Taxonomy taxonomy = ground.standing().view().taxonomy();
        Map<String, Skill> skills = new HashMap<>();
        List<String> ids = new ArrayList<>();
        lesson.meets().stream()
                .filter(n -> !before.contains(n))
                .filter(n -> ground.essentials().isEmpty()
                        ? isTaughtItself(lesson.credential(), n)
                        : ground.essentials().contains(n))
                .sorted()
                .forEach(n -> {
                    String id = n.skill().value();
                    if (skills.put(id, new Skill(id, taxonomy.label(n.skill()), n.level())) == null) ids.add(id);
                });
        return ids.stream().map(skills::get).toList();
    }

    private static boolean isTaughtItself(Credential credential, Need need) {
        return credential.outcomes().stream()
                .anyMatch(o -> o.skill().filter(need.skill()::equals).isPresent());
    }

    private void noteExpiry() {
        steps.getLast().end().ifPresent(last -> steps.stream()
                .filter(s -> s.validUntil().filter(last::isAfter).isPresent())
                .forEach(s -> notes.add(s.title() + " is valid until "
                        + s.validUntil().orElseThrow() + ", before the way ends on " + last)));
    }

    /** That a posting closes before the way to it ends. */
    private void noteClosing() {
        Optional<LocalDate> last = steps.getLast().end();
        ground.goal()
                .filter(g -> g.kind().equals("job"))
                .flatMap(g -> ground.standing().view().find(Kind.JOBS, g.id()))
                .flatMap(Job::validThrough)
                .filter(closes -> last.filter(closes::isBefore).isPresent())
                .ifPresent(closes -> notes.add("The job can be applied for until " + closes
                        + ", before the way ends on " + last.orElseThrow()));
    }

    Optional<Pathway.Progress> progress() {
        Taxonomy taxonomy = ground.standing().view().taxonomy();
        if (ground.award().isPresent()) {
            String award = ground.award().get();
            boolean reached = earned.contains(award);
            return Optional.of(new Pathway.Progress(
                    reached, Optional.empty(), Optional.empty(), Optional.empty(), book.share(award), List.of()));
        }
        if (ground.essentials().isEmpty()) return Optional.empty();
        List<Skill> remaining = ground.essentials().stream()
                .filter(n -> !ground.met().contains(n) && !gained.contains(n))
                .map(n -> new Skill(n.skill().value(), taxonomy.label(n.skill()), n.level()))
                .toList();
        return Optional.of(new Pathway.Progress(
                metEssentials() >= ground.needed(),
                Optional.of(metEssentials()),
                Optional.of(ground.essentials().size()),
                Optional.of(ground.needed()),
                Optional.empty(),
                remaining));
    }

    Pathway.Totals totals() {
        Effort effort = task.effort(order.stream().mapToInt(o -> o).toArray());
        boolean dated = steps.stream().allMatch(s -> s.end().isPresent());
        return new Pathway.Totals(
                effort.steps(),
                Terms.hours(effort.minutes()),
                dated ? Optional.of(effort.weeks()) : Optional.empty(),
                ground.pricing().money(effort.cents()),
                reachable - reachableNow,
                reachable,
                dated ? steps.getFirst().start() : Optional.empty(),
                dated ? steps.getLast().end() : Optional.empty(),
                effort.minutesUnknown(),
                effort.centsUnknown());
    }
}
