package dev.rung.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.credential.EntryConditions;
import dev.rung.credential.StackRule;
import dev.rung.evaluation.GoldenCase;
import dev.rung.evaluation.GoldenCases;
import dev.rung.json.Json;
import dev.rung.person.Candidate;
import dev.rung.person.Profile;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Alignment;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lint that {@code taxonomy/README.md} promises. Each finding names the records, so that they can be mended. */
class StarterCatalogueTest {
    private static final Path TAXONOMY = Path.of("taxonomy");

    private final List<Skill> skills = StarterForTests.all(Kind.SKILLS);
    private final List<Role> roles = StarterForTests.all(Kind.ROLES);
    private final List<Credential> credentials = StarterForTests.all(Kind.CREDENTIALS);
    private final List<Job> jobs = StarterForTests.all(Kind.JOBS);
    private final List<Candidate> candidates = StarterForTests.all(Kind.CANDIDATES);

    @ParameterizedTest
    @CsvSource({"skills, 1000", "roles, 160", "credentials, 300", "jobs, 250", "candidates, 40"})
    void is_broad_enough_to_ask_real_questions_of(String kind, int least) {
        assertThat(StarterForTests.all(Kind.named(kind).orElseThrow())).hasSizeGreaterThanOrEqualTo(least);
    }

