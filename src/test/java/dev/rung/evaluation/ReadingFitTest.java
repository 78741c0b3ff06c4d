package dev.rung.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rung.encoder.ReadingWeights;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.encoder.training.Sentences;
import dev.rung.extract.Evidence;
import dev.rung.extract.ExtractionSettings;
import dev.rung.extract.SkillExtractor;
import dev.rung.json.Json;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.SkillKind;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped model's vectors learn to read a few invented sentences. */
class ReadingFitTest {
    private static final Path MODEL = Path.of("models/skills");

    private static final Taxonomy TAXONOMY = Taxonomy.of(List.of(
            skill("bake pastries"),
            skill("weld steel"),
            skill("drive lorries"),
            skill("write reports"),
            skill("analyse data"),
            skill("teach children"),
            skill("manage staff"),
            skill("repair engines")));

    private static final List<LabelledSentence> BAKERY = List.of(
            sentence("You bake pastries and breads from four in the morning.", "bake pastries"),
            sentence("Experience of managing staff in a bakery is wanted.", "manage staff"),
            sentence("You will be making croissants and cakes every day.", "bake pastries"),
            sentence("At night our lorries take the loaves to the shops, so you drive lorries.", "drive lorries"));

    private static final List<LabelledSentence> OFFICE = List.of(
            sentence("Strong skills in data analysis are required.", "analyse data"),
            sentence("You analyse data and write reports about it.", "analyse data", "write reports"),
            sentence("Leading a team of ten people is part of the role.", "manage staff"),
            sentence("Reporting in writing to the board.", "write reports"));

    private static final List<String> MEASURED =
            List.of("You bake pastries and breads from four in the morning.", "Somebody else's question");

    @TempDir
    Path folder;

    private TrainedEncoder encoder;
    private Sentences training;

    @BeforeEach
    void read() throws IOException {
        encoder = TrainedEncoder.readVectors(MODEL);
        Files.writeString(folder.resolve("skillspan_train.json"), """
                {"tokens":["You","weld","steel","daily"],"tags_skill":["O","B","I","O"],"tags_knowledge":["O","O","O","O"]}
                {"tokens":["Skills","in","repairing","engines"],"tags_skill":["O","O","B","I"],"tags_knowledge":["O","O","O","O"]}
                {"tokens":["We","teach","children","of","all","people","equal","pay"],"tags_skill":["O","O","O","O","O","O","O","O"],"tags_knowledge":["O","O","O","O","O","O","O","O"]}
                {"tokens":["Apply","by","Friday"],"tags_skill":["O","O","O"],"tags_knowledge":["O","O","O"]}
                {"tokens":["Our","office","is","in","the","centre"],"tags_skill":["O","O","O","O","O","O"],"tags_knowledge":["O","O","O","O","O","O"]}
                """);
        Files.writeString(folder.resolve("skillskape_train.csv"), """
                ,sentence,skills
                0,"A passion for baking pastries of every kind is a must.","['bake pastries']"
                1,"The ideal candidate welds steel frames and repairs engines.","['weld steel', 'repair engines']"
                2,"You are able to lead and manage staff, and to teach.","['manage staff', 'UNK']"
                3,"You bake pastries and breads from four in the morning!","['drive lorries']"
                4,"Proficiency in driving lorries over long distances.","['drive lorries', 'know the roads']"
                """);
        training = Sentences.read(folder);
    }

    @Test
    void theSameSentencesGiveTheSameBytes() throws IOException {
        byte[] once = Json.write(fit().weights());
        assertThat(Json.write(fit().weights())).isEqualTo(once);
        TrainedEncoder hasLearned = TrainedEncoder.read(MODEL);
        assertThat(Json.write(new ReadingFit(hasLearned, TAXONOMY, training, MEASURED, sets()).weights()))
                .isEqualTo(once);
    }

    @Test
    void everyKindOfEvidenceHasAWeight() {
        ReadingWeights weights = fit().weights();
        assertThat(weights.model()).isEqualTo(encoder.name());
        assertThat(weights.sense()).hasSize(encoder.dimensions() + 1);
        assertThat(weights.evidence()).containsOnlyKeys(Evidence.NAMES);
    }

    @Test
    void theHigherTheProbabilityTheMoreAreRight() {
        List<Find> finds = finds(fit().weights());
        finds.sort(Comparator.comparingDouble(Find::probability));
        int third = finds.size() / 3;
        double low = right(finds.subList(0, third));
        double middle = right(finds.subList(third, 2 * third));
        double high = right(finds.subList(2 * third, finds.size()));
        assertThat(low).isLessThanOrEqualTo(middle);
        assertThat(middle).isLessThanOrEqualTo(high);
        assertThat(low).isLessThan(high);
    }

