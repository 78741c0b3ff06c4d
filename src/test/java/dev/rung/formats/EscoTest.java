package dev.rung.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.catalogue.Kind;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Alignment;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.SkillKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A classification of four skills and two occupations in ESCO's columns. */
class EscoTest {
    private static final String GROUP = "http://data.europa.eu/esco/skill/group-";
    private static final String SKILL = "http://data.europa.eu/esco/skill/";
    private static final String OCCUPATION = "http://data.europa.eu/esco/occupation/";

    @TempDir
    Path folder;

    Trial trial;
    Map<String, String> files;

    @BeforeEach
    void start() {
        trial = new Trial(folder);
        files = new LinkedHashMap<>();
        files.put("skills_en.csv", """
                conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description
                KnowledgeSkillCompetence,%1$sbake,skill/competence,sector-specific,bake,"bake
                do baking
                Baking",oven work,released,"Use an oven, well."
                KnowledgeSkillCompetence,%1$schem,knowledge,cross-sector,chemistry,,,released,
                KnowledgeSkillCompetence,%1$steam,skill/competence,transversal,work in teams,,,released,
                KnowledgeSkillCompetence,%1$sgerman,knowledge,transversal,German,,,released,
                KnowledgeSkillCompetence,%1$sr,knowledge,sector-specific,R,,,released,
                KnowledgeSkillCompetence,%1$sad59afe4-6f8a-4bc4-acfd-0f228277508a,knowledge,sector-specific,statistics software,,,released,
                """.formatted(SKILL));
        files.put("skillGroups_en.csv", """
                conceptType,conceptUri,preferredLabel,code
                SkillGroup,%1$sS,skills,S
                SkillGroup,%1$sS1,making food,S1
                SkillGroup,http://data.europa.eu/esco/isced-f/0531,chemistry,
                """.formatted(GROUP));
        files.put("broaderRelationsSkillPillar.csv", """
                conceptType,conceptUri,broaderType,broaderUri
                SkillGroup,%1$sS1,SkillGroup,%1$sS
                KnowledgeSkillCompetence,%2$sbake,SkillGroup,%1$sS1
                KnowledgeSkillCompetence,%2$sbake,KnowledgeSkillCompetence,%2$schem
                KnowledgeSkillCompetence,%2$schem,SkillGroup,http://data.europa.eu/esco/isced-f/0531
                KnowledgeSkillCompetence,%2$sr,KnowledgeSkillCompetence,%2$sad59afe4-6f8a-4bc4-acfd-0f228277508a
                KnowledgeSkillCompetence,%2$snowhere,SkillGroup,%1$sS1
                """.formatted(GROUP, SKILL));
        files.put("skillSkillRelations.csv", """
                originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri
                %1$sbake,skill/competence,optional,skill/competence,%1$steam
                %1$sbake,skill/competence,optional,skill/competence,%1$sbake
                """.formatted(SKILL));
        files.put(
                "languageSkillsCollection_en.csv",
                "conceptType,conceptUri\nKnowledgeSkillCompetence,%sgerman\n".formatted(SKILL));
        files.put("occupations_en.csv", """
                conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,description,code
                Occupation,%1$sbaker,7512,baker,"bread baker
                baker",,released,Bakers bake.,7512.1
                Occupation,%1$schemist,2113,chemist,,,released,,2113.1
                """.formatted(OCCUPATION));
        files.put("occupationSkillRelations.csv", """
                occupationUri,relationType,skillType,skillUri
                %1$sbaker,essential,skill/competence,%2$sbake
                %1$sbaker,optional,knowledge,%2$schem
                %1$schemist,essential,knowledge,%2$schem
                %1$sghost,essential,knowledge,%2$schem
                %1$schemist,essential,knowledge,%2$sghost
                %1$schemist,perhaps,knowledge,%2$sbake
                """.formatted(OCCUPATION, SKILL));
    }

    private Path unpacked() {
        files.forEach((name, text) -> trial.file(name, text.getBytes(StandardCharsets.UTF_8)));
        return folder;
    }

