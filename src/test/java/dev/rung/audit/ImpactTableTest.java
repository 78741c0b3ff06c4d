package dev.rung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rung.audit.Selection.Axis;
import dev.rung.audit.Selection.Category;
import dev.rung.skill.InvalidField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rates and ratios, by hand and by the rule's own example. */
class ImpactTableTest {
    @TempDir
    private Path folder;

    private static Selection selected(double leaveOutUnder, String... rows) {
        ImpactTable table =
                new ImpactTable(List.of("sex", "race"), Optional.of("chosen"), Optional.empty(), leaveOutUnder);
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            table.add(Map.of("sex", cells[0], "race", cells[1], "chosen", cells[2]));
        }
        return table.selection();
    }

    private static Category category(Selection selection, String axis, String name) {
        return axis(selection, axis).categories().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Axis axis(Selection selection, String name) {
        return selection.axes().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_category_and_each_intersection_has_its_rate_and_ratio() {
        Selection selection =
                selected(0, "f,a,yes", "f,a,no", "f,b,no", "f,b,no", "m,a,1", "m,a,TRUE", "m,b,Selected", "m,b,0");

        assertThat(selection.people()).isEqualTo(8);
        assertThat(category(selection, "sex", "f").rate().share()).isEqualTo(0.25);
        assertThat(category(selection, "sex", "m").rate().share()).isEqualTo(0.75);
        assertThat(category(selection, "sex", "f").ratio()).contains(0.3333);
        assertThat(category(selection, "sex", "m").ratio()).contains(1.0);
        assertThat(category(selection, "race", "a").ratio()).contains(1.0);
        assertThat(category(selection, "race", "b").ratio()).contains(0.3333);
        assertThat(category(selection, "sex × race", "f × a").ratio()).contains(0.5);
        assertThat(category(selection, "sex × race", "m × a").ratio()).contains(1.0);
        assertThat(category(selection, "sex × race", "f × b").ratio()).contains(0.0);
        assertThat(category(selection, "sex", "f").caution().orElseThrow()).contains("only 4 people");
    }

    @Test
    void unknown_people_are_counted_and_in_no_rate() {
        Selection selection = selected(0, "f,,yes", "unknown,a,no", " Prefer not to say ,b,no", "m,a,yes", "f,a,maybe");

        assertThat(selection.people()).isEqualTo(4);
        assertThat(selection.unreadable()).isEqualTo(1);
        assertThat(axis(selection, "sex").unknown()).isEqualTo(2);
        assertThat(axis(selection, "race").unknown()).isEqualTo(1);
        assertThat(axis(selection, "sex × race").unknown()).isEqualTo(3);
    }

    @Test
    void a_small_category_is_left_out_of_the_ratios_but_shown() {
        List<String> rows = new ArrayList<>(List.of("x,a,yes"));
        for (int i = 0; i < 60; i++) rows.add((i % 2 == 0 ? "f" : "m") + ",a," + (i % 3 == 0 ? "yes" : "no"));

        Selection selection = selected(2, rows.toArray(String[]::new));

        Category small = category(selection, "sex", "x");
        assertThat(small.ratio()).isEmpty();
        assertThat(small.rate().share()).isEqualTo(1);
        assertThat(small.leftOut()).contains("less than 2 % of all 61 people");
        assertThat(category(selection, "sex", "f").ratio()).contains(1.0);
        assertThat(category(selected(0, rows.toArray(String[]::new)), "sex", "f")
                        .ratio())
                .contains(0.3333);
    }

    @Test
    void where_nobody_was_chosen_there_is_no_ratio() {
        Category nobody = category(selected(0, "f,a,no", "m,a,no"), "sex", "f");

        assertThat(nobody.ratio()).isEmpty();
        assertThat(nobody.leftOut().orElseThrow()).contains("nobody");
    }

    @Test
    void scores_count_when_they_lie_above_the_median() {
        ImpactTable table = new ImpactTable(List.of("sex"), Optional.empty(), Optional.of("score"), 0);
        String[] rows = {"f,0.1", "f,0.4", "m,0.4", "m,0.9", "m,0.8", "f,high", "f,NaN"};
        for (String row : rows) table.add(Map.of("sex", row.split(",")[0], "score", row.split(",")[1]));

        Selection selection = table.selection();

        assertThat(selection.measure()).isEqualTo("scoring");
        assertThat(selection.median()).contains(0.4);
        assertThat(selection.unreadable()).isEqualTo(2);
        assertThat(category(selection, "sex", "f").chosen()).isZero();
        assertThat(category(selection, "sex", "m").chosen()).isEqualTo(2);
    }

    @Property(tries = 200)
    void the_highest_ratio_is_one_and_counts_add_up(@ForAll @Size(min = 1, max = 60) List<Boolean> chosen) {
        ImpactTable table = new ImpactTable(List.of("g"), Optional.of("c"), Optional.empty(), 0);
        for (int i = 0; i < chosen.size(); i++) {
            table.add(Map.of("g", "group " + i % 4, "c", chosen.get(i) ? "yes" : "no"));
        }
        Axis axis = table.selection().axes().getFirst();

        assertThat(axis.categories().stream().mapToLong(Category::people).sum()).isEqualTo(chosen.size());
        assertThat(axis.categories().stream().flatMap(c -> c.ratio().stream()).allMatch(r -> r >= 0 && r <= 1))
                .isTrue();
        boolean any = chosen.contains(true);
        assertThat(axis.categories().stream().anyMatch(c -> c.ratio().equals(Optional.of(1.0))))
                .isEqualTo(any);
        assertThat(axis.categories())
                .allMatch(c -> c.rate().low() <= c.rate().share()
                        && c.rate().share() <= c.rate().high());
    }

    /** The example to the rule, with as many people above the median as its percentages say. */
    @Test
    void the_rules_own_example_comes_out_as_it_says() throws IOException {
        Path example = Path.of("..", "shared", "standards", "nyc-ll144", "scoring-rate-example.csv");
        Assumptions.assumeTrue(Files.exists(example), "the rule's example is not here: " + example);
        List<Map<String, String>> expected = new ArrayList<>();
        ImpactFile.read(example, List.of("axis", "category", "applicants"), row -> expected.add(new HashMap<>(row)));

        assertThat(expected).hasSize(7);
        for (String axis : List.of("sex", "race_ethnicity")) {
            ImpactTable table = new ImpactTable(List.of("category"), Optional.of("above"), Optional.empty(), 2);
            for (Map<String, String> row : expected) {
                if (!row.getOrDefault("axis", "").equals(axis)) continue;
                int people = Integer.parseInt(row.getOrDefault("applicants", ""));
                double percent = Double.parseDouble(row.getOrDefault("scoring_rate_percent", ""));
                long above = Math.round(people * percent / 100);
                for (int i = 0; i < people; i++) {
                    table.add(Map.of("category", row.getOrDefault("category", ""), "above", i < above ? "yes" : "no"));
                }
            }
            Selection selection = table.selection();
            for (Map<String, String> row : expected) {
                if (!row.getOrDefault("axis", "").equals(axis)) continue;
                Category found = category(selection, "category", row.getOrDefault("category", ""));
                double percent = Double.parseDouble(row.getOrDefault("scoring_rate_percent", ""));
                assertThat(100 * found.rate().share()).as(found.name()).isCloseTo(percent, within(0.1));
                // The example divides percentages that were rounded to one place.
                assertThat(found.ratio().orElseThrow())
                        .as(found.name())
                        .isCloseTo(Double.parseDouble(row.getOrDefault("impact_ratio", "")), within(0.0051));
            }
        }
    }

    @Test
    void files_with_marks_semicolons_and_quotes_are_read_and_wrong_ones_say_what_is_wrong() throws IOException {
        Path file = folder.resolve("outcomes.csv");
        Files.writeString(file, "\uFEFFsex;\"chosen\"\r\n\"f; or so\";yes\r\n\r\nm;no\r\n");
        List<Map<String, String>> rows = new ArrayList<>();
        ImpactFile.read(file, List.of("sex", "chosen"), r -> rows.add(new HashMap<>(r)));
        assertThat(rows)
                .containsExactly(Map.of("sex", "f; or so", "chosen", "yes"), Map.of("sex", "m", "chosen", "no"));

        assertThatThrownBy(() -> ImpactFile.read(file, List.of("race"), r -> {}))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("race")
                .hasMessageContaining("sex, chosen");
        Files.writeString(file, "sex,chosen\nf,yes,no\n");
        assertThatThrownBy(() -> ImpactFile.read(file, List.of("sex"), r -> {})).hasMessageContaining("row 1");
        Files.writeString(file, "");
        assertThatThrownBy(() -> ImpactFile.read(file, List.of("sex"), r -> {})).hasMessageContaining("row of names");
        Files.write(file, new byte[] {'s', 'e', 'x', '\n', (byte) 0xFF, '\n'});
        assertThatThrownBy(() -> ImpactFile.read(file, List.of("sex"), r -> {})).isInstanceOf(IOException.class);
    }
}