    @Test
    void withTheShippedWeightsNearerSkillsAreLikelier() throws IOException {
        ReadingWeights shipped = TrainedEncoder.read(MODEL).reading().orElseThrow();
        for (Find find : finds(shipped)) {
            Evidence e = find.evidence();
            Evidence nearer = new Evidence(
                    e.skill(),
                    e.start(),
                    e.end(),
                    e.how(),
                    e.proper(),
                    e.name(),
                    e.whole() + 0.1,
                    e.part(),
                    e.prior(),
                    e.gap(),
                    e.sense());
            assertThat(nearer.probability(shipped.evidence())).isGreaterThan(e.probability(shipped.evidence()));
        }
    }

    @Test
    void whatIsLeftOutTeachesNothing() {
        ReadingFit fit = fit();
        assertThat(fit.without("office-validation", 2, 2)).isEqualTo(fit.weights());
        assertThat(fit.without("unknown", 0, 4)).isEqualTo(fit.weights());
        ReadingWeights rest = fit.without("office-validation", 0, 1);
        assertThat(rest.evidence()).isNotEqualTo(fit.weights().evidence());
        assertThat(rest.sense()).isEqualTo(fit.weights().sense());
        List<LabelledSentence> other = new ArrayList<>(OFFICE);
        other.set(0, sentence("Strong skills in data analysis are required.", "repair engines"));
        ReadingFit otherwise = new ReadingFit(
                encoder, TAXONOMY, training, MEASURED, Map.of("bakery-validation", BAKERY, "office-validation", other));
        assertThat(otherwise.weights()).isNotEqualTo(fit.weights());
        assertThat(otherwise.without("office-validation", 0, 1)).isEqualTo(rest);
    }

    @Test
    void whatIsMeasuredOnIsNotLearnedFrom() throws IOException {
        assertThat(fit().leftOut()).isOne();
        Path file = folder.resolve("skillskape_train.csv");
        Files.writeString(file, Files.readString(file).replaceFirst("(?m)^3,.*\n", ""));
        assertThat(new ReadingFit(encoder, TAXONOMY, Sentences.read(folder), MEASURED, sets()).weights())
                .isEqualTo(fit().weights());
    }

    @Test
    void calibrationMovesTwoNumbersOnly() {
        Map<String, Double> raw = new ReadingFit(encoder, TAXONOMY, training, MEASURED, Map.of())
                .weights()
                .evidence();
        Map<String, Double> calibrated = fit().weights().evidence();
        double slope = calibrated.get("meant score") / raw.get("meant score");
        double shift = calibrated.get("meant") - slope * raw.get("meant");
        for (String name : Evidence.NAMES) {
            double moved = Set.of("meant", "named", "proper").contains(name) ? shift : 0;
            assertThat(calibrated.get(name)).as(name).isCloseTo(slope * raw.get(name) + moved, within(1e-2));
        }
        assertThat(shift).isNotZero();
    }

    private ReadingFit fit() {
        return new ReadingFit(encoder, TAXONOMY, training, MEASURED, sets());
    }

    private static Map<String, List<LabelledSentence>> sets() {
        return Map.of("bakery-validation", BAKERY, "office-validation", OFFICE);
    }

    private record Find(Evidence evidence, double probability, boolean right) {}

    private List<Find> finds(ReadingWeights weights) {
        SkillExtractor extractor = SkillExtractor.of(TAXONOMY, encoder.with(weights), ExtractionSettings.READING);
        List<Find> finds = new ArrayList<>();
        for (List<LabelledSentence> set : List.of(BAKERY, OFFICE)) {
            for (LabelledSentence sentence : set) {
                for (Evidence evidence : extractor.evidence(sentence.text())) {
                    finds.add(new Find(
                            evidence,
                            evidence.probability(weights.evidence()),
                            sentence.skills().contains(evidence.skill())));
                }
            }
        }
        return finds;
    }

    private static double right(List<Find> finds) {
        return (double) finds.stream().filter(Find::right).count() / finds.size();
    }

    private static LabelledSentence sentence(String text, String... skills) {
        return new LabelledSentence(
                text,
                Set.copyOf(List.of(skills).stream().map(ReadingFitTest::id).toList()));
    }

    private static SkillId id(String label) {
        return new SkillId(label.replace(' ', '-'));
    }

    private static Skill skill(String label) {
        return new Skill(
                id(label),
                label,
                List.of(),
                SkillKind.SKILL,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
