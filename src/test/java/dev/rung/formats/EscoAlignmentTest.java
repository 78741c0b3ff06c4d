package dev.rung.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.rung.StarterForTests;
import dev.rung.catalogue.Kind;
import dev.rung.role.Role;
import dev.rung.skill.Alignment;
import dev.rung.skill.Skill;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every ESCO URI in the starter catalogue is one that ESCO 1.1.1 has published, for a concept of one of the names that we give it. */
class EscoAlignmentTest {
    private static final Path ESCO = Path.of("../shared/data/taxonomy/esco-1.1.1");

    @Test
    void skills_are_aligned_with_the_concept_of_their_name() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Set<String>> published = published("skills_en.csv");
        for (Skill skill : StarterForTests.all(Kind.SKILLS)) {
            check(wrong, skill.id().value(), skill.alignments(), names(skill.label(), skill.altLabels()), published);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void roles_are_aligned_with_the_occupation_of_their_title() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Set<String>> published = published("occupations_en.csv");
        for (Role role : StarterForTests.all(Kind.ROLES)) {
            check(wrong, role.id(), role.alignments(), names(role.title(), role.altTitles()), published);
        }

        assertThat(wrong).isEmpty();
    }

    private static void check(
            List<String> wrong,
            String id,
            List<Alignment> alignments,
            Set<String> ours,
            Map<String, Set<String>> published) {
        for (Alignment alignment : alignments) {
            if (!alignment.isEsco()) continue;
            Set<String> theirs = published.get(alignment.value());
            if (theirs == null) {
                wrong.add(id + ": ESCO has no " + alignment);
            } else if (theirs.stream().noneMatch(ours::contains)) {
                wrong.add(id + ": ESCO calls " + alignment + " " + theirs);
            }
        }
    }

    private static Set<String> names(String label, List<String> others) {
        return Stream.concat(Stream.of(label), others.stream())
                .map(Taxonomy::plain)
                .collect(Collectors.toSet());
    }

    /** Preferred and alternative labels by URI. */
    private static Map<String, Set<String>> published(String file) throws IOException {
        Path path = ESCO.resolve(file);
        assumeTrue(Files.exists(path), "ESCO 1.1.1 is not at hand: " + path);
        Map<String, Set<String>> labels = new HashMap<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Files.newBufferedReader(path))) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                Set<String> names = new HashSet<>();
                for (String column : List.of("preferredLabel", "altLabels", "hiddenLabels")) {
                    row.getOrDefault(column, "")
                            .lines()
                            .filter(l -> !l.isBlank())
                            .forEach(l -> names.add(Taxonomy.plain(l)));
                }
                labels.put(row.get("conceptUri"), names);
            }
        }
        return labels;
    }
}
