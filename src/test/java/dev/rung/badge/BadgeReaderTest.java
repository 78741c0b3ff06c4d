package dev.rung.badge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.badge.Achievement.AchievedSkill;
import dev.rung.credential.AssessmentKind;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.extract.SkillExtractor;
import dev.rung.json.Json;
import dev.rung.person.EvidenceKind;
import dev.rung.skill.Alignment;
import dev.rung.skill.Level;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.SkillKind;
import dev.rung.skill.Taxonomy;
import dev.rung.trust.CredentialDocument;
import dev.rung.trust.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A badge → the skills it is about, how well, whether they were tested, and why. */
class BadgeReaderTest {
    private static final String ESCO = "http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000001";
    private static final Taxonomy TAXONOMY = Taxonomy.of(List.of(
            skill("bake-bread", "bake bread", ESCO, "https://credentialengineregistry.org/resources/ce-1"),
            skill("sql", "SQL", "onet:2.B.3", "https://case.example/ims/case/v1p0/CFItems/1"),
            skill("browse", "browse digital content", "digcomp:1.1"),
            skill("teamwork", "teamwork", "https://osmt.example/api/skills/77")));
    private static final BadgeReader READER =
            new BadgeReader(TAXONOMY, SkillExtractor.of(TAXONOMY, new LexicalEncoder()));

