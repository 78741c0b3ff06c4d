package dev.rung.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One name as people type it: the name, then skill and way. */
class ResolveTest {
    private final SkillExtractor extractor = SkillsForTests.ofSmall();

    @ParameterizedTest
    @CsvSource({
        "analyse-data, analyse-data LABEL",
        "Analyse Data, analyse-data LABEL",
        "Data-Analysis, analyse-data ALTERNATIVE",
        "analyzing data, analyse-data WORDS",
        "r, r LABEL",
        "c++, c-plus-plus LABEL",
        "Excel, spreadsheets WORDS",
        "baking pastry, bake-pastries WORDS",
        "  sql , sql LABEL",
        "repairing of pumps, repair-pumps WORDS",
        "comunicate clearly, communication VECTOR",
        "swift, swift LABEL",
    })
    void namesFindTheirSkill(String name, String expected) {
        assertThat(extractor.resolve(name).map(m -> m.skill() + " " + m.how())).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "🙂", "underwater archaeology", "the", "\ud800"})
    void whatIsNoSkillHasNone(String name) {
        assertThat(extractor.resolve(name)).isEmpty();
    }
}
