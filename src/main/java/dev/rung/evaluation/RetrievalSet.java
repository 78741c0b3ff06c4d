package dev.rung.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Queries with the texts that answer them, out of one corpus.
 *
 * <p>A folder of three files, UTF-8, one entry a line: {@code corpus.tsv} and {@code queries.tsv} (id, tab, text) and
 * {@code qrels.txt} (query id, a field that is not read, corpus id, relevance; only relevances above 0 count), the form of TREC.
 *
 * @param corpus texts in the order of the file
 * @param queries those queries that have an answer, in the order of the file
 * @param gold for each query the positions of its answers in the corpus, rising
 */
public record RetrievalSet(List<String> corpus, List<String> queries, List<List<Integer>> gold) {
    public RetrievalSet {
        corpus = List.copyOf(corpus);
        queries = List.copyOf(queries);
        gold = List.copyOf(gold);
    }

    /**
     * Reads a set from its folder.
     *
     * @throws IOException if a file is missing, or a line of it is not in the form above; the message says which
     */
    public static RetrievalSet read(Path folder) throws IOException {
        Map<String, Integer> positions = new HashMap<>();
        List<String> corpus = new ArrayList<>();
        for (String[] row : rows(folder.resolve("corpus.tsv"))) {
            positions.put(row[0], corpus.size());
            corpus.add(row[1]);
        }
        Map<String, TreeSet<Integer>> answers = new HashMap<>();
        Path qrels = folder.resolve("qrels.txt");
        int number = 0;
        for (String line : lines(qrels)) {
            number++;
            if (line.isBlank()) continue;
            String[] fields = line.strip().split("\\s+", -1);
            Integer position = fields.length == 4 ? positions.get(fields[2]) : null;
            if (position == null) {
                throw new IOException(qrels + ":" + number
                        + ": wants a query id, 0, the id of a line of corpus.tsv and a relevance, got: " + line);
            }
            if (Double.parseDouble(fields[3]) > 0) {
                answers.computeIfAbsent(fields[0], q -> new TreeSet<>()).add(position);
            }
        }
        List<String> queries = new ArrayList<>();
        List<List<Integer>> gold = new ArrayList<>();
        for (String[] row : rows(folder.resolve("queries.tsv"))) {
            TreeSet<Integer> of = answers.get(row[0]);
            if (of == null) continue;
            queries.add(row[1]);
            gold.add(List.copyOf(of));
        }
        return new RetrievalSet(corpus, queries, gold);
    }

    /** All sets in the folders of a folder, by the folder's name; what is no set is passed over. */
    public static SortedMap<String, RetrievalSet> readAll(Path folder) throws IOException {
        SortedMap<String, RetrievalSet> sets = new TreeMap<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                if (Files.isRegularFile(child.resolve("queries.tsv"))) {
                    sets.put(String.valueOf(child.getFileName()), read(child));
                }
            }
        }
        return sets;
    }

    /** Whether a set of this name may choose between models and settings; others only report. */
    public static boolean isForValidation(String name) {
        return name.matches(".*-(val|validation|dev)");
    }

    /** Whether a set of this name may calibrate confidence: {@code -dev} sets, which may be made up, only choose. */
    public static boolean isForCalibration(String name) {
        return name.matches(".*-(val|validation)");
    }

    /** The queries of all sets: what must not be trained on. */
    public static List<String> queries(Map<String, RetrievalSet> sets) {
        return sets.values().stream().flatMap(set -> set.queries.stream()).toList();
    }

    /** At most so many queries, spread evenly over all. */
    public RetrievalSet sample(int most) {
        int every = Math.max(1, Math.ceilDiv(queries.size(), most));
        List<String> someQueries = new ArrayList<>();
        List<List<Integer>> theirGold = new ArrayList<>();
        for (int q = 0; q < queries.size(); q += every) {
            someQueries.add(queries.get(q));
            theirGold.add(gold.get(q));
        }
        return new RetrievalSet(corpus, someQueries, theirGold);
    }

    private static List<String[]> rows(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank()) continue;
            int tab = line.indexOf('\t');
            if (tab < 0) throw new IOException(file + ":" + number + ": wants an id, a tab and a text, got: " + line);
            rows.add(new String[] {line.substring(0, tab), line.substring(tab + 1)});
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": not found; a retrieval set has corpus.tsv, queries.tsv and qrels.txt");
        }
        return Files.readAllLines(file);
    }
}
