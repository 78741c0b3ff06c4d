package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rung eval next} as other tools call it. */
class EvalNextCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsTheKeysThatOtherToolsRead() throws IOException {
        Path train = Files.writeString(folder.resolve("train.tsv"), "a\tx\na\ty\nb\tx\nb\tz\nc\tx\n");
        Path test = Files.writeString(folder.resolve("test.tsv"), "c\ty\n");

        Typed typed = Typed.rung(
                "eval", "next", "--train", train.toString(), "--test", test.toString(), "--ranker", "counts", "--json");

        assertThat(typed.status()).isZero();
        JsonNode figures = typed.json();
        assertThat(figures.path("users").intValue()).isEqualTo(1);
        assertThat(figures.path("recall@10").doubleValue()).isEqualTo(1);
        assertThat(figures.path("precision@10").doubleValue()).isEqualTo(0.1);
        assertThat(figures.path("phr@10").doubleValue()).isEqualTo(1);
        assertThat(figures.path("ndcg@10").doubleValue()).isPositive();
    }

    @Test
    void printsATableForPeople() throws IOException {
        Path train = Files.writeString(folder.resolve("train.tsv"), "a\tx\na\ty\nb\tx\nb\ty\n");

        Typed typed = Typed.rung("eval", "next", "--train", train.toString());

        assertThat(typed.out()).contains("rung, 2 users, 2 items", "recall@10", "transitions has");
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Typed typed =
                Typed.rung("eval", "next", "--train", folder.resolve("none.tsv").toString());

        assertThat(typed.status()).isNotZero();
        assertThat(typed.err()).contains("none.tsv");
    }
}
