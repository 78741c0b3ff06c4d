package dev.rung.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a text: input, then skill, way and words. */
class SkillExtractorTest {
    private final SkillExtractor extractor = SkillsForTests.ofSmall();

    private String found(String text) {
        return extractor.extract(text).stream()
                .map(m -> m.skill() + " " + m.how() + " " + m.text())
                .collect(Collectors.joining(", "));
    }

    private String skills(String text) {
        return extractor.extract(text).stream().map(m -> m.skill().value()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we analyse data daily                     | analyse-data LABEL analyse data
            we analyze data daily                     | analyse-data LABEL analyze data
            you will be analysing data                | analyse-data WORDS analysing data
            the analysis of data                      | analyse-data WORDS analysis of data
            experience with Data Analyses             | analyse-data ALTERNATIVE Data Analyses
            analyse customer data                     | analyse-data WORDS analyse customer data
            pastry baking                             | bake-pastries WORDS pastry baking
            bakes fine pastry                         | bake-pastries WORDS bakes fine pastry
            data visualization                        | visualise-data ALTERNATIVE data visualization
            health-care, healthcare                   | healthcare ALTERNATIVE health-care
            PATISSERIE                                | patisserie LABEL PATISSERIE
            pump maintenance                          | repair-pumps ALTERNATIVE pump maintenance
            maintain pumps                            | repair-pumps WORDS maintain pumps
            we handle customs law                     | customs-law LABEL customs law
            日本語翻訳の経験                            | translate-japanese LABEL 日本語翻訳
            """)
    void labelsInAnyFormAreFound(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Skills: SQL, R, C++, C#, .NET and Go       | sql r c-plus-plus c-sharp dot-net go
            ASP.NET or golang                          | dot-net go
            k8s, CI/CD, NLP                            | kubernetes cicd nlp
            programming in R or Swift                  | r swift
            Go developers use SQL                      | sql
            IT helpdesk                                | it-support
            Swift is required                          | swift
            """)
    void technologyNamesAreFound(String text, String expected) {
        assertThat(skills(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we go to town in a swift car",
                "it is late, as is usual",
                "they excel at what they do",
                "ACT AS IF IT IS R",
                "plan r today",
                "a system full of information",
                "the data. Analyse it later",
                "customer law",
            })
    void ordinaryWordsAreNoSkills(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void theLongestLabelWins() {
        assertThat(skills("analyse big data")).isEqualTo("big-data");
    }

    @Test
    void aWordServesTwoSkillsInACoordination() {
        assertThat(skills("install and repair pumps")).isEqualTo("install-pumps repair-pumps");
    }

    @Test
    void aLearningOutcomeLandsOnItsSkills() {
        assertThat(skills("Demonstrate the ability to analyse customer data using Excel dashboards"))
                .isEqualTo("analyse-data spreadsheets dashboards");
    }

    @Test
    void softSkillsAreFoundLikeOthers() {
        assertThat(
                        skills(
                                "You bring teamwork, communication skills and good time management; you work without supervision."))
                .isEqualTo("teamwork communication time-management independence");
    }

    @Test
    void eachSkillComesOnceWithItsBestMention() {
        assertThat(found("analysing customer data, later data analysis, again analyse data"))
                .isEqualTo("analyse-data LABEL analyse data");
    }

    @Test
    void confidenceFallsWithDistanceFromTheLabel() {
        assertThat(confidence("analyse data"))
                .isGreaterThan(confidence("data analysis"))
                .isGreaterThan(confidence("analysing data"));
        assertThat(confidence("analysing data")).isGreaterThan(confidence("analysing customer data"));
    }

    private double confidence(String text) {
        return extractor.extract(text).get(0).confidence();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\n\n", "🙂🙂", "\u0000\u0007\u001b", "\ud800", "...", "12345", "Привет, мир", "مرحبا"})
    void textsWithoutSkillsHaveNone(String text) {
        assertThat(extractor.extract(text)).isEmpty();
    }

    @Test
    void spansAreInTheTextAsGiven() {
        String text = "🙂 e\u0301t\u00e9: analyse\u00a0data\u0000, Pa\u0302tisserie";
        assertThat(found(text)).isEqualTo("analyse-data LABEL analyse\u00a0data, patisserie LABEL Pa\u0302tisserie");
        assertThat(extractor.extract(text))
                .allMatch(m -> text.substring(m.start(), m.end()).equals(m.text()));
    }

    @Test
    void aHugeTextIsReadToItsEnd() {
        String text = "Filler without meaning, ".repeat(9_000) + "and SQL.";
        assertThat(skills(text)).isEqualTo("sql");
    }
}
