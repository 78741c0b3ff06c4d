package dev.rung.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.encoder.LexicalEncoder;
import dev.rung.json.InvalidJson;
import dev.rung.skill.Skill;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The starter catalogue's skills in sentences of the requirements. */
class StarterExtractionTest {
    @Test
    void aLearningOutcomeLandsOnDataSpreadsheetsAndDashboards() throws IOException, InvalidJson {
        SkillExtractor extractor = SkillExtractor.of(SkillsForTests.starter(), new LexicalEncoder());
        assertThat(extractor.extract("Demonstrate the ability to analyse customer data using Excel dashboards"))
                .extracting(m -> m.skill().value())
                .containsExactly("data-analysis", "spreadsheets", "dashboards");
    }

    @Test
    void everyNameAloneIsFound() throws IOException, InvalidJson {
        Taxonomy taxonomy = SkillsForTests.starter();
        SkillExtractor extractor = SkillExtractor.of(taxonomy, new LexicalEncoder());
        List<String> missed = new ArrayList<>();
        for (Skill skill : taxonomy.skills()) {
            List<String> names = new ArrayList<>(skill.altLabels());
            names.add(skill.label());
            for (String name : names) {
                if (extractor.extract(name).stream().noneMatch(m -> m.skill().equals(skill.id()))) missed.add(name);
            }
        }
        assertThat(missed).isEmpty();
    }
}
