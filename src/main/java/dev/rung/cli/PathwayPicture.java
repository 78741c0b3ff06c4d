package dev.rung.cli;

import dev.rung.pathway.Pathway;
import dev.rung.pathway.Pathways;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Ways as a picture of letters and lines: a bar for the weeks of each step, and where one can get off. */
final class PathwayPicture {
    private static final int BAR = 40;
    private static final int NAMED = 3;

    private final Pathways ways;
    private final List<String> lines = new ArrayList<>();

    private PathwayPicture(Pathways ways) {
        this.ways = ways;
    }

    static List<String> of(Pathways ways) {
        PathwayPicture picture = new PathwayPicture(ways);
        picture.draw();
        return picture.lines;
    }

    private void draw() {
        boolean isNowhere = ways.understood().notes().stream().anyMatch(n -> n.at().equals("/target"));
        ways.understood().notes().stream()
                .filter(n -> !n.at().equals("/target"))
                .forEach(n -> lines.add("note: " + n.at() + ": " + n.message()));
        if (!isNowhere)
            lines.add("towards " + ways.target().title() + "; now "
                    + jobs(ways.now().reachable()) + " within reach"
                    + ways.now()
                            .met()
                            .map(met ->
                                    ", " + met + " of " + ways.now().of().orElseThrow() + " essential requirements met")
                            .orElse(""));
        ways.credit().stream()
                .filter(c -> !c.from().isEmpty())
                .forEach(c -> lines.add("held already towards " + c.title() + ": " + plain(c.carried())
                        + c.of().map(of -> " of " + plain(of)).orElse("") + " " + c.unit()));
        ways.why().ifPresent(lines::add);
        ways.keptOut()
                .forEach(k -> lines.add("  " + k.limit() + " keeps out " + k.credentials() + ", such as "
                        + String.join(", ", k.examples())));
        for (Pathway way : ways.results()) draw(way);
    }

    private void draw(Pathway way) {
        lines.add("");
        lines.add(way.sentence());
        double hours = Math.max(1, way.totals().hours());
        double done = 0;
        for (Pathway.Step step : way.steps()) {
            double own = step.hours().orElse(0.0);
            lines.add("  " + step.position() + "  " + bar(done / hours, (done + own) / hours) + "  " + step.title()
                    + "  (" + step.id() + ")");
            done += own;
            lines.add("     " + effort(step));
            lines.add("     " + step.sentence());
            if (step.exits().total() > 0) lines.add("     exit: " + exits(step.exits()));
            step.countsTowards()
                    .forEach(c -> lines.add("     counts towards " + c.title() + ": " + c.agreement()
                            + c.carried()
                                    .map(sum -> " (" + plain(sum)
                                            + c.of().map(of -> " of " + plain(of))
                                                    .orElse("") + " " + c.unit().orElse("") + " carried)")
                                    .orElse("")));
            step.obstacles().forEach(o -> lines.add("     mind: " + o));
        }
        way.progress()
                .filter(p -> !p.remaining().isEmpty())
                .ifPresent(p -> lines.add("  remains: "
                        + p.remaining().stream().map(Pathway.Skill::label).collect(Collectors.joining(", "))));
        way.notes().forEach(n -> lines.add("  note: " + n));
        lines.add("  " + certainty(way.search()));
    }

    /** From where to where of the whole learning time a step goes. */
    private static String bar(double from, double to) {
        int first = (int) Math.round(from * BAR);
        int last = Math.max(first + 1, (int) Math.round(to * BAR));
        return " ".repeat(Math.min(first, BAR - 1))
                + "#".repeat(Math.min(last, BAR) - Math.min(first, BAR - 1))
                + " ".repeat(BAR - Math.min(last, BAR));
    }

    private static String effort(Pathway.Step step) {
        List<String> parts = new ArrayList<>();
        parts.add(step.hours().map(h -> plain(h) + " hours").orElse("hours not stated"));
        step.savedHours().ifPresent(h -> parts.add(plain(h) + " hours saved by credit carried over"));
        step.weeks().ifPresent(w -> parts.add(w + (w == 1 ? " week" : " weeks")));
        step.start().ifPresent(from -> parts.add(from + " to " + step.end().orElseThrow()));
        parts.add(step.cost().map(Object::toString).orElse("cost not stated"));
        return String.join(", ", parts);
    }

    private static String exits(Pathway.Exits exits) {
        String named = exits.roles().stream()
                .limit(NAMED)
                .map(r -> r.title() + " (" + jobs(r.jobs()) + ")")
                .collect(Collectors.joining(", "));
        int more = exits.total() - Math.min(NAMED, exits.roles().size());
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String certainty(Pathway.Search search) {
        return search.exact()
                ? "proven best of its kind, " + search.evaluated() + " plans looked at"
                : "best found of its kind, " + search.evaluated() + " plans looked at; " + search.measure() + " "
                        + plain(search.value()) + ", and none can come to more than " + plain(search.bound());
    }

    private static String jobs(long count) {
        return count + (count == 1 ? " job" : " jobs");
    }

    private static String plain(double number) {
        double rounded = Math.round(number * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
