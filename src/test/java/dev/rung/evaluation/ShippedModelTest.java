package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rung.encoder.TrainedEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedModelTest {
    private static final Path MODEL = Path.of("models/skills");
    private static final Path SETS = Path.of("../shared/data/bench");

    @Test
    void isSmallEnoughToShip() throws IOException {
        long total = 0;
        try (Stream<Path> files = Files.list(MODEL)) {
            for (Path file : files.toList()) {
                assertThat(Files.size(file)).as(file.toString()).isLessThan(12_000_000);
                total += Files.size(file);
            }
        }
        assertThat(total).isLessThan(20_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bake pastries|pastry baking|weld steel",
                "Software Developer|programmer|pastry chef",
                "JavaScript developer|web programmer|surgeon",
                "manage staff|lead a team|write Java code",
                "nurse|provide nursing care|drive lorries",
            })
    void knowsWhatIsNearer(String row) throws IOException {
        String[] texts = row.split("\\|");
        TrainedEncoder encoder = TrainedEncoder.read(MODEL);
        assertThat(encoder.similarity(texts[0], texts[1])).isGreaterThan(encoder.similarity(texts[0], texts[2]) + 0.2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobbert-jobnorm-val",
                "skill-extract-house-validation",
                "skill-extract-tech-validation",
                "melo-usa_q_en_c_en",
            })
    void doesWhatItsCardSays(String set) throws IOException {
        assumeTrue(Files.isDirectory(SETS), "the retrieval sets are not here");
        RetrievalFigures found =
                RetrievalEvaluation.run(SETS.resolve(set), new EncoderRanker(TrainedEncoder.read(MODEL)));
        JsonNode figures = new ObjectMapper()
                .readTree(MODEL.resolve("model.json").toFile())
                .path("validation");
        assertThat(found.mrr()).isCloseTo(figures.path(set + " MRR").asDouble(), within(5e-4));
        assertThat(found.rpAt5()).isCloseTo(figures.path(set + " RP@5").asDouble(), within(5e-4));
        assertThat(found.recallAt10())
                .isCloseTo(figures.path(set + " recall@10").asDouble(), within(5e-4));
    }
}
