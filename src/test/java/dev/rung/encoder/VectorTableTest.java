package dev.rung.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VectorTableTest {
    @Property(tries = 50)
    void scoresAreInnerProducts(
            @ForAll @IntRange(max = 600) int size, @ForAll @IntRange(min = 1, max = 67) int d, @ForAll long seed) {
        Random random = new Random(seed);
        List<float[]> vectors =
                IntStream.range(0, size).mapToObj(i -> vector(random, d)).toList();
        float[] a = vector(random, d);
        float[] b = vector(random, d);
        VectorTable table = new VectorTable(d, vectors);

        float[] scores = table.scores(a);
        float[] best = table.best(List.of(a, b));

        assertThat(scores).hasSize(size);
        for (int i = 0; i < size; i++) {
            double ofA = SkillEncoder.dot(a, vectors.get(i));
            assertThat((double) scores[i]).isCloseTo(ofA, within(1e-4));
            assertThat((double) best[i]).isCloseTo(Math.max(ofA, SkillEncoder.dot(b, vectors.get(i))), within(1e-4));
        }
    }

    @Property(tries = 50)
    void theNearestAreTheBestOfAllInOrder(
            @ForAll @IntRange(max = 600) int size, @ForAll @IntRange(max = 40) int most, @ForAll long seed) {
        Random random = new Random(seed);
        List<float[]> vectors =
                IntStream.range(0, size).mapToObj(i -> vector(random, 5)).toList();
        float[] query = vector(random, 5);
        float[] bonus = vector(random, Math.max(1, size));
        VectorTable table = new VectorTable(5, vectors);

        float[] scores = table.scores(query);
        int[] expected = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -(scores[i] + bonus[i])))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(table.nearest(List.of(query, query), bonus, most)).containsExactly(expected, expected);
    }

    @Test
    void ofEqualsTheFirstIsNearer() {
        VectorTable table = new VectorTable(1, List.of(new float[] {1}, new float[] {2}, new float[] {2}));
        assertThat(table.nearest(List.of(new float[] {1}), new float[3], 2)).containsExactly(new int[] {1, 2});
    }

    @Test
    void withoutQueriesNothingScores() {
        assertThat(new VectorTable(2, List.of(new float[] {1, 0})).best(List.of()))
                .containsExactly(0);
    }

    private static float[] vector(Random random, int d) {
        float[] vector = new float[d];
        for (int j = 0; j < d; j++) vector[j] = random.nextFloat() - 0.5f;
        return vector;
    }
}
