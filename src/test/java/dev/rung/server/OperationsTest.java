package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The alarms and the dashboard in {@code ops/} ask for what a real server measures: every name, and every label of it. */
class OperationsTest {
    /** Made by Prometheus itself for everything that it reads. */
    private static final Map<String, Set<String>> OF_PROMETHEUS = Map.of("up", Set.of());

    private static final Set<String> ADDED_BY_PROMETHEUS = Set.of("instance", "job");

    /** Strings, durations in brackets, and groupings: names in these are no measurements. */
    private static final Pattern NO_NAMES =
            Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");

    private static final Pattern WITH_LABELS = Pattern.compile("([A-Za-z_:][\\w:]*)\\s*\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:])[A-Za-z_:][\\w:]*(?![\\w:])(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

    @TempDir
    private static Path folder;

    private static final Map<String, Set<String>> MEASURED = new TreeMap<>();

    @BeforeAll
    static void measure() {
        try (Running rung = Running.with(c -> c.withFolder(folder))) {
            rung.bulk("/v1/jobs:bulk", "{\"id\":\"job-9\",\"title\":\"Baker\"}\n{\"id\":\"job-10\"}\n");
            System.gc();
            // A request is counted once it has been answered, a collection once it was reported: both may be just after
            // the answer is here.
            while (!MEASURED.keySet().containsAll(List.of("rung_requests_seconds_bucket", "jvm_gc_pause_seconds_sum")))
                read(rung.get("/metrics").text());
        }
    }

    private static void read(String text) {
        Matcher sample =
                Pattern.compile("(?m)^([A-Za-z_:][\\w:]*)(?:\\{(.*)})? \\S+$").matcher(text);
        while (sample.find()) {
            Set<String> labels = MEASURED.computeIfAbsent(sample.group(1), k -> new TreeSet<>());
            if (sample.group(2) != null) labels.addAll(labels(sample.group(2)));
        }
    }

    @AfterAll
    static void forget() {
        MEASURED.clear();
    }

    private static Set<String> labels(String text) {
        Set<String> labels = new HashSet<>();
        Matcher label = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"(?:[^\"\\\\]|\\\\.)*\"")
                .matcher(text);
        while (label.find()) labels.add(label.group(1));
        return labels;
    }

    /** What an expression asks for: names, each with the labels by which it is narrowed. */
    private static Map<String, Set<String>> asked(String expression) {
        Map<String, Set<String>> asked = new HashMap<>();
        Matcher narrowed = WITH_LABELS.matcher(expression);
        while (narrowed.find()) {
            asked.computeIfAbsent(narrowed.group(1), k -> new HashSet<>()).addAll(labels(narrowed.group(2)));
        }
        String rest = NO_NAMES.matcher(expression.replaceAll("\\{[^}]*}", "")).replaceAll(" ");
        Matcher name = NAME.matcher(rest);
        while (name.find()) {
            if (!WORDS.contains(name.group())) asked.computeIfAbsent(name.group(), k -> new HashSet<>());
        }
        return asked;
    }

    static Stream<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        JsonNode file =
                new YAMLMapper().readTree(Path.of("ops", "prometheus-rules.yml").toFile());
        for (JsonNode group : file.path("groups")) {
            assertThat(group.path("name").textValue()).isNotBlank();
            group.path("rules").forEach(rules::add);
        }
        return rules.stream();
    }

    static Stream<JsonNode> panels() throws IOException {
        JsonNode board =
                new ObjectMapper().readTree(Path.of("ops", "dashboard.json").toFile());
        assertThat(board.path("title").textValue()).isEqualTo("Rung");
        List<JsonNode> panels = new ArrayList<>();
        board.path("panels").forEach(panels::add);
        panels.removeIf(p -> p.path("type").asText().equals("row"));
        return panels.stream();
    }

    private static void isMeasured(String expression) {
        Map<String, Set<String>> asked = asked(expression);
        assertThat(asked).as(expression).isNotEmpty();
        asked.forEach((name, labels) -> {
            if (OF_PROMETHEUS.containsKey(name)) return;
            assertThat(MEASURED).as(expression).containsKey(name);
            Set<String> own = new TreeSet<>(labels);
            own.removeAll(ADDED_BY_PROMETHEUS);
            assertThat(MEASURED.get(name)).as(expression).containsAll(own);
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void anAlarmAsksForWhatIsMeasuredAndSaysWhatToDo(JsonNode rule) {
        assertThat(rule.path("alert").textValue()).matches("Rung[A-Z][A-Za-z]+");
        assertThat(rule.at("/labels/severity").textValue()).isIn("page", "ticket");
        assertThat(rule.at("/annotations/summary").textValue()).isNotBlank();
        assertThat(rule.at("/annotations/description").textValue()).endsWith(".");
        assertThat(rule.path("for").asText("0m")).matches("\\d+[smhd]");
        isMeasured(rule.path("expr").textValue());
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelAsksForWhatIsMeasured(JsonNode panel) {
        assertThat(panel.path("title").textValue()).isNotBlank();
        assertThat(panel.path("targets")).isNotEmpty();
        panel.path("targets").forEach(t -> isMeasured(t.path("expr").textValue()));
    }

    @Test
    void everyAlarmHasANameOfItsOwnAndStandsInTheManual() throws IOException {
        String manual = java.nio.file.Files.readString(Path.of("docs", "operations.md"));

        assertThat(rules().map(r -> r.path("alert").textValue()))
                .doesNotHaveDuplicates()
                .allMatch(manual::contains);
    }

    @Test
    void panelsDoNotLieOnEachOther() throws IOException {
        Set<String> cells = new HashSet<>();
        JsonNode board =
                new ObjectMapper().readTree(Path.of("ops", "dashboard.json").toFile());
        for (JsonNode panel : board.path("panels")) {
            JsonNode at = panel.path("gridPos");
            assertThat(at.path("x").intValue() + at.path("w").intValue()).isLessThanOrEqualTo(24);
            for (int x = 0; x < at.path("w").intValue(); x++) {
                for (int y = 0; y < at.path("h").intValue(); y++) {
                    assertThat(cells.add((at.path("x").intValue() + x) + " "
                                    + (at.path("y").intValue() + y)))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void namesAreFoundInExpressions() {
        assertThat(asked("sum by (route, le) (rate(rung_a_total{x=\"y\", z!~\"up.*\"}[5m])) > 0.5 * rung_b offset 1d"))
                .containsOnlyKeys("rung_a_total", "rung_b")
                .containsEntry("rung_a_total", Set.of("x", "z"));
    }
}