    private Path zipped(String prefix) {
        Path zip = folder.resolve("esco.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                out.putNextEntry(new ZipEntry(prefix + entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip;
    }

    @Test
    void skills_come_with_their_labels_kinds_links_and_groups() {
        trial.esco(unpacked());

        Skill bake = trial.get(Kind.SKILLS, SKILL + "bake");
        assertThat(bake.label()).isEqualTo("bake");
        assertThat(bake.altLabels()).containsExactly("do baking", "Baking", "oven work");
        assertThat(bake.description()).contains("Use an oven, well.");
        assertThat(bake.broader()).containsExactly(new SkillId(SKILL + "chem"));
        assertThat(bake.related()).containsExactly(new SkillId(SKILL + "team"));
        assertThat(bake.groups()).containsExactly("S", "S1", "isced-f:0531");
        assertThat(kind("bake")).isEqualTo(SkillKind.SKILL);
        assertThat(kind("chem")).isEqualTo(SkillKind.KNOWLEDGE);
        assertThat(kind("team")).isEqualTo(SkillKind.TRANSVERSAL);
        assertThat(kind("german")).isEqualTo(SkillKind.LANGUAGE);
        assertThat(kind("r")).isEqualTo(SkillKind.TOOL);
        assertThat(kind("ad59afe4-6f8a-4bc4-acfd-0f228277508a")).isEqualTo(SkillKind.KNOWLEDGE);
    }

    private SkillKind kind(String skill) {
        return trial.get(Kind.SKILLS, SKILL + skill).kind();
    }

    @Test
    void occupations_become_roles_that_ask_for_rare_skills_most() {
        trial.esco(unpacked());

        Role baker = trial.get(Kind.ROLES, OCCUPATION + "baker");
        assertThat(baker.title()).isEqualTo("baker");
        assertThat(baker.altTitles()).containsExactly("bread baker");
        assertThat(baker.group()).contains("7512");
        assertThat(baker.alignments()).containsExactly(new Alignment("isco-08:7512"));
        assertThat(baker.requirements()).extracting(Requirement::isEssential).containsExactly(true, false);
        // One of two occupations asks for baking, both for chemistry: ln(3/1)/ln 3 = 1 and ln(3/2)/ln 3 = 0.369.
        assertThat(baker.requirements()).extracting(Requirement::weight).containsExactly(1.0, 0.342);
    }

    @Test
    void every_row_is_accounted_for_and_bad_ones_are_named_by_line() {
        ImportReport report = trial.esco(unpacked());

        assertThat(report.counts())
                .containsEntry("skills", 6L)
                .containsEntry("roles", 2L)
                .containsEntry("relations", 3L)
                .containsEntry("broader", 5L)
                .containsEntry("related", 1L);
        assertThat(report.errors())
                .extracting(p -> p.file() + ":" + p.line() + " " + p.field())
                .containsExactly(
                        "broaderRelationsSkillPillar.csv:7 /conceptUri",
                        "skillSkillRelations.csv:3 /relatedSkillUri",
                        "occupationSkillRelations.csv:5 /occupationUri",
                        "occupationSkillRelations.csv:6 /skillUri",
                        "occupationSkillRelations.csv:7 /relationType");
        assertThat(report.read())
                .isEqualTo(report.accepted() + report.rejected())
                .isEqualTo(6 + 2 + 6 + 6 + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ESCO dataset - v1.1.1 - classification - en - csv/", "../../../../tmp/", "/etc/", "..\\..\\"
            })
    void a_zip_is_read_where_it_lies_whatever_its_names_say(String prefix) throws IOException {
        Path zip = zipped(prefix);
        ImportReport packed = trial.esco(zip);

        assertThat(packed.counts()).containsEntry("skills", 6L).containsEntry("relations", 3L);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(zip);
        }
    }

    @Test
    void a_zip_with_two_files_of_one_name_is_refused() {
        files.put("other/skills_en.csv", "conceptUri\n");

        assertThatThrownBy(() -> trial.esco(zipped(""))).hasMessageContaining("two files skills_en.csv");
    }

    @Test
    void a_zip_with_thousands_of_files_is_refused() {
        for (int i = 0; i < EscoFiles.MAX_ENTRIES; i++) files.put("f" + i, "");

        assertThatThrownBy(() -> trial.esco(zipped(""))).hasMessageContaining("more than the 1000");
    }

    @Test
    void what_unpacks_without_end_is_given_up() {
        var endless = new EscoFiles.Bounded(
                new java.io.InputStream() {
                    @Override
                    public int read() {
                        return 'a';
                    }
                },
                "skills_en.csv",
                100_000);

        assertThatThrownBy(endless::readAllBytes).hasMessageContaining("unpacks to more than");
    }

    @Test
    void a_missing_file_is_named() {
        files.remove("skills_en.csv");

        assertThatThrownBy(() -> trial.esco(unpacked()))
                .hasCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("skills_en.csv");
    }

    @Test
    void a_missing_collection_is_only_noted() {
        ImportReport report = trial.esco(unpacked());

        assertThat(report.notes()).anySatisfy(n -> assertThat(n.message()).contains("greenSkillsCollection_en.csv"));
    }

    @Property
    void an_essential_skill_always_outweighs_an_optional_one(
            @ForAll @IntRange(min = 1, max = 5_000) int occupations,
            @ForAll @IntRange(min = 1, max = 5_000) int a,
            @ForAll @IntRange(min = 1, max = 5_000) int b) {
        double essential = EscoWeights.weight(true, Math.min(a, occupations), occupations);
        double optional = EscoWeights.weight(false, Math.min(b, occupations), occupations);

        assertThat(essential).isBetween(0.5, 1.0);
        assertThat(optional).isBetween(0.25, 0.5).isLessThanOrEqualTo(essential);
        assertThat(EscoWeights.specificity(Math.min(a, occupations), occupations))
                .isGreaterThan(0)
                .isLessThanOrEqualTo(1);
    }
}