    @Test
    void roles_span_all_ten_major_groups() {
        Set<String> groups = roles.stream()
                .flatMap(r -> r.group().stream())
                .map(g -> g.substring(0, 1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(groups).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void ids_are_words_joined_by_hyphens_and_used_once() {
        for (Kind<?> kind : Kind.ALL) {
            assertThat(idsOf(kind)).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        }
    }

    @Test
    void no_id_dangles() {
        Set<String> skill = Set.copyOf(idsOf(Kind.SKILLS));
        Set<String> role = Set.copyOf(idsOf(Kind.ROLES));
        Set<String> credential = Set.copyOf(idsOf(Kind.CREDENTIALS));
        List<String> dangling = new ArrayList<>();
        for (Skill s : skills) {
            missing(dangling, s.id().value(), values(s.broader()), skill);
            missing(dangling, s.id().value(), values(s.related()), skill);
        }
        roles.forEach(r -> missing(dangling, r.id(), asked(r.requirements()), skill));
        for (Job job : jobs) {
            missing(dangling, job.id(), asked(job.requirements()), skill);
            missing(dangling, job.id(), job.role().stream().toList(), role);
        }
        for (Credential c : credentials) {
            missing(dangling, c.id(), taught(c), skill);
            missing(dangling, c.id(), c.entry().credentials(), credential);
            missing(dangling, c.id(), wanted(c.entry()), skill);
            missing(
                    dangling,
                    c.id(),
                    c.stacksInto().stream().map(StackRule::award).toList(),
                    credential);
        }

        assertThat(dangling).isEmpty();
    }

    @Test
    void what_a_candidate_names_is_in_the_catalogue() {
        List<String> unknown = new ArrayList<>();
        for (Candidate candidate : candidates) {
            StarterForTests.recommender().understand(candidate.profile()).notes().stream()
                    .filter(note -> !note.message().contains("found this credential false"))
                    // Some write in German or Spanish.
                    .filter(note -> !note.at().equals("/text"))
                    .forEach(note -> unknown.add(candidate.id() + " " + note.at() + ": " + note.message()));
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void skills_and_credentials_have_no_cycles() {
        Map<String, List<String>> broader = new HashMap<>();
        skills.forEach(s -> broader.put(s.id().value(), values(s.broader())));
        Map<String, List<String>> after = new HashMap<>();
        for (Credential c : credentials) {
            c.stacksInto().forEach(s -> after.computeIfAbsent(c.id(), k -> new ArrayList<>())
                    .add(s.award()));
            c.entry().credentials().forEach(first -> after.computeIfAbsent(first, k -> new ArrayList<>())
                    .add(c.id()));
        }

        assertThat(inCycles(broader)).isEmpty();
        assertThat(inCycles(after)).isEmpty();
    }

    @Test
    void a_label_names_one_skill() {
        Map<String, Set<String>> named = new TreeMap<>();
        for (Skill skill : skills) {
            Stream.concat(Stream.of(skill.label()), skill.altLabels().stream())
                    .forEach(l -> named.computeIfAbsent(Taxonomy.plain(l), k -> new TreeSet<>())
                            .add(skill.id().value()));
        }
        named.values().removeIf(ids -> ids.size() == 1);

        assertThat(named).isEmpty();
    }

    @Test
    void an_alignment_names_one_record_of_its_kind() {
        assertThat(repeated(
                        skills.stream().flatMap(s -> s.alignments().stream()).toList()))
                .isEmpty();
        assertThat(repeated(roles.stream()
                        .flatMap(r -> r.alignments().stream())
                        .filter(Alignment::isEsco)
                        .toList()))
                .isEmpty();
    }

    @Test
    void every_skill_is_used() {
        Set<String> used = new HashSet<>();
        roles.forEach(r -> used.addAll(asked(r.requirements())));
        jobs.forEach(j -> used.addAll(asked(j.requirements())));
        credentials.forEach(c -> {
            used.addAll(taught(c));
            used.addAll(wanted(c.entry()));
        });
        // A more general skill is used by those it contains.
        skills.forEach(s -> used.addAll(values(s.broader())));

        assertThat(idsOf(Kind.SKILLS)).allMatch(used::contains);
    }

    @Test
    void nobody_and_no_posting_is_taken_for_real() {
        assertThat(jobs).allMatch(Job::sample);
        assertThat(candidates).allMatch(Candidate::fictitious);
    }

    @Test
    void invented_figures_stand_on_invented_credentials_only() {
        assertThat(credentials)
                .filteredOn(c -> c.outcomeStatistics().isPresent())
                .isNotEmpty()
                .allMatch(Credential::illustrative);
    }

    @Test
    void credentials_teach_something_and_roles_and_jobs_ask_for_something() {
        List<String> empty = new ArrayList<>();
        for (Credential c : credentials) if (taught(c).isEmpty()) empty.add(c.id());
        for (Role r : roles) if (r.requirements().stream().noneMatch(Requirement::isEssential)) empty.add(r.id());
        for (Job j : jobs) if (j.requirements().stream().noneMatch(Requirement::isEssential)) empty.add(j.id());

        assertThat(empty).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guarantee[sd]? (?:you )?(?:a |an )?(?:job|employment|placement|work|hire)",
                "job guarantee",
                "guaranteed (?:a )?(?:job|employment|placement|interview)",
                "you will (?:get|find|land) (?:a |your )?(?:job|work|position)",
                "(?:leads|lead) straight to (?:a )?job",
                "secures? (?:you )?(?:a |your )?job"
            })
    void nothing_promises_employment(String promise) throws IOException {
        Pattern pattern = Pattern.compile("\\b" + promise + "\\b", Pattern.CASE_INSENSITIVE);
        for (Path file : files()) {
            assertThat(Files.readAllLines(file)).as(file.toString()).noneMatch(line -> pattern.matcher(line)
                    .find());
        }
    }

    @Test
    void lines_stand_by_id_and_are_records_written_as_rung_writes_them() throws Exception {
        for (Path file : files()) {
            Kind<?> kind = Kind.named(file.getParent().getFileName().toString()).orElseThrow();
            List<String> ids = new ArrayList<>();
            for (String line : Files.readAllLines(file)) ids.add(idOfRoundTripped(kind, line));
            assertThat(ids).as(file.toString()).isSorted();
        }
    }

    @Test
    void the_golden_cases_speak_of_what_is_there() {
        Set<String> skill = Set.copyOf(idsOf(Kind.SKILLS));
        List<String> missing = new ArrayList<>();
        for (GoldenCase golden : GoldenCases.ofStarter().cases()) {
            for (GoldenCase.Request request : golden.requests()) {
                Kind<?> kind = request.ask() == GoldenCase.Ask.PATHWAYS
                        ? Kind.CREDENTIALS
                        : Kind.named(request.ask().name().toLowerCase(java.util.Locale.ROOT))
                                .orElseThrow();
                for (GoldenCase.Way way : request.ways()) {
                    way.order().forEach(ids -> missing(missing, golden.id(), ids, Set.copyOf(idsOf(kind))));
                    way.award().ifPresent(id -> missing(missing, golden.id(), List.of(id), Set.copyOf(idsOf(kind))));
                }
                for (GoldenCase.Expectation expected : request.expect()) {
                    missing(missing, golden.id(), expected.anyOf(), Set.copyOf(idsOf(kind)));
                    missing(missing, golden.id(), expected.reasonSkills(), skill);
                }
                Profile profile = request.profile();
                StarterForTests.recommender()
                        .understand(profile)
                        .notes()
                        .forEach(note -> missing.add(golden.id() + " " + note.at() + ": " + note.message()));
            }
        }

        assertThat(missing).isEmpty();
    }

    private static <T> String idOfRoundTripped(Kind<T> kind, String line) throws Exception {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        T record = Json.read(bytes, kind.type());
        assertThat(Json.read(Json.write(record), kind.type())).isEqualTo(record);
        return kind.idOf(record);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(TAXONOMY)) {
            return files.filter(f -> f.toString().endsWith(".ndjson")).sorted().toList();
        }
    }

    private static <T> List<String> idsOf(Kind<T> kind) {
        return StarterForTests.all(kind).stream().map(kind::idOf).toList();
    }

    private static List<String> values(Collection<SkillId> ids) {
        return ids.stream().map(SkillId::value).toList();
    }

    private static List<String> asked(List<Requirement> requirements) {
        return requirements.stream().map(r -> r.skill().value()).toList();
    }

    private static List<String> taught(Credential credential) {
        return credential.outcomes().stream()
                .flatMap(o -> o.skill().stream())
                .map(SkillId::value)
                .toList();
    }

    private static List<String> wanted(EntryConditions entry) {
        return entry.skills().stream().map(w -> w.skill().value()).toList();
    }

    private static void missing(List<String> found, String from, List<String> ids, Set<String> known) {
        ids.stream().filter(id -> !known.contains(id)).forEach(id -> found.add(from + " → " + id));
    }

    private static <T> Set<T> repeated(List<T> values) {
        Set<T> seen = new HashSet<>();
        return values.stream().filter(v -> !seen.add(v)).collect(Collectors.toSet());
    }

    /** The nodes from which one comes back to themselves. */
    private static Set<String> inCycles(Map<String, List<String>> next) {
        Set<String> found = new TreeSet<>();
        for (String start : next.keySet()) {
            Set<String> reached = new LinkedHashSet<>();
            List<String> open = new ArrayList<>(next.get(start));
            while (!open.isEmpty()) {
                String node = open.removeLast();
                if (reached.add(node)) open.addAll(next.getOrDefault(node, List.of()));
            }
            if (reached.contains(start)) found.add(start);
        }
        return found;
    }
}
