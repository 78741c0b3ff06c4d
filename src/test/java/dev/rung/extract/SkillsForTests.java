package dev.rung.extract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.SkillKind;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The taxonomies that the tests of this room look for skills of. */
final class SkillsForTests {
    private static final Path ESCO = Path.of("../shared/data/taxonomy/esco-1.1.1/skills_en.csv");
    private static final Path STARTER = Path.of("taxonomy/skills");

    /** A line a skill: id, kind, label, alternative labels. */
    private static final String SMALL = """
            analyse-data | skill | analyse data | data analysis; data analytics
            spreadsheets | tool | use spreadsheets | Microsoft Excel; use spreadsheets software
            dashboards | skill | build dashboards | KPI dashboards
            bake-pastries | skill | bake pastries | pastry making
            visualise-data | skill | visualise data | data visualisation
            sql | tool | SQL | Structured Query Language
            r | tool | R | R programming
            c-plus-plus | tool | C++ |
            c-sharp | tool | C# |
            dot-net | tool | .NET | ASP.NET
            go | tool | Go | Golang
            kubernetes | tool | Kubernetes | k8s
            cicd | knowledge | continuous integration | CI/CD
            nlp | knowledge | natural language processing | NLP
            it-support | skill | give IT support | IT helpdesk
            teamwork | transversal | work in teams | teamwork
            communication | transversal | communicate clearly | communication skills
            time-management | transversal | manage time | time management
            independence | transversal | work independently | work without supervision
            english | language | English | English language
            healthcare | knowledge | healthcare systems | health care
            install-pumps | skill | install pumps | pump installation
            repair-pumps | skill | repair pumps | pump maintenance
            weld | skill | weld | welding
            patisserie | knowledge | pâtisserie | viennoiserie
            swift | tool | Swift (computer programming) |
            information-systems | knowledge | information systems | IS
            big-data | skill | analyse big data | big data
            translate-japanese | skill | 日本語翻訳 | 翻訳
            customs-law | knowledge | customs law |
            customer-service | skill | serve customers | customer service
            sewing | skill | sew | sewing
            knitting | skill | knit | knitting
            """;

    private SkillsForTests() {}

    static Taxonomy small() {
        List<Skill> skills = new ArrayList<>();
        for (String line : SMALL.lines().toList()) {
            String[] cell = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
            String[] alternatives = cell.length > 3 && !cell[3].isEmpty() ? cell[3].split("; *") : new String[0];
            skills.add(skill(cell[0], cell[2], List.of(alternatives), SkillKind.valueOf(cell[1].toUpperCase())));
        }
        return Taxonomy.of(skills);
    }

    static SkillExtractor ofSmall() {
        return SkillExtractor.of(small(), new LexicalEncoder());
    }

    static Skill skill(String id, String label, List<String> alternatives, SkillKind kind) {
        return new Skill(
                new SkillId(id),
                label,
                alternatives,
                kind,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The starter catalogue's skills; skips the test where they are not at hand. */
    static Taxonomy starter() throws IOException, InvalidJson {
        assumeTrue(Files.isDirectory(STARTER), "no " + STARTER + " here: run in the project's folder");
        List<Skill> skills = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(STARTER, "*.ndjson")) {
            for (Path file : files) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) skills.add(Json.read(line.getBytes(StandardCharsets.UTF_8), Skill.class));
                }
            }
        }
        return Taxonomy.of(skills);
    }

    /** ESCO 1.1.1 as published; skips the test where it is not at hand. */
    static Taxonomy esco() throws IOException {
        assumeTrue(Files.exists(ESCO), "ESCO 1.1.1 is not at hand: " + ESCO);
        List<Skill> skills = new ArrayList<>();
        try (InputStream in = Files.newInputStream(ESCO);
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(in)) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                List<String> alternatives = row.getOrDefault("altLabels", "")
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .distinct()
                        .toList();
                SkillKind kind =
                        row.getOrDefault("skillType", "").equals("knowledge") ? SkillKind.KNOWLEDGE : SkillKind.SKILL;
                skills.add(skill(
                        row.getOrDefault("conceptUri", ""),
                        row.getOrDefault("preferredLabel", ""),
                        alternatives,
                        kind));
            }
        }
        return Taxonomy.of(skills);
    }
}
