package dev.rung.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.encoder.TrainedEncoder;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences read with the shipped model, for the skills of the starter catalogue. */
class ReadingTest {
    private static final Path MODEL = Path.of("models/skills");

    private final TrainedEncoder encoder;
    private final Taxonomy taxonomy;
    private final SkillExtractor extractor;

    ReadingTest() throws Exception {
        encoder = TrainedEncoder.read(MODEL);
        taxonomy = SkillsForTests.starter();
        extractor = SkillExtractor.of(taxonomy, encoder);
    }

    private List<String> found(String text) {
        return extractor.extract(text).stream().map(m -> m.skill().value()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Demonstrate the ability to analyse customer data using Excel dashboards | data-analysis spreadsheets dashboards
            Skills: SQL, C++, C# and Go; k8s                                        | sql
            You bring teamwork, communication skills and good time management.      | teamwork
            Strong command of SQL, Excel and Tableau.                               | sql spreadsheets business-intelligence-tools
            Good knowledge of Excel                                                 | spreadsheets
            Must know Excel.                                                        | spreadsheets
            Experience with Kubernetes, Docker and Terraform.                       | kubernetes containers infrastructure-as-code
            """)
    void namesAreFoundWhereSkillsAreSpokenOf(String text, String expected) {
        assertThat(found(text)).contains(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We are an equal opportunity employer. Reasonable accommodation is available on request.",
                "Failure to respond to the question will result in an ineligible rating.",
                "No experience of welding needed.",
                "Courses in data analysis are not acceptable.",
                "38 U.S.C. applies.",
                "We excel at what we do and go the extra mile.",
                "",
                "🙂",
            })
    void sentencesThatAskForNothingHaveNoSkills(String text) {
        assertThat(found(text)).isEmpty();
    }

    /** Vectors do not see capitals. */
    @Test
    void anOrdinaryWordDoesNotMeanWhatIsCalledSoWithCapitals() {
        String text = "You react to calls and go where customers are.";

        assertThat(extractor.evidence(text))
                .isNotEmpty()
                .extracting(e -> taxonomy.label(e.skill()))
                .doesNotContain("React", "Go");
    }

    /** “Personas” are people in Spanish, and what designers draw in English; “media jornada” is half a day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sie erstellen die Lohnabrechnung für Handwerksbetriebe und pflegen Änderungen in DATEV ein. | payroll datev
            Du entwickelst unser Schulportal weiter, meist in Java und TypeScript.                      | java typescript
            Vous tenez la comptabilité courante et préparez les déclarations de TVA.                    | vat-law
            Diriges una planta de cien personas y reportas a la gerencia.                               |
            Organizas las visitas y los partes de trabajo. Desde casa, media jornada.                   |
            You know SQL and build dashboards. Sie führen zwanzig Menschen und erstellen Dienstpläne.   | sql dashboards
            """)
    void inLanguagesThatTheModelDoesNotKnowJustNamesAreFound(String text, @Nullable String expected) {
        assertThat(found(text)).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
        assertThat(extractor.byNames().extract(text))
                .extracting(m -> m.skill().value())
                .doesNotContain("personas");
    }

    @Test
    void confidenceIsTheProbabilityOfTheEvidence() {
        String text = "Demonstrate the ability to analyse customer data using Excel dashboards";
        Map<String, Double> weights = encoder.reading().orElseThrow().evidence();
        for (Mention mention : extractor.extract(text)) {
            assertThat(extractor.evidence(text))
                    .filteredOn(e -> e.skill().equals(mention.skill()) && e.start() == mention.start())
                    .extracting(e -> e.probability(weights))
                    .contains(mention.confidence());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You analyse customer data with Excel dashboards and present the reports to customers.",
                "Welding and repairing steel gates, reading technical drawings and driving a forklift truck",
                "Prepare meals, keep the kitchen clean and care for elderly people at home.",
            })
    void whatIsNotFoundLostItsWordsToSomethingSurer(String text) {
        Map<String, Double> weights = encoder.reading().orElseThrow().evidence();
        double floor = ExtractionSettings.READING.minConfidence();
        List<Mention> mentions = extractor.extract(text);
        assertThat(mentions).isNotEmpty();
        assertThat(extractor.evidence(text))
                .filteredOn(e -> e.probability(weights) >= floor)
                .allMatch(e -> mentions.stream()
                        .anyMatch(m -> m.confidence() >= e.probability(weights)
                                && (m.skill().equals(e.skill()) || m.start() < e.end() && e.start() < m.end())));
    }

    @Test
    void theSurerAFindMustBeTheFewerThereAre() {
        String text = "You analyse data with SQL, visualise it and present reports to customers.";
        int before = Integer.MAX_VALUE;
        for (double floor : new double[] {0.05, 0.2, 0.5, 0.9, 1}) {
            int finds = extractor
                    .with(new ExtractionSettings(true, floor, 2, 0, 0))
                    .extract(text)
                    .size();
            assertThat(finds).isLessThanOrEqualTo(before);
            before = finds;
        }
    }

    @Property(tries = 200)
    void anyTextHasOrderedMentionsWithinItself(@ForAll String text) {
        List<Mention> mentions = extractor.extract(text + " SQL, " + text + " project management");
        String all = text + " SQL, " + text + " project management";
        assertThat(mentions)
                .allMatch(m -> all.substring(m.start(), m.end()).equals(m.text()))
                .extracting(Mention::skill)
                .doesNotHaveDuplicates();
        assertThat(mentions.stream().map(Mention::start)).isSorted();
        assertThat(extractor.extract(all)).isEqualTo(mentions);
    }

    @Test
    void anEncoderThatHasNotLearnedToReadFindsNames() throws IOException {
        SkillExtractor names = SkillExtractor.of(taxonomy, TrainedEncoder.readVectors(MODEL));
        assertThat(names.evidence("SQL")).isEmpty();
        assertThat(names.extract("We use SQL daily")).extracting(Mention::skill).contains(new SkillId("sql"));
        assertThat(extractor.byNames().extract("We use SQL daily")).isEqualTo(names.extract("We use SQL daily"));
    }
}
