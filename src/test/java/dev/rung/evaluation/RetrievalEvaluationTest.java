package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalEvaluationTest {
    @TempDir
    Path folder;

    /** Scores 3 for the text "c", 2 for "a", and 1 for all others. */
    private static final Ranker FIXED = new Ranker() {
        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public Index index(List<String> corpus) {
            return query -> {
                float[] scores = new float[corpus.size()];
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = corpus.get(i).equals("c") ? 3 : corpus.get(i).equals("a") ? 2 : 1;
                }
                return scores;
            };
        }
    };

    @Test
    void figuresAreAsDefined() throws IOException {
        // ranks: c 1, a 2, then b d e f g by the order of the corpus: 3 4 5 6 7
        write("corpus.tsv", "1\ta\n2\tb\n3\tc\n4\td\n5\te\n6\tf\n7\tg\n");
        write("queries.tsv", "x\tfirst\ny\tsecond\nz\tnobody answers this\n");
        write("qrels.txt", "x 0 1 1\nx 0 7 1\ny 0 3 1\nx 0 2 0\n");

        RetrievalFigures figures = RetrievalEvaluation.run(folder, FIXED);

        assertThat(figures.queries()).isEqualTo(2);
        assertThat(figures.mrr()).isCloseTo((1 / 2.0 + 1) / 2, within(1e-12));
        assertThat(figures.map()).isCloseTo(((1 / 2.0 + 2 / 7.0) / 2 + 1) / 2, within(1e-12));
        assertThat(figures.recallAt5()).isCloseTo((1 / 2.0 + 1) / 2, within(1e-12));
        assertThat(figures.recallAt10()).isEqualTo(1);
        assertThat(figures.rpAt5()).isCloseTo((1 / 2.0 + 1) / 2, within(1e-12));
        assertThat(figures.textsPerSecond()).isPositive();
    }

    @Test
    void precisionCountsNoMoreAnswersThanThereCouldBe() {
        var sevenAnswers = new RetrievalEvaluation.QueryResult(List.of(1, 2, 3, 4, 5, 6, 7));
        assertThat(sevenAnswers.precisionAt(5)).isEqualTo(1);
        assertThat(sevenAnswers.recallAt(5)).isCloseTo(5 / 7.0, within(1e-12));
    }

    @Test
    void bm25FindsSharedStems() throws IOException {
        write("corpus.tsv", "1\tbake pastries\n2\tweld steel\n3\tmanage a bakery\n");
        write("queries.tsv", "x\tbaking pastry\ny\tWELDING of steels\n");
        write("qrels.txt", "x\t0\t1\t1\ny\t0\t2\t1\n");
        assertThat(RetrievalEvaluation.run(folder, new Bm25Ranker()).mrr()).isEqualTo(1);
    }

    @Test
    void aBrokenSetSaysWhatIsWrong() throws IOException {
        assertThatThrownBy(() -> RetrievalSet.read(folder)).hasMessageContaining("corpus.tsv: not found");
        write("corpus.tsv", "1 no tab here\n");
        assertThatThrownBy(() -> RetrievalSet.read(folder)).hasMessageContaining("corpus.tsv:1: wants an id, a tab");
        write("corpus.tsv", "1\ta\n");
        write("queries.tsv", "x\tq\n");
        write("qrels.txt", "x 0 1 1\nx 0 2 1\n");
        assertThatThrownBy(() -> RetrievalSet.read(folder)).hasMessageContaining("qrels.txt:2: wants a query id");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
