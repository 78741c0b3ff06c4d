package dev.rung.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.encoder.LexicalEncoder;
import dev.rung.skill.Skill;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole of ESCO: 13,896 skills with 100,000 names, many of which several skills share. */
class EscoExtractionTest {
    private static Taxonomy esco = Taxonomy.EMPTY;
    private static SkillExtractor extractor = SkillExtractor.of(esco, new LexicalEncoder());

    @BeforeAll
    static void load() throws IOException {
        esco = SkillsForTests.esco();
        extractor = SkillExtractor.of(esco, new LexicalEncoder());
    }

    @Test
    void everyLabelAloneIsFound() {
        List<String> missed = new ArrayList<>();
        for (Skill skill : esco.skills()) {
            if (extractor.extract(skill.label()).stream()
                    .noneMatch(m -> m.skill().equals(skill.id()))) {
                missed.add(skill.label());
            }
        }
        // A few labels are another skill's words in another order or with other function words.
        assertThat(missed).hasSizeLessThan(esco.size() / 200);
    }

    @Test
    void everyLabelResolvesToASkillOfThatName() {
        for (Skill skill : esco.skills()) {
            assertThat(extractor.resolve(skill.label()).map(m -> esco.label(m.skill())
                            .toLowerCase()))
                    .contains(skill.label().toLowerCase());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Demonstrate the ability to analyse customer data using Excel dashboards | use spreadsheets software
            You write clean Java, JavaScript and SQL                                | Java (computer programming)
            counselling students in their careers, infection control                | infection control
            proven project management skills                                        | project management
            Ability to work in teams is a must                                      | work in teams
            knowledge of C# and .NET                                                | C#
            """)
    void sentencesLandOnSkills(String text, String label) {
        assertThat(extractor.extract(text)).anyMatch(m -> esco.label(m.skill()).contains(label));
    }
}
