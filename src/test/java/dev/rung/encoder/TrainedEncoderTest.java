package dev.rung.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedEncoderTest {
    @TempDir
    Path folder;

    private TrainedEncoder encoder;

    /** Two words, one pair, two buckets of letter groups, one concept with a row and one without; two dimensions. */
    private static ModelFiles handMade() {
        return new ModelFiles(
                2,
                2,
                1f,
                new long[] {hash("bake"), hash("bread")},
                new long[] {Words.pair(hash("bake"), hash("bread"))},
                new long[] {Words.key("bread baker"), Words.key("bake bread")},
                new float[] {0.5f, 2},
                new float[] {0.1f, 0.1f, 0.2f, 1, 1, 0.01f},
                new byte[] {10, 0, 0, 10, 5, 5, 1, 0, 0, 1, 0, -100});
    }

    private static long hash(String word) {
        Words words = new Words(word);
        words.next();
        return words.hash();
    }

    @BeforeEach
    void writeAndRead() throws IOException {
        handMade().write(folder);
        encoder = TrainedEncoder.read(folder);
    }

    @Test
    void whatWasLearnedAboutReadingIsKeptBesideTheVectors() throws IOException {
        assertThat(encoder.reading()).isEmpty();
        ReadingWeights weights = ReadingWeights.of(encoder.name(), new double[] {2, 0, -1}, Map.of("named", 0.5));
        weights.write(folder);
        assertThat(TrainedEncoder.read(folder).reading()).contains(weights);
        assertThat(weights.sense(new float[] {1, 7})).isEqualTo(1);
        assertThat(TrainedEncoder.readVectors(folder).reading()).isEmpty();
    }

    @Test
    void whatWasLearnedForOtherVectorsIsRefused() throws IOException {
        ReadingWeights.of("rung-skills-0", new double[] {2, 0, -1}, Map.of()).write(folder);
        assertThatThrownBy(() -> TrainedEncoder.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reading.json")
                .hasMessageContaining("rung-skills-0");
        Files.writeString(folder.resolve("reading.json"), "[]");
        assertThatThrownBy(() -> TrainedEncoder.read(folder)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"format\": 1,", "\"format\": 2,", "\"format\": 4,"})
    void whatWeighsOtherEvidenceIsRefused(String format) throws IOException {
        Files.writeString(folder.resolve("reading.json"), """
                {%s "model": "%s", "sense": [0, 0, 0], "evidence": {"meant": -10.4, "meant phrase": -0.9}}
                """.formatted(format, encoder.name()));
        assertThatThrownBy(() -> TrainedEncoder.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reading.json")
                .hasMessageContaining("rung train --keep");
    }

    @Test
    void aTextIsTheSumOfItsRows() {
        assertThat(encoder.name())
                .startsWith("rung-skills-")
                .isEqualTo(handMade().name());
        assertThat(encoder.encode("bake")).containsExactly(1, 0);
        assertThat(encoder.encode("BAKES, bake")).as("plural and case").containsExactly(1, 0);
        float half = (float) Math.sqrt(0.5);
        assertThat(encoder.encode("bake bread")[0]).isCloseTo(half, within(1e-6f));
        assertThat(encoder.encode("bread bake bread")[0])
                .as("(1,3) + the pair's (1,1)")
                .isCloseTo(0.5547f, within(1e-3f));
    }

    @Test
    void aConceptWithARowStandsForTheWholeText() {
        assertThat(encoder.encode("Bread baker")).containsExactly(0, -1);
        assertThat(encoder.encode("bread baker wanted")).isNotEqualTo(new float[] {0, -1});
    }

    @Test
    void priorsAreOfWholeLabels() {
        assertThat(encoder.prior("bake BREAD")).isEqualTo(2);
        assertThat(encoder.prior("bread baker")).isEqualTo(0.5);
        assertThat(encoder.prior("bake")).isZero();
        assertThat(encoder.prior("")).isZero();
    }

    @Test
    void unknownWordsAreReadByTheirLetters() {
        assertThat(lengthOf(encoder.encode("zymurgy"))).isCloseTo(1, within(1e-6));
        assertThat(encoder.encode("zymurgy")).isEqualTo(encoder.encode("Zymurgy!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000\u0007", "…—!?", "🎂", "\ud83c"})
    void whereThereIsNoWordTheVectorIsZero(String text) {
        assertThat(encoder.encode(text)).containsExactly(0, 0);
        assertThat(encoder.similarity(text, "bake")).isZero();
    }

    @Test
    void hugeTextsAreCut() {
        assertThat(encoder.encode("bake ".repeat(2_000_000))).isEqualTo(encoder.encode("bake"));
        assertThat(lengthOf(encoder.encode("x".repeat(5_000_000)))).isCloseTo(1, within(1e-6));
    }

    @Property
    void everyVectorHasLengthOneOrNothing(@ForAll String text) {
        double length = lengthOf(TrainedEncoder.of(handMade()).encode(text));
        assertThat(length == 0 || Math.abs(length - 1) < 1e-5).isTrue();
    }

    @Test
    void manyThreadsGetTheSameAnswer() {
        List<String> texts = IntStream.range(0, 2_000)
                .mapToObj(i -> "bake bread number" + i % 50)
                .toList();
        List<float[]> alone = texts.stream().map(encoder::encode).toList();
        List<float[]> together = texts.parallelStream().map(encoder::encode).toList();
        for (int i = 0; i < alone.size(); i++) assertThat(together.get(i)).isEqualTo(alone.get(i));
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        ModelFiles.read(folder).write(folder.resolve("again"));
        for (String file : List.of("index.bin", "weights-1.bin")) {
            assertThat(folder.resolve("again").resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
        }
    }

    @Test
    void aFolderThatIsNoModelSaysSo() throws IOException {
        assertThatThrownBy(() -> TrainedEncoder.read(folder.resolve("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is no model folder");

        Path index = folder.resolve("index.bin");
        byte[] good = Files.readAllBytes(index);
        byte[] other = good.clone();
        other[4] = 99;
        Files.write(index, other);
        assertThatThrownBy(() -> TrainedEncoder.read(folder)).hasMessageContaining("is of format 99");
        Files.write(index, java.util.Arrays.copyOf(good, good.length - 5));
        assertThatThrownBy(() -> TrainedEncoder.read(folder)).hasMessageContaining("cut short");
        Files.writeString(index, "something else");
        assertThatThrownBy(() -> TrainedEncoder.read(folder)).hasMessageContaining("is not the index of a model");
        Files.write(index, good);

        Files.write(folder.resolve("weights-1.bin"), new byte[3]);
        assertThatThrownBy(() -> TrainedEncoder.read(folder)).hasMessageContaining("has 3 bytes");
        Files.delete(folder.resolve("weights-1.bin"));
        assertThatThrownBy(() -> TrainedEncoder.read(folder)).hasMessageContaining("weights-1.bin: not found");
    }

    private static double lengthOf(float[] vector) {
        return Math.sqrt(SkillEncoder.dot(vector, vector));
    }
}
