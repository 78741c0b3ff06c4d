package dev.rung.audit;

import dev.rung.audit.Selection.Axis;
import dev.rung.audit.Selection.Category;
import dev.rung.match.CredentialCard.Share;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts {@link Selection} rates and impact ratios from rows that the operator supplies, one a person.
 *
 * <pre>{@code
 * ImpactTable table = new ImpactTable(List.of("sex", "race"), Optional.of("selected"), Optional.empty(), 2);
 * rows.forEach(table::add);
 * table.selection().axes().getFirst().categories().getFirst().ratio();   // 0.82
 * }</pre>
 *
 * <p>A category with less than a share of all people ({@code leaveOutUnder}; 2 % in the rule) may be left out of the ratios; its numbers are shown all the
 * same. People whose category is unknown are counted and in no rate. The rule sets no ratio that must be reached, so none is judged here.
 *
 * <p>Holds counts and, for scores, the rows until it is asked. Not safe for use by several threads.
 */
public final class ImpactTable {
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "selected", "hired", "shown");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "not selected", "rejected", "not shown");
    private static final Set<String> UNKNOWN = Set.of(
            "", "unknown", "not stated", "not known", "prefer not to say", "decline to state", "n/a", "na", "?", "-");
    private static final int FEW = 30;
    private static final String AND = " × ";

    private final List<String> columns;
    private final Optional<String> selected;
    private final Optional<String> score;
    private final double leaveOutUnder;
    private final List<Person> people = new ArrayList<>();
    private long unreadable;

    /** A row that counts.
     *
     * @param outcome 0 or 1, or the score
     */
    private record Person(List<String> categories, double outcome) {}

    /**
     * @param columns the names of the columns to group by
     * @param selected the name of the column that says yes or no; this or {@code score}
     * @param score the name of the column that has a score
     * @param leaveOutUnder share in per cent below which a category is left out of the ratios; 0 leaves none out
     */
    public ImpactTable(List<String> columns, Optional<String> selected, Optional<String> score, double leaveOutUnder) {
        this.columns = Check.distinct("columns", columns, c -> c);
        this.selected = selected;
        this.score = score;
        this.leaveOutUnder = Check.range("leaveOutUnder", leaveOutUnder, 0, 50);
        if (this.columns.isEmpty()) throw new InvalidField("columns", "must name at least one column");
        if (selected.isPresent() == score.isPresent()) {
            throw new InvalidField("selected", "or score: give exactly one of them");
        }
    }

    /** Counts one person.
     *
     * @param row cells by the names of their columns
     * @return whether the row says an outcome; if not, it is counted as unreadable
     */
    public boolean add(Map<String, String> row) {
        Optional<Double> outcome = selected.map(c -> choice(row.getOrDefault(c, "")))
                .orElseGet(() -> number(row.getOrDefault(score.orElseThrow(), "")));
        if (outcome.isEmpty()) {
            unreadable++;
            return false;
        }
        people.add(new Person(
                columns.stream().map(c -> category(row.getOrDefault(c, ""))).toList(), outcome.get()));
        return true;
    }

    /** The rates of all that was added. */
    public Selection selection() {
        Optional<Double> median = score.isPresent() && !people.isEmpty() ? Optional.of(median()) : Optional.empty();
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) axes.add(axis(columns.get(i), List.of(i), median));
        if (columns.size() > 1) {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) all.add(i);
            axes.add(axis(String.join(AND, columns), all, median));
        }
        return new Selection(score.isPresent() ? "scoring" : "selection", people.size(), unreadable, median, axes);
    }

    /** People and chosen ones of a category. */
    private static final class Count {
        private long people;
        private long chosen;

        private double rate() {
            return (double) chosen / people;
        }
    }

    private Axis axis(String name, List<Integer> at, Optional<Double> median) {
        SortedMap<String, Count> counts = new TreeMap<>();
        long unknown = 0;
        for (Person person : people) {
            List<String> parts = at.stream().map(person.categories()::get).toList();
            if (parts.contains("")) {
                unknown++;
                continue;
            }
            Count count = counts.computeIfAbsent(String.join(AND, parts), k -> new Count());
            count.people++;
            if (median.map(m -> person.outcome() > m).orElse(person.outcome() > 0)) count.chosen++;
        }
        double highest = counts.values().stream()
                .filter(c -> !isSmall(c))
                .mapToDouble(Count::rate)
                .max()
                .orElse(0);
        List<Category> categories = new ArrayList<>();
        counts.forEach((category, count) -> categories.add(category(category, count, highest)));
        return new Axis(name, unknown, categories);
    }

    private boolean isSmall(Count count) {
        return count.people * 100.0 < leaveOutUnder * people.size();
    }

    private Category category(String name, Count count, double highest) {
        boolean hasRatio = !isSmall(count) && highest > 0;
        return new Category(
                name,
                count.people,
                count.chosen,
                Share.of(count.chosen, count.people),
                hasRatio ? Optional.of(rounded(count.rate() / highest)) : Optional.empty(),
                isSmall(count)
                        ? Optional.of("less than " + plain(leaveOutUnder) + " % of all " + people.size() + " people")
                        : highest > 0 ? Optional.empty() : Optional.of("nobody of any category was chosen"),
                count.people < FEW
                        ? Optional.of("only " + count.people + (count.people == 1 ? " person" : " people")
                                + ": the rate may be chance")
                        : Optional.empty());
    }

    private double median() {
        double[] scores = people.stream().mapToDouble(Person::outcome).sorted().toArray();
        int middle = scores.length / 2;
        return scores.length % 2 == 1 ? scores[middle] : (scores[middle - 1] + scores[middle]) / 2;
    }

    private static String category(String cell) {
        String name = cell.strip();
        return UNKNOWN.contains(name.toLowerCase(Locale.ROOT)) ? "" : name;
    }

    private static Optional<Double> choice(String cell) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(1.0) : NO.contains(word) ? Optional.of(0.0) : Optional.empty();
    }

    private static Optional<Double> number(String cell) {
        try {
            double number = Double.parseDouble(cell.strip());
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 10_000) / 10_000.0;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
