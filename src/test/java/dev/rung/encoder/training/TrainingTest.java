package dev.rung.encoder.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.encoder.TrainedEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    @TempDir
    Path folder;

    private Training.Sources sources;

    @BeforeEach
    void makeSources() throws IOException {
        sources = MadeUpSources.in(folder, List.of("sew walls"));
    }

    @Test
    void learnsWhatIsAlike() throws IOException {
        ConceptEncoder encoder = train(MadeUpSources.SMALL).exact();
        assertThat(encoder.similarity("baking bread", "bake the bread"))
                .isGreaterThan(encoder.similarity("baking bread", "selling tickets") + 0.2);
    }

    @Test
    void theShippedFormAnswersAsTheNetwork() throws IOException {
        Training.Trained trained = train(MadeUpSources.SMALL);
        trained.quantised().write(folder.resolve("model"));
        SkillEncoder read = TrainedEncoder.read(folder.resolve("model"));
        for (String text : List.of(
                "bake bread",
                "weld steel frames",
                "Baker",
                "an unheard-of zymurgist bakes",
                "We want someone who bakes bread and welds steel frames, every day",
                "")) {
            float[] exact = trained.exact().encode(text);
            float[] rounded = read.encode(text);
            assertThat(SkillEncoder.dot(exact, rounded))
                    .as(text)
                    .isGreaterThanOrEqualTo(SkillEncoder.dot(exact, exact) - 1e-3);
        }
        ConceptEncoder concepts = (ConceptEncoder) read;
        assertThat(concepts.prior("Bake bread"))
                .isEqualTo(trained.exact().prior("bake bread"))
                .isPositive();
        assertThat(concepts.prior("weld coats")).isZero();
        assertThat(concepts.prior("no such thing")).isZero();
    }

    @Test
    void sameSeedAndSourcesGiveTheSameBytes() throws IOException {
        train(MadeUpSources.SMALL).write(folder.resolve("one"));
        train(MadeUpSources.SMALL).write(folder.resolve("two"));
        train(MadeUpSources.SMALL.withSeed(8)).write(folder.resolve("three"));

        Map<String, String> one = files(folder.resolve("one"));
        assertThat(one).containsKeys("model.json", "README.md", "vocabulary.txt", "index.bin", "weights-1.bin");
        assertThat(files(folder.resolve("two"))).isEqualTo(one);
        assertThat(TrainedEncoder.read(folder.resolve("three")).name())
                .isNotEqualTo(TrainedEncoder.read(folder.resolve("one")).name());
    }

    @Test
    void heldOutTextsAreNotTrainedOn() throws IOException {
        Texts texts = new Texts(java.util.Set.of(dev.rung.encoder.Words.key("Sew walls!")), 10);
        assertThat(texts.number("sew walls")).isEqualTo(Texts.NONE);
        assertThat(texts.number("sew wall")).isNotEqualTo(Texts.NONE);
        assertThat(texts.number("…")).isEqualTo(Texts.NONE);
    }

    @Test
    void theCommandWritesAModelWithItsCard() throws IOException {
        List<Double> losses = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        Training.Progress progress = new Training.Progress() {
            @Override
            public void source(String kind, int pairs) {
                kinds.add(kind);
            }

            @Override
            public void step(int step, int of, double loss, double pairsPerSecond) {
                losses.add(loss);
            }

            @Override
            public void validated(int step, Map<String, Double> figures) {
                assertThat(figures).containsEntry("mine", 0.5).containsKey("held-out names MRR");
            }
        };
        Training.Trained trained =
                Training.run(sources, MadeUpSources.SMALL, validation(Map.of("mine", 0.5)), progress);
        trained.write(folder.resolve("model"));

        assertThat(kinds).contains("sentence ~ skill", "O*NET task ~ title", "skill ~ broader");
        assertThat(Files.readString(folder.resolve("model/README.md")))
                .contains("rung-skills-", "| mine | 0.500 |")
                .doesNotContain("${");
        assertThat(Files.readString(folder.resolve("model/model.json")))
                .contains("\"seed\" : 7", "\"skills_en.csv\"")
                .doesNotContain(folder.toString());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve("onet/Alternate Titles.txt"));
        assertThatThrownBy(() -> train(MadeUpSources.SMALL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Alternate Titles.txt: not found");
    }

    private Training.Trained train(Settings settings) throws IOException {
        return Training.run(sources, settings, validation(Map.of()), new Training.Progress() {
            @Override
            public void source(String kind, int pairs) {}

            @Override
            public void step(int step, int of, double loss, double pairsPerSecond) {}

            @Override
            public void validated(int step, Map<String, Double> figures) {}
        });
    }

    private static Training.Validation validation(Map<String, Double> figures) {
        return new Training.Validation() {
            @Override
            public Map<String, Double> compare(ConceptEncoder encoder) {
                return figures;
            }

            @Override
            public Map<String, Double> report(ConceptEncoder encoder) {
                return figures;
            }
        };
    }

    private static Map<String, String> files(Path model) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(model)) {
            for (Path file : all.sorted().toList()) {
                files.put(
                        file.getFileName().toString(), java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
