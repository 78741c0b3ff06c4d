package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.encoder.Words;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearCopiesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            You will bake bread every day.      | you will bake bread, every day | true
            You will bake bread every day.      | You will bake bread every night | true
            You will bake bread every day.      | Bread is baked by you every day | false
            We bake: you will bake bread every day and clean the ovens after that | You will bake bread every day | false
            Java                                | java!                          | true
            Java                                | JavaScript                     | false
            ①                                   | 1                              | true
            ℃                                   | c                              | true
            """)
    void halfOfAllRunsOfThreeWords(String one, String other, boolean copies) {
        assertThat(new NearCopies(List.of(one)).have(other)).isEqualTo(copies);
        assertThat(new NearCopies(List.of(other)).have(one)).isEqualTo(copies);
    }

    @Test
    void nothingIsACopyOfNothing() {
        assertThat(new NearCopies(List.of()).have("bake bread")).isFalse();
        assertThat(new NearCopies(List.of("", "!")).have("")).isFalse();
    }

    @Property(tries = 200)
    void aTextIsACopyOfItselfAndCopiesGoBothWays(@ForAll String one, @ForAll String other) {
        NearCopies copies = new NearCopies(List.of(one));
        assertThat(copies.have(one + " ")).isEqualTo(new Words(one).next());
        assertThat(copies.have(other)).isEqualTo(new NearCopies(List.of(other)).have(one));
    }
}
