package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events from the command line: imported, exported, erased, and still there after the catalogue was built anew. */
class EventCommandsTest {
    @TempDir
    private Path folder;

    private String data;

    @BeforeEach
    void fill() throws IOException {
        data = folder.resolve("data").toString();
        Path credentials = Files.writeString(folder.resolve("credentials.ndjson"), """
                {"id":"sql-1","title":"SQL basics","issuer":{"id":"inst","name":"Example Institute"}}
                {"id":"charts","title":"Charts","issuer":{"id":"inst","name":"Example Institute"}}
                """);
        Typed.rung("import", "credentials", credentials.toString(), "--data", data);
    }

    private Path completions(int people) throws IOException {
        StringBuilder rows = new StringBuilder("student,course,finished\n");
        for (int i = 0; i < people; i++) {
            rows.append("stud-").append(i).append(",SQL basics,2026-01-01\n");
            rows.append("stud-").append(i).append(",Charts,2026-02-01\n");
        }
        return Files.writeString(folder.resolve("completions.csv"), rows);
    }

    private Typed take(Path file, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "import",
                "events",
                file.toString(),
                "--data",
                data,
                "--json",
                "--field",
                "kind='completed'",
                "--field",
                "person=student",
                "--field",
                "credential=course",
                "--field",
                "at=finished"));
        words.addAll(List.of(more));
        return Typed.rung(words.toArray(String[]::new));
    }

    private JsonNode next() throws IOException {
        Path profile = Files.writeString(folder.resolve("me.json"), "{\"credentials\":[{\"id\":\"sql-1\"}]}");
        return Typed.rung("recommend", "credentials", "--profile", profile.toString(), "--data", data, "--json")
                .json();
    }

    @Test
    void historiesFromAnotherSystemComeInByAMappingAndTwiceIsOnce() throws IOException {
        Path file = completions(6);

        assertThat(take(file, "--dry-run").json().path("accepted").intValue()).isEqualTo(12);
        assertThat(next().path("results")).isEmpty();
        assertThat(take(file).json().at("/counts/known").isMissingNode()).isTrue();
        assertThat(take(file).json().at("/counts/known").intValue()).isEqualTo(12);

        assertThat(next().at("/results/0/reasons/0/text").asText())
                .isEqualTo("people who completed SQL basics next took Charts (n=6 of 6)");
    }

    @Test
    void linesThatCannotGoInAreNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.csv"),
                "student,course,finished\nstud-1,Charts,2026-01-01\nstud-2,Charts,last week\n");

        Typed typed = take(file);

        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.json().at("/errors/0/line").intValue()).isEqualTo(3);
        assertThat(typed.json().at("/errors/0/field").asText()).isEqualTo("/at");
        assertThat(Typed.rung("import", "events", file.toString(), "--data", data, "--field", "who=student")
                        .err())
                .contains("known here are id, kind, person, credential, role, job, at");
    }

    @Test
    void eventsOutliveAReindex() throws IOException {
        take(completions(6));
        JsonNode before = next().path("results");

        assertThat(Typed.rung("reindex", "--data", data).status()).isZero();

        assertThat(next().path("results")).isEqualTo(before).isNotEmpty();
    }

    @Test
    void whoIsErasedIsInNoFileAndNoCount() throws IOException {
        take(completions(5));
        assertThat(next().path("results")).isNotEmpty();
        assertThat(filesWith("stud-3")).isNotEmpty();
        assertThat(Typed.rung("export", "stud-3", "--data", data).json().path("events"))
                .hasSize(2);

        assertThat(Typed.rung("erase", "stud-3", "--data", data).status()).isZero();

        assertThat(filesWith("stud-3")).isEmpty();
        assertThat(next().path("results")).isEmpty();
        assertThat(Typed.rung("export", "stud-3", "--data", data).status()).isEqualTo(1);
        assertThat(Typed.rung("erase", "stud-3", "--data", data).status()).isEqualTo(1);
    }

    @Test
    void anExportHasTheCandidatesRecordAndTheirEvents() throws IOException {
        Path people = Files.writeString(
                folder.resolve("people.ndjson"),
                "{\"id\":\"stud-1\",\"name\":\"Ada Sample\",\"fictitious\":true,\"profile\":{\"text\":\"I bake\"}}\n");
        Typed.rung("import", "candidates", people.toString(), "--data", data);
        take(completions(2));

        JsonNode kept = Typed.rung("export", "stud-1", "--data", data).json();

        assertThat(kept.at("/candidate/name").asText()).isEqualTo("Ada Sample");
        assertThat(kept.path("events")).hasSize(2);
        Typed.rung("erase", "stud-1", "--data", data);
        assertThat(filesWith("stud-1")).isEmpty();
    }

    private List<Path> filesWith(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(data))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) found.add(file);
            }
        }
        return found;
    }
}
