package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rung.evaluation.LogisticRegression.Example;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    @Test
    void aConstantLearnsTheShareOfYes() {
        List<Example> examples = List.of(example(true, 3, 1), example(false, 1, 1));
        double[] weights = LogisticRegression.fit(examples, 1e-9);
        assertThat(LogisticRegression.probability(weights, new double[] {1})).isCloseTo(0.75, within(1e-6));
    }

    @Test
    void whatTellsGetsWeightAndWhatDoesNotGetsNone() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            double tells = i % 10;
            examples.add(example(i / 10 < tells, 1, 1, tells, 0));
        }
        double[] weights = LogisticRegression.fit(examples, 1e-3);
        assertThat(weights[1]).isPositive();
        assertThat(weights[2]).isZero();
        for (int tells = 0; tells < 10; tells++) {
            assertThat(LogisticRegression.probability(weights, new double[] {1, tells, 0}))
                    .isCloseTo(tells / 10.0, within(0.12));
        }
    }

    private static Example example(boolean yes, double weight, double... features) {
        return new Example(features, yes, weight);
    }
}
