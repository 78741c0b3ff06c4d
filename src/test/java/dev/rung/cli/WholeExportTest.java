package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything out, everything into an empty folder, everything out again: the same bytes, and the same recommendations. */
class WholeExportTest {
    @TempDir
    private Path folder;

    private String data;

    @BeforeEach
    void fill() throws IOException {
        data = folder.resolve("data").toString();
        assertThat(Typed.rung("candidates", "--skill", "SQL", "--record", "--data", data)
                        .status())
                .isZero();
        // As it was written: no skills, and none are to be found in its text on the way.
        Path job = Files.writeString(
                folder.resolve("jobs.ndjson"), "{\"id\":\"odd-1\",\"title\":\"Größe \\u2028 & \\\"quotes\\\"\"}\n");
        Typed.rung("import", "jobs", job.toString(), "--data", data);
        StringBuilder events = new StringBuilder("kind,person,credential,at\n");
        for (int i = 0; i < 2_500; i++) {
            events.append("completed,p-" + i % 700 + ",sql-weekend,2026-01-" + (10 + i % 20) + "\n");
        }
        Path histories = Files.writeString(folder.resolve("events.csv"), events);
        assertThat(Typed.rung("import", "events", histories.toString(), "--data", data)
                        .status())
                .isZero();
    }

    private static Typed export(String from, Path out) {
        return Typed.rung("export", "--all", "--out", out.toString(), "--data", from);
    }

    private static TreeMap<String, String> content(Path place) throws IOException {
        TreeMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) content.put(file.getFileName().toString(), Files.readString(file));
        }
        return content;
    }

    @Test
    void outAndInAndOutAgainIsTheSame() throws IOException {
        Path first = folder.resolve("first");
        Typed typed = export(data, first);
        assertThat(typed.status()).as(typed.err()).isZero();
        assertThat(content(first).keySet())
                .containsExactly(
                        "candidates.ndjson",
                        "credentials.ndjson",
                        "decisions.ndjson",
                        "events.ndjson",
                        "export.json",
                        "jobs.ndjson",
                        "roles.ndjson",
                        "skills.ndjson");

        String again = folder.resolve("again").toString();
        Typed taken = Typed.rung("import", "all", first.toString(), "--data", again, "--json");
        assertThat(taken.status()).as(taken.out() + taken.err()).isZero();
        assertThat(taken.json().path("rejected").intValue()).isZero();
        Path second = folder.resolve("second");
        assertThat(export(again, second).status()).isZero();

        assertThat(content(second)).isEqualTo(content(first));
        assertThat(content(first).get("candidates.ndjson")).contains("\"verdict\"");
        assertThat(content(first).get("decisions.ndjson")).contains("decision-1");
        Path profile = Files.writeString(folder.resolve("me.json"), "{\"text\":\"I bake and I know SQL\"}");
        for (String about : new String[] {"credentials", "roles", "jobs"}) {
            assertThat(results(again, about, profile))
                    .isEqualTo(results(data, about, profile))
                    .isNotEmpty();
        }
        // Numbers go on where they were.
        Typed.rung("candidates", "--skill", "SQL", "--record", "--data", again);
        assertThat(Files.readString(Path.of(again, "decisions.ndjson"))).contains("decision-2");
    }

    private static JsonNode results(String from, String about, Path profile) {
        return Typed.rung("recommend", about, "--profile", profile.toString(), "--data", from, "--json")
                .json()
                .path("results");
    }

    @Test
    void aZipHoldsTheSameAndTheSameRecordsAreTheSameZip() throws IOException {
        Path zip = folder.resolve("everything.zip");
        Path twice = folder.resolve("twice.zip");
        assertThat(export(data, zip).status()).isZero();
        assertThat(export(data, twice).status()).isZero();
        assertThat(Files.mismatch(zip, twice)).isEqualTo(-1);

        String again = folder.resolve("again").toString();
        assertThat(Typed.rung("import", "all", zip.toString(), "--data", again).status())
                .isZero();
        assertThat(Typed.rung("import", "all", zip.toString(), "--data", again).status())
                .isZero();
        Path third = folder.resolve("third.zip");
        assertThat(export(again, third).status()).isZero();
        assertThat(Files.mismatch(zip, third)).isEqualTo(-1);
    }

    @Test
    void whatIsNoWholeExportIsNamed() throws IOException {
        Path out = folder.resolve("out");
        assertThat(export(data, out).status()).isZero();
        assertThat(export(data, out).err()).contains("is not empty");
        assertThat(Typed.rung("export", "--all", "--data", data).status()).isEqualTo(2);
        assertThat(Typed.rung("export", "--data", data).status()).isEqualTo(2);
        assertThat(Typed.rung("export", "p-1", "--all", "--out", "x", "--data", data)
                        .status())
                .isEqualTo(2);

        String again = folder.resolve("again").toString();
        String jobs = Files.readString(out.resolve("jobs.ndjson"));
        Files.writeString(out.resolve("jobs.ndjson"), "not json\n" + jobs.substring(0, jobs.indexOf('\n') + 1));
        Typed cut = Typed.rung("import", "all", out.toString(), "--data", again, "--json");
        assertThat(cut.status()).isEqualTo(1);
        assertThat(cut.json().path("errors"))
                .anySatisfy(e -> assertThat(e.path("message").textValue()).contains("the file ends here"))
                .anySatisfy(e -> assertThat(e.path("line").intValue()).isEqualTo(1));

        Files.delete(out.resolve("export.json"));
        Typed broken = Typed.rung("import", "all", out.toString(), "--data", again);
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("one that broke off");
        Path noZip = Files.writeString(folder.resolve("no.zip"), "no zip");
        assertThat(Typed.rung("import", "all", noZip.toString(), "--data", again)
                        .err())
                .contains("is no ZIP file");
    }
}
