package dev.rung.encoder.training;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The English ESCO classification, from the folder of CSV files as the European Commission publishes it. */
final class EscoFolder {
    /** A skill or an occupation: its names (the preferred one first) and what it is. */
    record Concept(String uri, String label, List<String> alternatives, String description) {}

    /** One concept points at another. */
    record Relation(String from, String to) {}

    private static final ObjectReader CSV = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader());

    private final Path folder;

    final List<Concept> skills;
    final List<Concept> occupations;
    final List<Relation> essential = new ArrayList<>();
    final List<Relation> optional = new ArrayList<>();
    /** From a skill to the skill or group above it. */
    final List<Relation> broader = new ArrayList<>();
    /** Labels of the groups of skills, which are no skills themselves. */
    final Map<String, String> groups = new LinkedHashMap<>();

    private EscoFolder(Path folder) throws IOException {
        this.folder = folder;
        skills = concepts("skills_en.csv");
        occupations = concepts("occupations_en.csv");
        for (Map<String, String> row : rows("occupationSkillRelations.csv")) {
            Relation relation = new Relation(row.getOrDefault("occupationUri", ""), row.getOrDefault("skillUri", ""));
            ("essential".equals(row.get("relationType")) ? essential : optional).add(relation);
        }
        for (Map<String, String> row : rows("broaderRelationsSkillPillar.csv")) {
            broader.add(new Relation(row.getOrDefault("conceptUri", ""), row.getOrDefault("broaderUri", "")));
        }
        for (Map<String, String> row : rows("skillGroups_en.csv")) {
            groups.put(row.getOrDefault("conceptUri", ""), row.getOrDefault("preferredLabel", ""));
        }
    }

    /** @throws IOException if a file is missing or is not the CSV that ESCO publishes */
    static EscoFolder read(Path folder) throws IOException {
        return new EscoFolder(folder);
    }

    private List<Concept> concepts(String file) throws IOException {
        List<Concept> concepts = new ArrayList<>();
        for (Map<String, String> row : rows(file)) {
            String label = row.getOrDefault("preferredLabel", "").strip();
            Set<String> alternatives = new LinkedHashSet<>();
            for (String name : (row.getOrDefault("altLabels", "") + "\n" + row.getOrDefault("hiddenLabels", ""))
                    .lines()
                    .toList()) {
                if (!name.isBlank() && !name.strip().equals(label)) alternatives.add(name.strip());
            }
            concepts.add(new Concept(
                    row.getOrDefault("conceptUri", ""),
                    label,
                    List.copyOf(alternatives),
                    row.getOrDefault("description", "").strip()));
        }
        return concepts;
    }

    private List<Map<String, String>> rows(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": not found; --esco wants the folder of ESCO's English CSV files");
        }
        try (MappingIterator<Map<String, String>> rows = CSV.readValues(file.toFile())) {
            return rows.readAll();
        }
    }
}