    private static Skill skill(String id, String label, String... alignments) {
        return new Skill(
                new SkillId(id),
                label,
                List.of(),
                SkillKind.SKILL,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Stream.of(alignments).map(Alignment::new).toList());
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** A badge with this in its achievement, and this in its subject. */
    private static ObjectNode badge(String achievement, String subject) {
        return tree("""
                {"type": ["VerifiableCredential", "OpenBadgeCredential"], "issuer": {"id": "did:example:college", "name": "A college"},
                 "validFrom": "2026-05-01T10:00:00Z", "validUntil": "2028-05-01T00:00:00Z",
                 "credentialSubject": {%s"achievement": {"name": "A badge"%s}}}""".formatted(
                        subject.isEmpty() ? "" : subject + ", ", achievement.isEmpty() ? "" : ", " + achievement));
    }

    private static List<Achievement> read(JsonNode document) {
        try {
            return READER.read(CredentialDocument.read(Json.write(document), 1_000_000));
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Achievement one(String achievement) {
        return read(badge(achievement, "")).getFirst();
    }

    private static Achievement one(String achievement, String subject) {
        return read(badge(achievement, subject)).getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "targetUrl": "http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000001"  | bake-bread | id
            "targetUrl": "https://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000001" | bake-bread | id
            "targetUrl": "https://esco.ec.europa.eu/en/classification/skills?uri=http%3A%2F%2Fdata.europa.eu%2Fesco%2Fskill%2F00000000-0000-0000-0000-000000000001" | bake-bread | id
            "targetUrl": "https://credentialengineregistry.org/resources/ce-1", "targetType": "CTDL" | bake-bread | id
            "targetCode": "2.B.3", "targetFramework": "O*NET", "targetName": "Technical"             | sql        | id
            "targetUrl": "https://case.example/ims/case/v1p0/CFItems/1", "targetType": "CFItem"      | sql        | id
            "targetCode": "1.1", "targetFramework": "DigComp 2.2", "targetName": "1.1"               | browse     | id
            "targetUrl": "https://osmt.example/api/skills/77"                                        | teamwork   | id
            "targetUrl": "https://elsewhere.example/1", "targetName": "Baking bread"                 | bake-bread | words
            "targetUrl": "https://elsewhere.example/1", "targetName": "Teamwork"                     | teamwork   | label
            """)
    void an_alignment_is_a_skill_by_its_address_or_else_by_its_name(String alignment, String skill, String how) {
        AchievedSkill found =
                one("\"alignment\": [{" + alignment + "}]").skills().getFirst();

        assertThat(found.skill().value()).isEqualTo(skill);
        assertThat(found.from()).isEqualTo("alignment");
        if (how.equals("id")) assertThat(found.confidence()).isEqualTo(1);
        else assertThat(found.confidence()).isLessThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"targetName\": \"SQL\", \"targetType\": \"ceterms:Certificate\"",
                "\"targetName\": \"SQL\", \"targetUrl\": \"http://data.europa.eu/esco/occupation/1\"",
                "\"targetName\": \"SQL\", \"targetFramework\": \"European Qualifications Framework\"",
                "\"targetName\": \"SQL\", \"targetType\": \"CFRubricCriterionLevel\"",
                "\"targetName\": \"something else altogether\"",
                "\"targetName\": 7",
            })
    void what_an_alignment_names_is_not_always_a_skill(String alignment) {
        assertThat(one("\"alignment\": [{" + alignment + "}]").skills()).isEmpty();
    }

    @Test
    void words_count_where_alignments_lead_to_no_skill() {
        String criteria = "\"criteria\": {\"narrative\": \"The holder can bake bread. Teamwork is part of it.\"}";

        assertThat(one(criteria).skills())
                .extracting(s -> s.skill().value(), AchievedSkill::from)
                .containsExactly(tuple("bake-bread", "criteria"), tuple("teamwork", "criteria"));
        assertThat(one(criteria + ", \"alignment\": {\"targetName\": \"SQL\"}").skills())
                .extracting(s -> s.skill().value())
                .containsExactly("sql");
    }

    @Test
    void a_name_says_more_surely_what_it_is_about_than_criteria_do() {
        Achievement named = one("\"name\": \"SQL\"".replace("\"name\"", "\"tag\""));
        Achievement told = one("\"criteria\": \"SQL\"");

        assertThat(named.skills().getFirst().confidence())
                .isGreaterThan(told.skills().getFirst().confidence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "alignment": [{"targetFramework": "EQF", "targetCode": "6"}, SQL]                                   | ADVANCED     | eqf 6
            "alignment": [{"targetUrl": "http://data.europa.eu/snb/eqf/2"}, SQL]                                | FOUNDATION   | eqf 2
            "alignment": [{"targetFramework": "European Qualifications Framework", "targetName": "Level 7"}, SQL] | EXPERT     | eqf 7
            "alignment": [{"targetFramework": "SCQF", "targetName": "SCQF level 6"}, SQL]                       | INTERMEDIATE | scqf 6
            "alignment": [{"targetFramework": "Regulated Qualifications Framework", "targetName": "3"}, SQL]    | INTERMEDIATE | rqf 3
            "alignment": [{"targetFramework": "EQF", "targetCode": "12"}, SQL]                                  | INTERMEDIATE | default
            "achievementType": "BachelorDegree", "alignment": [SQL]                                             | ADVANCED     | type BachelorDegree
            "alignment": [SQL]                                                                                  | INTERMEDIATE | default
            """)
    void the_level_and_what_says_so(String achievement, Level level, String from) {
        AchievedSkill skill = one(achievement.replace("SQL", "{\"targetName\": \"SQL\"}"))
                .skills()
                .getFirst();

        assertThat(skill.level()).isEqualTo(level);
        assertThat(skill.levelFrom()).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({
        "Introduction to SQL, FOUNDATION",
        "Advanced SQL, ADVANCED",
        "SQL for experts, EXPERT",
        "SQL, INTERMEDIATE"
    })
    void a_word_of_level_in_its_name(String name, Level level) {
        ObjectNode badge = badge("\"alignment\": {\"targetName\": \"SQL\"}", "");
        ((ObjectNode) badge.at("/credentialSubject/achievement")).put("name", name);

        assertThat(read(badge).getFirst().skills().getFirst().level()).isEqualTo(level);
    }

    @Test
    void a_level_reached_in_a_result_counts_before_all_else() {
        Achievement read = one("""
                "achievementType": "BachelorDegree", "alignment": [{"targetName": "SQL"}],
                "resultDescription": [{"id": "urn:r", "name": "Task", "resultType": "RubricCriterionLevel",
                  "rubricCriterionLevel": [{"id": "urn:l1", "level": "Foundation", "name": "1"}]}]""", """
                "result": [{"resultDescription": "urn:r", "achievedLevel": "urn:l1", "alignment": [{"targetName": "teamwork"}]}]""");

        assertThat(read.skills()).extracting(AchievedSkill::level).containsOnly(Level.FOUNDATION);
        assertThat(read.skills()).extracting(AchievedSkill::levelFrom).containsOnly("result");
        assertThat(read.skills()).extracting(s -> s.skill().value()).containsExactly("sql", "teamwork");
        assertThat(read.because().code()).isEqualTo("result_recorded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "criteria": {"narrative": "Pass a proctored exam of two hours."}            | ASSESSED | criteria_name_a_test       | PROCTORED_EXAM
            "criteria": {"narrative": "Take a written test and hand in a project."}     | ASSESSED | criteria_name_a_test       | PROJECT, EXAM
            "criteria": {"narrative": "Eine praktische Prüfung vor zwei Meistern."}     | ASSESSED | criteria_name_a_test       | PRACTICAL
            "criteria": {"narrative": "Peer-reviewed case study."}                      | ASSESSED | criteria_name_a_test       | PEER_REVIEW, CASE_STUDY
            "criteria": {"narrative": "Score at least 70 % or higher."}                 | ASSESSED | criteria_name_a_test       |
            "criteria": {"narrative": "Attend all six evenings."}                       | ATTENDED | criteria_name_attendance   |
            "criteria": {"narrative": "Attend all evenings; there is no exam."}         | ATTENDED | criteria_name_attendance   |
            "criteria": {"narrative": "Teilnahme an allen Abenden, ohne Prüfung."}      | ATTENDED | criteria_name_attendance   |
            "achievementType": "Certification"                                          | ASSESSED | type_is_tested             |
            "achievementType": "Certification", "criteria": {"narrative": "Attendance"} | ATTENDED | criteria_name_attendance   |
            "achievementType": "CertificateOfCompletion"                                | ATTENDED | nothing_says_tested        |
            "criteria": {"narrative": "Physical examination of patients in projects."}  | ATTENDED | nothing_says_tested        |
            "description": "Prepares for the final exam."                               | ATTENDED | nothing_says_tested        |
            "description": "About bread."                                               | ATTENDED | nothing_says_tested        |
            """)
    void tested_or_attended_by_the_first_rule_that_applies(
            String achievement, EvidenceKind kind, String rule, String kinds) {
        Achievement read = one(achievement);

        assertThat(read.evidence()).isEqualTo(kind);
        assertThat(read.because().code()).isEqualTo(rule);
        assertThat(Set.copyOf(read.assessment()))
                .isEqualTo(
                        kinds == null
                                ? Set.of()
                                : Stream.of(kinds.split(", "))
                                        .map(AssessmentKind::valueOf)
                                        .collect(Collectors.toSet()));
    }

    @Test
    void evidence_that_names_a_test_is_one() {
        ObjectNode badge = badge("", "");
        badge.putArray("evidence").addObject().put("genre", "Portfolio").put("narrative", "Twelve loaves.");

        assertThat(read(badge).getFirst().because().code()).isEqualTo("evidence_names_a_test");
        assertThat(read(badge).getFirst().assessment()).containsExactly(AssessmentKind.PROJECT);
    }

    @Test
    void what_somebody_issues_to_themselves_is_what_they_say() {
        Achievement own =
                one("\"criteria\": {\"narrative\": \"A proctored exam.\"}", "\"id\": \"did:example:college\"");

        assertThat(own.evidence()).isEqualTo(EvidenceKind.SELF);
        assertThat(own.because().code()).isEqualTo("issued_to_oneself");
        assertThat(own.assessment()).isEmpty();
    }

    @Test
    void its_days_are_those_that_have_its_first_and_its_last_moment() {
        Achievement read = one("");

        assertThat(read.awardedOn()).contains(LocalDate.of(2026, 5, 1));
        assertThat(read.validUntil()).contains(LocalDate.of(2028, 4, 30));
    }

    @Test
    void a_badge_of_version_2() {
        Achievement read = read(tree("""
                {"type": "Assertion", "issuedOn": "2020-01-31", "recipient": {"type": "email", "identity": "a@example.org"},
                 "badge": {"type": "BadgeClass", "name": "Bread", "issuer": {"id": "https://college.example", "name": "A college"},
                   "criteria": {"narrative": "A practical exam"}, "alignment": [{"targetName": "bake bread", "targetUrl": "%s"}]}}""".formatted(ESCO))).getFirst();

        assertThat(read.issuerId()).contains("https://college.example");
        assertThat(read.skills()).extracting(s -> s.skill().value()).containsExactly("bake-bread");
        assertThat(read.evidence()).isEqualTo(EvidenceKind.ASSESSED);
    }

    @Test
    void a_transcript_credential_by_credential() {
        ObjectNode clr = tree("{\"type\": [\"VerifiableCredential\", \"ClrCredential\"]}");
        clr.putObject("credentialSubject")
                .putArray("verifiableCredential")
                .add(badge("\"alignment\": {\"targetName\": \"SQL\"}", ""))
                .add(badge("\"alignment\": {\"targetName\": \"teamwork\"}", ""));

        assertThat(read(clr))
                .extracting(Achievement::at)
                .containsExactly(
                        "/credentialSubject/verifiableCredential/0", "/credentialSubject/verifiableCredential/1");
        assertThat(read(clr))
                .extracting(a -> a.skills().getFirst().skill().value())
                .containsExactly("sql", "teamwork");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\": 7, \"credentialSubject\": 7}",
                "{\"credentialSubject\": [[], null, {\"achievement\": [null, 7, \"x\"]}]}",
                "{\"credentialSubject\": {\"achievement\": {\"name\": {\"en\": \"SQL\"}, \"criteria\": [], \"alignment\": {\"targetUrl\": []}, \"resultDescription\": 7}}}",
                "{\"type\": \"Assertion\", \"badge\": \"https://elsewhere.example/badge\"}",
                "{\"credentialSubject\": {\"achievement\": {\"alignment\": [{\"targetUrl\": \"https://x?uri=%zz\"}]}}}",
            })
    void odd_documents_are_read_as_far_as_they_go(String json) {
        assertThat(read(tree(json))).allSatisfy(a -> assertThat(a.title()).isNotBlank());
    }

    @Property(tries = 300)
    void any_words_have_an_answer(@ForAll String name, @ForAll String criteria, @ForAll String target) {
        ObjectNode badge = badge("", "");
        ObjectNode achievement = (ObjectNode) badge.at("/credentialSubject/achievement");
        String whole = new String(name.getBytes(UTF_8), UTF_8);
        achievement.put("name", whole).put("criteria", criteria.replaceAll("\\p{Cs}", ""));
        achievement.putArray("alignment").addObject().put("targetName", target.replaceAll("\\p{Cs}", ""));

        assertThat(read(badge)).hasSize(1);
    }

    @Test
    void every_sample_of_the_standards_is_read() throws IOException {
        Path samples = Path.of("../shared/standards");
        Assumptions.assumeTrue(
                Files.isDirectory(samples), samples + " is not here: samples are kept outside the project");
        int badges = 0;
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.filter(
                            f -> f.toString().endsWith(".json") && f.toString().contains("ob30"))
                    .sorted()
                    .toList()) {
                CredentialDocument document;
                try {
                    document = CredentialDocument.read(Files.readAllBytes(file), 4_000_000);
                } catch (Unreadable e) {
                    continue; // a sample of what is no credential
                }
                List<Achievement> read = READER.read(document);
                badges += read.isEmpty() ? 0 : 1;
                assertThat(read).as(file.toString()).allSatisfy(a -> {
                    assertThat(a.because().message()).isNotBlank();
                    assertThat(a.evidence()).isNotNull();
                });
            }
        }
        assertThat(badges).isGreaterThan(20);
    }
}
