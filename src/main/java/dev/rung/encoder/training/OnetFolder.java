package dev.rung.encoder.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The O*NET database, from the folder of tab-separated tables as the US Department of Labor publishes it. */
final class OnetFolder {
    /** An occupation with what people call it, what they do in it and what they use. */
    static final class Occupation {
        final String title;
        final String description;
        final Set<String> alternatives = new LinkedHashSet<>();
        final Set<String> tasks = new LinkedHashSet<>();

        Occupation(String title, String description) {
            this.title = title;
            this.description = description;
        }
    }

    private static final String TASKS = "Task Statements.txt";

    /** A product or tool and the kind of thing it is. */
    record Technology(String name, String kind) {}

    final List<Occupation> occupations;
    final Set<Technology> technologies = new LinkedHashSet<>();

    private OnetFolder(Path folder) throws IOException {
        Map<String, Occupation> byCode = new LinkedHashMap<>();
        for (String[] row : rows(folder, "Occupation Data.txt", 3)) {
            byCode.put(row[0], new Occupation(row[1], row[2]));
        }
        for (String[] row : rows(folder, "Alternate Titles.txt", 4)) {
            Occupation occupation = byCode.get(row[0]);
            if (occupation == null) continue;
            occupation.alternatives.add(row[2]);
            if (!row[3].equals("n/a")) occupation.alternatives.add(row[3]);
        }
        for (String[] row : rows(folder, TASKS, 4)) {
            Occupation occupation = byCode.get(row[0]);
            if (occupation != null) occupation.tasks.add(row[3]);
        }
        for (String table : List.of("Technology Skills.txt", "Tools Used.txt")) {
            for (String[] row : rows(folder, table, 5)) {
                technologies.add(new Technology(row[2], row[4]));
            }
        }
        occupations = List.copyOf(byCode.values());
    }

    /** @throws IOException if a table is missing or a line of it has too few columns */
    static OnetFolder read(Path folder) throws IOException {
        return new OnetFolder(folder);
    }

    /** All tasks of all occupations, each once, in the order of the table. */
    static Set<String> tasks(Path folder) throws IOException {
        Set<String> tasks = new LinkedHashSet<>();
        for (String[] row : rows(folder, TASKS, 4)) tasks.add(row[3]);
        return tasks;
    }

    private static List<String[]> rows(Path folder, String name, int columns) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": not found; --onet wants the folder of O*NET's text tables");
        }
        List<String[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            if (number++ == 0 || line.isBlank()) continue;
            String[] row = line.split("\t", -1);
            if (row.length < columns) {
                throw new IOException(
                        file + ":" + number + ": has " + row.length + " columns, at least " + columns + " are needed");
            }
            rows.add(row);
        }
        return rows;
    }
}
