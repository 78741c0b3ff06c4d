package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class EncoderCommandsTest {
    @TempDir
    Path folder;

    @Test
    void encodeAnswersEachLineWithAnArray() throws IOException {
        InputStream in = System.in;
        PrintStream out = System.out;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream("bake pastries\n\nPÂTISSIER 🎂\n".getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(answer, true, StandardCharsets.UTF_8));
            assertThat(new CommandLine(new EncodeCommand()).execute()).isZero();
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
        String[] lines = answer.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(3);
        ObjectMapper json = new ObjectMapper();
        JsonNode first = json.readTree(lines[0]);
        JsonNode second = json.readTree(lines[1]);
        assertThat(first.isArray()).isTrue();
        assertThat(second).hasSameSizeAs(first).allSatisfy(n -> assertThat(n.asDouble())
                .isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoder", "bm25", "hybrid", "search"})
    void evalRetrievalPrintsTheKeysThatChecksRead(String ranker) throws IOException {
        Files.writeString(folder.resolve("corpus.tsv"), "a\tbake bread\nb\tweld steel\n");
        Files.writeString(folder.resolve("queries.tsv"), "q\tbaking bread\n");
        Files.writeString(folder.resolve("qrels.txt"), "q 0 a 1\n");
        StringWriter out = new StringWriter();
        int status = new CommandLine(new EvalRetrievalCommand())
                .setOut(new PrintWriter(out))
                .execute(folder.toString(), "--ranker", ranker, "--json");
        assertThat(status).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.fieldNames())
                .toIterable()
                .contains("queries", "map", "mrr", "recall@5", "recall@10", "rp@5", "rp@10", "texts_per_second");
        assertThat(json.path("mrr").asDouble()).isEqualTo(1);
        assertThat(json.path("queries").asInt()).isEqualTo(1);
    }

    @Test
    void evalRetrievalPrintsATableForPeople() throws IOException {
        Files.writeString(folder.resolve("corpus.tsv"), "a\tbake bread\n");
        Files.writeString(folder.resolve("queries.tsv"), "q\tbaking bread\n");
        Files.writeString(folder.resolve("qrels.txt"), "q 0 a 1\n");
        StringWriter out = new StringWriter();
        new CommandLine(new EvalRetrievalCommand())
                .setOut(new PrintWriter(out))
                .execute(folder.toString(), "--ranker", "bm25");
        assertThat(out.toString()).startsWith("bm25, 1 queries").contains("MRR        1.000");
    }

    @Test
    void aWrongCommandIsRefused() {
        StringWriter err = new StringWriter();
        CommandLine train = new CommandLine(new TrainCommand()).setErr(new PrintWriter(err));
        assertThat(train.execute("--esco", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("--onet");
        assertThat(new CommandLine(new EvalRetrievalCommand())
                        .setErr(new PrintWriter(err))
                        .execute(folder.toString(), "--ranker", "magic"))
                .isEqualTo(2);
    }
}
