package dev.rung.pathway;

import dev.rung.pathway.Pathway.Skill;
import dev.rung.pathway.Pathway.Step;
import dev.rung.pathway.Pathway.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One plain sentence for each way and step. None promises anything. */
final class Phrases {
    private static final int NAMED = 3;

    private Phrases() {}

    /** What speaks for a way. */
    static String way(List<String> kinds, Totals totals, Optional<Pathway.Progress> progress, Pathways.Goal target) {
        List<String> names = kinds.stream().map(Phrases::kind).toList();
        StringBuilder sentence = new StringBuilder(capital(joined(names))).append(": ");
        sentence.append(counted(totals.steps(), "step", "steps"));
        sentence.append(", ").append(plain(totals.hours())).append(" hours");
        if (totals.hoursUnknown() > 0)
            sentence.append(" and what ").append(totals.hoursUnknown()).append(" do not state");
        sentence.append(", ").append(totals.cost());
        if (totals.costUnknown() > 0)
            sentence.append(" and what ").append(totals.costUnknown()).append(" do not state");
        totals.weeks().ifPresent(w -> sentence.append(", ").append(counted(w, "week", "weeks")));
        sentence.append("; ");
        progress.ifPresent(p -> sentence.append(progress(p, target)).append("; "));
        sentence.append(opens(totals.opens()));
        return sentence.append('.').toString();
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "cheapest" -> "the cheapest";
            case "fastest" -> "the fastest";
            case "widest" -> "the one that opens most jobs";
            case "stacked" -> "the one of which most counts towards the award";
            default -> "another way";
        };
    }

    private static String progress(Pathway.Progress progress, Pathways.Goal target) {
        if (progress.met().isEmpty()) {
            if (progress.reached()) return "ends with " + target.title();
            return "carries " + Math.round(100 * progress.credit().orElse(0.0)) + " % of the credit of "
                    + target.title();
        }
        String met = progress.met().get() + " of " + progress.of().orElseThrow() + " essential requirements";
        return progress.reached()
                ? "brings " + target.title() + " within reach, with " + met
                : "meets " + met + " of " + target.title() + ", which takes "
                        + progress.needed().orElseThrow();
    }

    /** The step with its exits, and why it is there. */
    static Step withExits(Step s, Pathway.Exits exits, List<Step> all) {
        StringBuilder sentence = new StringBuilder();
        List<String> later = s.countsTowards().stream()
                .filter(Pathway.Counts::inPlan)
                .map(Pathway.Counts::title)
                .toList();
        List<String> needing = all.stream()
                .filter(o -> o.requires().stream().anyMatch(r -> r.id().equals(s.id()) && r.by().equals("step")))
                .map(Step::title)
                .toList();
        if (!s.teaches().isEmpty()) {
            sentence.append("teaches ").append(named(s.teaches()));
        } else if (!needing.isEmpty()) {
            sentence.append("is required for ").append(joined(needing));
        } else if (!later.isEmpty()) {
            sentence.append("counts towards ").append(joined(later));
        } else {
            sentence.append("brings no new requirement");
        }
        sentence.append("; ").append(opens(s.opens()));
        if (exits.total() > 0) {
            sentence.append(" and ")
                    .append(counted(exits.total(), "role", "roles"))
                    .append(" within reach");
        }
        return new Step(
                s.position(),
                s.id(),
                s.title(),
                capital(sentence.append('.').toString()),
                s.issuer(),
                s.hours(),
                s.savedHours(),
                s.weeks(),
                s.start(),
                s.end(),
                s.cost(),
                s.price(),
                s.opens(),
                s.reachable(),
                exits,
                s.teaches(),
                s.met(),
                s.countsTowards(),
                s.requires(),
                s.obstacles(),
                s.modes(),
                s.assessment(),
                s.eqf(),
                s.validUntil(),
                s.illustrative());
    }

    private static String opens(long jobs) {
        return jobs == 0 ? "opens no further job" : "opens " + counted(jobs, "more job", "more jobs");
    }

    private static String named(List<Skill> skills) {
        List<String> names =
                new ArrayList<>(skills.stream().limit(NAMED).map(Skill::label).toList());
        if (skills.size() > NAMED) names.add(skills.size() - NAMED + " more");
        return joined(names);
    }

    static String joined(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    static String plain(double number) {
        double rounded = Math.round(number * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
