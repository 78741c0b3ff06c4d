package dev.rung.formats;

import dev.rung.role.Importance;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Alignment;
import dev.rung.skill.InvalidField;
import dev.rung.skill.Level;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ESCO classification of the European Commission, as its English CSV files: skills become {@link Skill}s, occupations become {@link
 * Role}s, and ids are ESCO's URIs. Written against version 1.1.1.
 *
 * <p>Every row of the files that hold skills, occupations and the relations of each is entered in the ledger, as accepted or as rejected
 * with its line. ESCO states no levels; every requirement has {@link Level#FOUNDATION}, the least one. {@link EscoWeights} says how
 * weights are made, {@link EscoKinds} how kinds are.
 *
 * <p>Holds the whole classification in memory, some 40 MB for version 1.1.1, since weights need all relations.
 */
final class EscoReader {
    private final EscoFiles files;
    private final Ledger ledger;
    private final Map<String, Numbered<Skill>> skills = new LinkedHashMap<>();
    private final Map<String, Numbered<Role>> roles = new LinkedHashMap<>();

    /** A record and the line it came from. */
    record Numbered<T>(long line, T record) {}

    private record Demand(SkillId skill, boolean essential) {}

    private EscoReader(EscoFiles files, Ledger ledger) {
        this.files = files;
        this.ledger = ledger;
    }

    /** Reads it all.
     *
     * @throws IOException if a file that is needed is missing or cannot be read at all
     */
    static EscoReader read(EscoFiles files, Ledger ledger) throws IOException {
        EscoReader reader = new EscoReader(files, ledger);
        EscoGroups groups = EscoGroups.read(files, ledger);
        reader.readSkills(groups);
        reader.relate(groups);
        reader.readRoles();
        reader.demand();
        return reader;
    }

    /** All skills, in the order of the file. */
    Collection<Numbered<Skill>> skills() {
        return skills.values();
    }

    /** All roles, in the order of the file. */
    Collection<Numbered<Role>> roles() {
        return roles.values();
    }

    private void readSkills(EscoGroups groups) throws IOException {
        try (CsvRows rows = files.required("skills", ledger)) {
            for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                Row row = next.get();
                try {
                    Skill skill = skill(row, groups);
                    add(skills, skill.id().value(), new Numbered<>(row.line(), skill));
                } catch (InvalidField e) {
                    ledger.rejected(row.line(), "/" + e.field(), e.problem());
                }
            }
        }
    }

    private static Skill skill(Row row, EscoGroups groups) {
        String uri = Esco.text(row, "conceptUri");
        String label = Esco.text(row, "preferredLabel");
        return new Skill(
                new SkillId(uri),
                label,
                Esco.labels(row, label, "altLabels", "hiddenLabels"),
                EscoKinds.of(
                        uri,
                        Esco.text(row, "skillType"),
                        Esco.text(row, "reuseLevel"),
                        groups.collections(uri),
                        groups.above(uri)),
                Optional.of(Esco.text(row, "description"))
                        .filter(d -> !d.isEmpty())
                        .or(() -> Optional.of(Esco.text(row, "definition"))),
                List.of(),
                List.of(),
                List.copyOf(groups.groups(uri)),
                List.of());
    }

    /** Gives the skills their broader and related ones, now that all are known. */
    private void relate(EscoGroups groups) throws IOException {
        Map<String, List<SkillId>> broader = new HashMap<>();
        try (CsvRows rows = files.required("broaderRelationsSkillPillar", ledger)) {
            for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                link(next.get(), "conceptUri", "broaderUri", "broader", groups, broader);
            }
        }
        Map<String, List<SkillId>> related = new HashMap<>();
        try (CsvRows rows = files.required("skillSkillRelations", ledger)) {
            for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                link(next.get(), "originalSkillUri", "relatedSkillUri", "related", groups, related);
            }
        }
        skills.replaceAll((uri, skill) -> new Numbered<>(
                skill.line(),
                linked(skill.record(), broader.getOrDefault(uri, List.of()), related.getOrDefault(uri, List.of()))));
    }

    private void link(
            Row row, String from, String to, String sort, EscoGroups groups, Map<String, List<SkillId>> links) {
        String a = Esco.text(row, from);
        String b = Esco.text(row, to);
        if (a.equals(b)) {
            ledger.rejected(row.line(), "/" + to, "is the skill itself: " + a);
        } else if (isUnknown(a, groups)) {
            ledger.rejected(row.line(), "/" + from, "is not among the skills and groups: " + a);
        } else if (isUnknown(b, groups)) {
            ledger.rejected(row.line(), "/" + to, "is not among the skills and groups: " + b);
        } else {
            ledger.accepted(sort);
            Numbered<Skill> skill = skills.get(b);
            if (skill == null || !skills.containsKey(a)) return;
            List<SkillId> list = links.computeIfAbsent(a, u -> new ArrayList<>());
            if (!list.contains(skill.record().id())) list.add(skill.record().id());
        }
    }

    private boolean isUnknown(String uri, EscoGroups groups) {
        return !skills.containsKey(uri) && !groups.isGroup(uri);
    }

    private static Skill linked(Skill skill, List<SkillId> broader, List<SkillId> related) {
        return new Skill(
                skill.id(),
                skill.label(),
                skill.altLabels(),
                skill.kind(),
                skill.description(),
                broader,
                related,
                skill.groups(),
                skill.alignments());
    }

    private void readRoles() throws IOException {
        try (CsvRows rows = files.required("occupations", ledger)) {
            for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                Row row = next.get();
                try {
                    Role role = role(row);
                    add(roles, role.id(), new Numbered<>(row.line(), role));
                } catch (InvalidField e) {
                    ledger.rejected(row.line(), "/" + e.field(), e.problem());
                }
            }
        }
    }

    private static Role role(Row row) {
        String title = Esco.text(row, "preferredLabel");
        Optional<String> isco = Optional.of(Esco.text(row, "iscoGroup")).filter(g -> !g.isEmpty());
        return new Role(
                Esco.text(row, "conceptUri"),
                title,
                Esco.labels(row, title, "altLabels", "hiddenLabels"),
                Optional.of(Esco.text(row, "description")),
                isco,
                isco.map(code -> List.of(new Alignment("isco-08:" + code))).orElse(List.of()),
                List.of());
    }

    /** Gives the roles their requirements. */
    private void demand() throws IOException {
        Map<String, List<Demand>> demands = new HashMap<>();
        Map<SkillId, Integer> asking = new HashMap<>();
        try (CsvRows rows = files.required("occupationSkillRelations", ledger)) {
            for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                demand(next.get(), demands, asking);
            }
        }
        roles.replaceAll((uri, role) ->
                new Numbered<>(role.line(), asking(role.record(), demands.getOrDefault(uri, List.of()), asking)));
    }

    private void demand(Row row, Map<String, List<Demand>> demands, Map<SkillId, Integer> asking) {
        String occupation = Esco.text(row, "occupationUri");
        String uri = Esco.text(row, "skillUri");
        String relation = Esco.text(row, "relationType");
        Numbered<Skill> skill = skills.get(uri);
        if (!roles.containsKey(occupation)) {
            ledger.rejected(row.line(), "/occupationUri", "is not among the occupations: " + occupation);
        } else if (skill == null) {
            ledger.rejected(row.line(), "/skillUri", "is not among the skills: " + uri);
        } else if (!relation.equals("essential") && !relation.equals("optional")) {
            ledger.rejected(row.line(), "/relationType", "must be essential or optional, is " + relation);
        } else {
            Demand demand = new Demand(skill.record().id(), relation.equals("essential"));
            List<Demand> list = demands.computeIfAbsent(occupation, o -> new ArrayList<>());
            if (list.stream().anyMatch(d -> d.skill().equals(demand.skill()))) {
                ledger.rejected(row.line(), "/skillUri", "is repeated for this occupation: " + uri);
                return;
            }
            list.add(demand);
            asking.merge(demand.skill(), 1, Integer::sum);
            ledger.accepted("relations");
        }
    }

    private Role asking(Role role, List<Demand> demands, Map<SkillId, Integer> asking) {
        List<Requirement> requirements = new ArrayList<>();
        for (Demand demand : demands) {
            requirements.add(new Requirement(
                    demand.skill(),
                    demand.essential() ? Importance.ESSENTIAL : Importance.OPTIONAL,
                    Level.FOUNDATION,
                    EscoWeights.weight(demand.essential(), asking.getOrDefault(demand.skill(), 1), roles.size())));
        }
        return new Role(
                role.id(),
                role.title(),
                role.altTitles(),
                role.description(),
                role.group(),
                role.alignments(),
                requirements);
    }

    private <T> void add(Map<String, Numbered<T>> all, String id, Numbered<T> record) {
        Numbered<T> before = all.get(id);
        if (before != null) {
            ledger.rejected(record.line(), "/conceptUri", "repeats line " + before.line() + ", which stays: " + id);
            return;
        }
        all.put(id, record);
    }
}
