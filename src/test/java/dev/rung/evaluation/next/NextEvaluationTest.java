package dev.rung.evaluation.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rung.encoder.LexicalEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes next: figures that can be reckoned by hand, and rankers that find a pattern where there is one. */
class NextEvaluationTest {
    @TempDir
    Path folder;

    /** Ranks items by number: the first the file named comes first. */
    private static final NextRanker BY_NUMBER = new NextRanker() {
        @Override
        public String name() {
            return "by number";
        }

        @Override
        public Scores learn(List<int[]> histories, int items) {
            return history -> {
                double[] scores = new double[items];
                Arrays.setAll(scores, y -> -y);
                return scores;
            };
        }
    };

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines).replace(' ', '\t') + "\n");
    }

    @Test
    void figuresAreThoseThatOneReckonsByHand() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int item = 0; item < 30; item++) lines.add("filler i" + item);
        lines.add("a i0");
        lines.add("b i25");
        Path train = file("train.tsv", lines.toArray(String[]::new));
        // a: i1 and i3 come first and third once i0 is left out, i20 and what nobody knew are not found. b: nothing. c
        // has no past.
        Path test = file("test.tsv", "a i1", "a i3", "a i20", "a new", "b i29", "c i9");

        NextFigures figures = NextEvaluation.read(train, Optional.of(test)).run(BY_NUMBER);

        assertThat(figures.users()).isEqualTo(3);
        assertThat(figures.items()).isEqualTo(30);
        assertThat(figures.recallAt10()).isCloseTo((2 / 4.0 + 0 + 1) / 3, within(1e-12));
        assertThat(figures.precisionAt10()).isCloseTo((0.2 + 0 + 0.1) / 3, within(1e-12));
        assertThat(figures.phrAt10()).isCloseTo(2 / 3.0, within(1e-12));
        double ideal = 1 + 1 / log2(3) + 1 / log2(4) + 1 / log2(5);
        assertThat(figures.ndcgAt10()).isCloseTo(((1 + 1 / log2(4)) / ideal + 0 + 1 / log2(11)) / 3, within(1e-12));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    @Test
    void withoutATestFileTheLastOfEachUserIsToBeFoundAndNotLearntFrom() throws IOException {
        Path train = file("train.tsv", "a x", "a y", "b x", "b y", "c x", "c z", "d z");
        List<int[]> learntFrom = new ArrayList<>();

        NextFigures figures = NextEvaluation.read(train, Optional.empty()).run(new NextRanker() {
            @Override
            public String name() {
                return "watching";
            }

            @Override
            public Scores learn(List<int[]> histories, int items) {
                learntFrom.addAll(histories);
                return history -> new double[items];
            }
        });

        assertThat(figures.users()).isEqualTo(3);
        assertThat(learntFrom).hasSize(4).allSatisfy(h -> assertThat(h).hasSize(1));
    }

    @Test
    void decayedTransitionsAreThoseOfTheFormula() {
        List<int[]> histories = List.of(new int[] {0, 1, 2}, new int[] {0, 2});

        double[] scores = new Transitions().learn(histories, 3).of(new int[] {0, 1});

        // c(0, 1) = 1, c(0, 2) = 0.9 + 1, c(1, 2) = 1; the older item's say is halved.
        assertThat(scores[2]).isCloseTo(1 / 6.0 + 0.5 * 1.9 / 7.9, within(1e-12));
        assertThat(scores[1]).isCloseTo(0.5 * 1 / 7.9, within(1e-12));
    }

    /** Items go round a circle of twelve, mostly by one step, from anywhere. */
    private Path circle() throws IOException {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>();
        for (int user = 0; user < 300; user++) {
            int at = random.nextInt(24);
            for (int step = 0; step < 5; step++) {
                lines.add("u" + user + " i" + at);
                at = (at + 1 + (random.nextInt(4) == 0 ? 1 : 0)) % 24;
            }
        }
        return file("circle.tsv", lines.toArray(String[]::new));
    }

    @Test
    void everyRankerFindsAPatternAndSaysTheSameTwice() throws IOException {
        NextEvaluation evaluation = NextEvaluation.read(circle(), Optional.empty());
        for (NextRanker ranker : List.of(
                new Transitions(),
                new Network(1),
                new Blend(false, Optional.empty()),
                new Blend(true, Optional.empty()))) {
            NextFigures figures = evaluation.run(ranker);

            assertThat(figures.ndcgAt10()).as(ranker.name()).isGreaterThan(0.75);
            assertThat(evaluation.run(ranker)).isEqualTo(figures);
        }
    }

    @Test
    void textsSayWhatHistoriesDoNot() throws IOException {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>();
        List<String> courses = new ArrayList<>();
        for (int item = 0; item < 40; item++) {
            courses.add("i" + item + "\t" + (item % 2 == 0 ? "bake pastries" : "weld steel"));
        }
        for (int user = 0; user < 120; user++) {
            int kind = user % 2;
            for (int step = 0; step < 3; step++) lines.add("u" + user + " i" + (2 * random.nextInt(20) + kind));
        }
        NextEvaluation evaluation =
                NextEvaluation.read(file("texts.tsv", lines.toArray(String[]::new)), Optional.empty());
        double[][] likeness =
                evaluation.likeness(Files.write(folder.resolve("courses.tsv"), courses), new LexicalEncoder());

        assertThat(evaluation.run(new Blend(false, Optional.of(likeness))).recallAt10())
                .isGreaterThan(
                        evaluation.run(new Blend(false, Optional.empty())).recallAt10());
    }

    @Test
    void aFileThatIsNoHistoryIsRefusedByLine() throws IOException {
        assertThatThrownBy(() -> NextEvaluation.read(file("bad.tsv", "a x", "b"), Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> NextEvaluation.read(file("one.tsv", "a x"), Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing to find");
        Path latin = Files.write(folder.resolve("latin.tsv"), new byte[] {'a', '\t', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> NextEvaluation.read(latin, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void onRealHistoriesABlendOfCountsBeatsTransitions() throws IOException {
        Path train = Path.of("../shared/data/bench/cnpc-next-course/train.tsv");
        Assumptions.assumeTrue(Files.exists(train), "the learning histories in ../shared are not here");

        NextFigures figures = NextEvaluation.read(train, Optional.empty()).run(new Blend(false, Optional.empty()));

        assertThat(figures.users()).isEqualTo(6_717);
        assertThat(figures.difference().orElseThrow().recallAt10()).isGreaterThan(0.5);
        assertThat(figures.difference().orElseThrow().recall().low()).isPositive();
    }
}
