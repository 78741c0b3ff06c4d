package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code rung import}, as somebody types it: exit status, what is on standard output and what on standard error. */
class ImportCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int rung(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        CommandLine line = Rung.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }

    private String jobs(String... lines) throws IOException {
        return Files.write(folder.resolve("jobs.ndjson"), List.of(lines)).toString();
    }

    @Test
    void all_in_is_0() throws IOException {
        assertThat(rung("import", "jobs", jobs("{\"id\":\"a\",\"title\":\"Baker\"}")))
                .isZero();
        assertThat(out.toString()).startsWith("read 1, accepted 1, rejected 0").contains("jobs");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_bad_line_is_1_and_is_named() throws IOException {
        assertThat(rung("import", "jobs", jobs("{\"id\":\"a\",\"title\":\"Baker\"}", "{\"id\":\"b\"}")))
                .isEqualTo(1);
        assertThat(out.toString()).startsWith("read 2, accepted 1, rejected 1");
        assertThat(err.toString()).contains("jobs.ndjson:2: /title: is required");
    }

    @Test
    void the_data_folder_remembers_it_but_not_a_dry_run() throws IOException {
        rung("import", "jobs", jobs("{\"id\":\"a\",\"title\":\"Baker\"}", "{\"id\":\"b\"}"));
        rung("import", "jobs", jobs("{\"id\":\"c\",\"title\":\"Cook\"}"), "--dry-run");

        JsonNode kept =
                Json.mapper().readTree(folder.resolve("data/imports.json").toFile());
        assertThat(kept).hasSize(1);
        assertThat(kept.at("/0/by").asText()).isEqualTo("command");
        assertThat(kept.at("/0/files/0").asText()).isEqualTo("jobs.ndjson");
        assertThat(kept.at("/0/errors/0").asText()).isEqualTo("jobs.ndjson:2: /title: is required");
    }

    @Test
    void json_is_one_document_and_the_report_has_a_line_a_problem() throws IOException, InvalidJson {
        Path report = folder.resolve("report.ndjson");

        int status = rung("import", "jobs", jobs("{\"id\":\"b\"}", "{}"), "--json", "--report", report.toString());

        assertThat(status).isEqualTo(1);
        JsonNode json = Json.read(out.toString().getBytes(StandardCharsets.UTF_8), JsonNode.class);
        assertThat(json.get("read").asInt()).isEqualTo(2);
        assertThat(json.get("accepted").asInt()).isZero();
        assertThat(json.get("rejected").asInt()).isEqualTo(2);
        assertThat(json.at("/errors/0/line").asInt()).isEqualTo(1);
        assertThat(json.at("/errors/0/field").asText()).isEqualTo("/title");
        assertThat(json.at("/errors/0/message").asText()).isEqualTo("is required");
        assertThat(Files.readAllLines(report)).hasSize(2);
    }

    @Test
    void json_has_its_lists_even_when_they_are_empty() throws IOException, InvalidJson {
        rung("import", "jobs", jobs("{\"id\":\"a\",\"title\":\"Baker\"}"), "--json", "--dry-run");

        JsonNode json = Json.read(out.toString().getBytes(StandardCharsets.UTF_8), JsonNode.class);
        assertThat(json.get("errors").isArray()).isTrue();
        assertThat(json.get("dryRun").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import                              | Missing required parameter",
                "import jobs                         | Missing required parameter",
                "import jobs nowhere.ndjson          | there is no file nowhere.ndjson",
                "import jobs src                     | src is a folder",
                "import recipes pom.xml              | there is no format recipes; known are esco, jobs",
                "import jobs pom.xml --field title   | expected FIELD=COLUMN",
                "import jobs pom.xml --field x=y     | no field x; known here are",
                "import esco src --field title=name  | esco has columns of its own",
            })
    void a_command_that_makes_no_sense_is_2_and_says_why(String command, String message) {
        assertThat(rung(command.split(" +"))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }
}
