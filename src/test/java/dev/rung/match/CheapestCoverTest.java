package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.match.CheapestCover.Choice;
import dev.rung.match.CheapestCover.Solution;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice is the cheapest there is, as trying every subset shows; and where the search is cut short, its bound holds. */
class CheapestCoverTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sets with prices           | wanted | chosen  | price
            01:5 12:5 012:9              | 3      | 2       | 9
            01:5 12:5 012:9              | 2      | 0       | 5
            01:5 12:5 012:11             | 3      | 0 1     | 10
            0:1 1:1 2:1 012:3            | 3      | 3       | 3
            0:0 1:0                      | 2      | 0 1     | 0
            0:7                          | 2      | 0       | 7
            0:7                          | 0      | ''      | 0
            ''                           | 3      | ''      | 0
            0:4 0:3 0:3                  | 1      | 1       | 3
            """)
    void the_cheapest_is_chosen(String sets, int wanted, String chosen, long price) {
        List<Choice> choices = new ArrayList<>();
        for (String set : sets.isBlank() ? new String[0] : sets.split(" ")) {
            BitSet covers = new BitSet();
            set.substring(0, set.indexOf(':')).chars().forEach(c -> covers.set(c - '0'));
            choices.add(new Choice(covers, Long.parseLong(set.substring(set.indexOf(':') + 1))));
        }

        Solution solution = new CheapestCover(choices, wanted).solve();

        assertThat(solution.price()).isEqualTo(price);
        assertThat(solution.isExact()).isTrue();
        assertThat(solution.sets().stream().sorted().map(String::valueOf).toList())
                .isEqualTo(chosen.isBlank() ? List.of() : List.of(chosen.split(" ")));
    }

    @Property(tries = 300)
    void nothing_is_cheaper(@ForAll long seed, @ForAll @IntRange(max = 8) int wanted) {
        List<Choice> choices = choices(new Random(seed), 11, 8);

        Solution solution = new CheapestCover(choices, wanted).solve();

        Solution exhaustive = exhaustive(choices, wanted);
        assertThat(solution.isExact()).isTrue();
        assertThat(solution.price()).isEqualTo(exhaustive.price());
        assertThat(solution.covered()).isGreaterThanOrEqualTo(exhaustive.covered());
        assertThat(price(choices, solution.sets())).isEqualTo(solution.price());
    }

    @Property(tries = 200)
    void cut_short_the_bound_still_holds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int budget) {
        List<Choice> choices = choices(new Random(seed), 12, 10);

        Solution solution = new CheapestCover(choices, 9, budget).solve();

        long cheapest = exhaustive(choices, 9).price();
        assertThat(solution.bound()).isLessThanOrEqualTo(cheapest);
        assertThat(solution.price()).isGreaterThanOrEqualTo(cheapest);
        if (solution.isExact()) assertThat(solution.price()).isEqualTo(cheapest);
    }

    private static List<Choice> choices(Random random, int most, int elements) {
        List<Choice> choices = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            BitSet covers = new BitSet();
            for (int e = 0; e < elements; e++) {
                if (random.nextInt(3) == 0) covers.set(e);
            }
            choices.add(new Choice(covers, random.nextInt(20)));
        }
        return choices;
    }

    /** Every subset; of those that cover enough, or as much as can be covered, the cheapest. */
    private static Solution exhaustive(List<Choice> choices, int wanted) {
        BitSet all = new BitSet();
        choices.forEach(c -> all.or(c.covers()));
        int enough = Math.min(wanted, all.cardinality());
        Solution best = new Solution(List.of(), 0, Long.MAX_VALUE, 0);
        for (int subset = 0; subset < 1 << choices.size(); subset++) {
            BitSet covers = new BitSet();
            long price = 0;
            for (int i = 0; i < choices.size(); i++) {
                if ((subset & 1 << i) == 0) continue;
                covers.or(choices.get(i).covers());
                price += choices.get(i).price();
            }
            if (covers.cardinality() >= enough && price < best.price()) {
                best = new Solution(List.of(), enough, price, price);
            }
        }
        return best;
    }

    private static long price(List<Choice> choices, List<Integer> chosen) {
        return chosen.stream().mapToLong(i -> choices.get(i).price()).sum();
    }
}
