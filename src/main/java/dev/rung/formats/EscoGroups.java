package dev.rung.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What lies above each ESCO skill: broader skills, the groups of the hierarchy at every level (codes such as {@code S1.2.3}, and
 * {@code isced-f:0613} for fields of knowledge), and the collections ({@code digital}, {@code green}, …).
 */
final class EscoGroups {
    /** Collections by the name of their file. */
    private static final Map<String, String> COLLECTIONS = Map.of(
            "digitalSkillsCollection", "digital",
            "greenSkillsCollection", "green",
            "languageSkillsCollection", "language",
            "transversalSkillsCollection", "transversal",
            "researchSkillsCollection", "research",
            "digCompSkillsCollection", "digcomp");

    private static final String ISCED = "http://data.europa.eu/esco/isced-f/";

    private final Map<String, List<String>> broader = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Set<String>> collections = new HashMap<>();

    static EscoGroups read(EscoFiles files, Ledger ledger) throws IOException {
        EscoGroups groups = new EscoGroups();
        groups.readCodes(files, ledger);
        groups.readBroader(files);
        for (Map.Entry<String, String> collection : COLLECTIONS.entrySet()) {
            groups.readCollection(files, ledger, collection.getKey(), collection.getValue());
        }
        return groups;
    }

    /** What stands directly above a skill: skills and groups, as URIs. */
    List<String> above(String uri) {
        return broader.getOrDefault(uri, List.of());
    }

    boolean isGroup(String uri) {
        return codes.containsKey(uri);
    }

    Set<String> collections(String uri) {
        return collections.getOrDefault(uri, Set.of());
    }

    /** Codes of all groups that a skill lies in, at any depth, and the collections it belongs to. */
    Collection<String> groups(String uri) {
        Set<String> found = new TreeSet<>(collections(uri));
        List<String> open = new ArrayList<>(above(uri));
        Set<String> seen = new TreeSet<>(open);
        while (!open.isEmpty()) {
            String next = open.removeLast();
            String code = codes.get(next);
            if (code != null) found.add(code);
            for (String above : above(next)) {
                if (seen.add(above)) open.add(above);
            }
        }
        return found;
    }

    private void readCodes(EscoFiles files, Ledger ledger) throws IOException {
        try (CsvRows rows = files.required("skillGroups", ledger)) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                String uri = Esco.text(row.get(), "conceptUri");
                String code = Esco.text(row.get(), "code");
                if (code.isEmpty() && uri.startsWith(ISCED)) code = "isced-f:" + uri.substring(ISCED.length());
                if (!uri.isEmpty() && !code.isEmpty()) codes.put(uri, code);
            }
        }
    }

    /** {@link EscoReader} reads this file again, once it knows all skills, and enters its rows in the ledger. */
    private void readBroader(EscoFiles files) throws IOException {
        try (CsvRows rows = files.required("broaderRelationsSkillPillar", new Ledger())) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                broader.computeIfAbsent(Esco.text(row.get(), "conceptUri"), u -> new ArrayList<>())
                        .add(Esco.text(row.get(), "broaderUri"));
            }
        }
    }

    private void readCollection(EscoFiles files, Ledger ledger, String file, String collection) throws IOException {
        Optional<CsvRows> there = files.optional(file, ledger);
        if (there.isEmpty()) {
            ledger.note(0, "", file + "_en.csv is missing: no skill is marked as " + collection);
            return;
        }
        try (CsvRows rows = there.get()) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                collections
                        .computeIfAbsent(Esco.text(row.get(), "conceptUri"), u -> new TreeSet<>())
                        .add(collection);
            }
        }
    }
}
