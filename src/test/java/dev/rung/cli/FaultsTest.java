package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong with a data folder: a sentence that says what, where and what to do, never a trace; and what was whole is still there afterwards. */
class FaultsTest {
    @TempDir
    private static Path prepared;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeAll
    static void prepare() throws IOException {
        String made = prepared.resolve("data").toString();
        assertThat(Typed.rung("candidates", "--skill", "SQL", "--record", "--data", made)
                        .status())
                .isZero();
        Path events = Files.writeString(
                prepared.resolve("events.csv"),
                "kind,person,credential,at\ncompleted,p-1,sql-weekend,2026-01-01\ncompleted,p-2,sql-weekend,2026-01-02\ncompleted,p-3,sql-weekend,2026-01-03\n");
        assertThat(Typed.rung("import", "events", events.toString(), "--data", made)
                        .status())
                .isZero();
        Path jobs = Files.writeString(
                prepared.resolve("jobs.ndjson"),
                "{\"id\":\"late-1\",\"title\":\"Baker\"}\n{\"id\":\"late-2\",\"title\":\"Cook\"}\n");
        assertThat(Typed.rung("import", "jobs", jobs.toString(), "--data", made).status())
                .isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        data = folder.resolve("data");
        try (Stream<Path> files = Files.walk(prepared.resolve("data"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        data.resolve(prepared.resolve("data").relativize(file).toString()));
            }
        }
    }

    private Typed rung(String... words) {
        String[] all = Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        return Typed.rung(all);
    }

    private JsonNode check(String... more) {
        return rung(Stream.concat(Stream.of("check", "--json"), Stream.of(more)).toArray(String[]::new))
                .json();
    }

    private String live() throws IOException {
        return Files.readString(data.resolve("live")).strip();
    }

    private Path generation() throws IOException {
        return data.resolve("generations").resolve(live());
    }

    /** The same sentence for a command and for the server: status 2, what and where, and no trace. */
    private void isRefused(String... what) throws IOException {
        for (String command : List.of("demand", "serve")) {
            Typed typed = rung(command);
            assertThat(typed.status()).as(typed.err()).isEqualTo(2);
            assertThat(typed.err()).contains(what).doesNotContain("Exception", "\tat ");
        }
    }

    private static void flip(Path file, long from, int bytes) throws IOException {
        try (RandomAccessFile at = new RandomAccessFile(file.toFile(), "rw")) {
            for (int i = 0; i < bytes; i++) {
                at.seek(from + i);
                int b = at.read();
                at.seek(from + i);
                at.write(b ^ 0x55);
            }
        }
    }

    private List<Path> packed() throws IOException {
        try (Stream<Path> files = Files.list(generation())) {
            return files.filter(f -> f.toString().endsWith(".cfs"))
                    .sorted(java.util.Comparator.comparing(f -> f.toFile().length()))
                    .toList();
        }
    }

    @Test
    void aWholeFolderIsWhole() {
        JsonNode report = check();

        assertThat(report.path("sound").booleanValue()).as(report.toString()).isTrue();
        assertThat(report.path("troubles")).isEmpty();
        assertThat(report.at("/counts/events").intValue()).isEqualTo(3);
        assertThat(report.at("/counts/decisions").intValue()).isEqualTo(1);
        assertThat(report.at("/counts/skills").intValue()).isPositive();
        assertThat(report.at("/counts/candidates").intValue()).isPositive();
        assertThat(check("--repair").path("done")).isEmpty();
        assertThat(Typed.rung("check", "--data", folder.resolve("nowhere").toString())
                        .err())
                .contains("there is no folder");
    }

    @Test
    void aDamagedSegmentIsNamedSavedAroundAndKept() throws IOException {
        List<Path> segments = packed();
        assertThat(segments).hasSizeGreaterThan(1);
        Path small = segments.getFirst();
        int before = check().at("/counts/jobs").intValue();
        flip(small, Files.size(small) / 2, 8);
        String damaged = live();

        JsonNode report = check();
        assertThat(report.path("sound").booleanValue()).isFalse();
        assertThat(report.at("/troubles/0/message").textValue()).contains("segment _", "with 2 records is damaged");
        assertThat(rung("check").out()).contains("damage: generations/" + damaged, "--repair");
        assertThat(Typed.rung(
                                "backup",
                                "--data",
                                data.toString(),
                                "--out",
                                folder.resolve("b.zip").toString())
                        .err())
                .contains("is damaged", "rung check");
        assertThat(folder.resolve("b.zip")).doesNotExist();

        JsonNode mended = check("--repair");
        assertThat(mended.path("sound").booleanValue()).as(mended.toString()).isTrue();
        assertThat(mended.at("/done/0").textValue()).contains("2 records were in damaged ones");
        assertThat(mended.at("/counts/jobs").intValue()).isEqualTo(before - 2);
        assertThat(mended.at("/counts/events").intValue()).isEqualTo(3);
        assertThat(data.resolve("damaged").resolve(damaged)).isDirectory();
        assertThat(live()).isNotEqualTo(damaged);
        assertThat(rung("candidates", "--skill", "SQL").status()).isZero();
        assertThat(rung("import", "jobs", prepared.resolve("jobs.ndjson").toString())
                        .status())
                .isZero();
        assertThat(check().at("/counts/jobs").intValue()).isEqualTo(before);
    }

    @Test
    void anIndexThatCannotBeOpenedSaysSoAndIsLeftAsItIs() throws IOException {
        Path segments;
        try (Stream<Path> files = Files.list(generation())) {
            segments = files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
        }
        flip(segments, Files.size(segments) / 2, 4);

        isRefused(data.toAbsolutePath().toString(), "is damaged", "rung check");
        JsonNode report = check("--repair");
        assertThat(report.path("sound").booleanValue()).isFalse();
        assertThat(report.at("/troubles/0/advice").textValue()).contains("restore a backup");
        assertThat(segments).exists();

        Files.delete(segments);
        isRefused("is damaged", "rung check");
        assertThat(packed()).isNotEmpty();
    }

    @Test
    void aMissingFileOfTheIndexIsNamed() throws IOException {
        Path gone = packed().getLast();
        Files.delete(gone);

        isRefused("is damaged: there is no " + gone.getFileName(), "rung check");
        assertThat(check().path("sound").booleanValue()).isFalse();
    }

    @Test
    void anIndexOfAnotherVersionSaysHowToGetAcross() throws IOException {
        try (var directory = FSDirectory.open(generation());
                var writer =
                        new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            Map<String, String> note = new java.util.HashMap<>(
                    SegmentInfos.readLatestCommit(directory).getUserData());
            note.put("format", "99");
            writer.setLiveCommitData(note.entrySet());
            writer.commit();
        }

        isRefused("format 99", "rung export --all", "rung import all");
        assertThat(check().path("sound").booleanValue()).isFalse();
    }

    @Test
    void anIndexOfAnotherModelIsToBeBuiltAnew() throws IOException {
        try (var directory = FSDirectory.open(generation());
                var writer =
                        new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            Map<String, String> note = new java.util.HashMap<>(
                    SegmentInfos.readLatestCommit(directory).getUserData());
            note.put("model", "older-1");
            writer.setLiveCommitData(note.entrySet());
            writer.commit();
        }

        JsonNode report = check();
        assertThat(report.path("sound").booleanValue()).isTrue();
        assertThat(report.at("/troubles/0/message").textValue()).contains("older-1");
        assertThat(report.at("/troubles/0/advice").textValue()).contains("rung reindex");
        assertThat(rung("reindex").status()).isZero();
        assertThat(check().path("troubles")).isEmpty();
    }

    @Test
    void anIndexOfANewerLuceneSaysSo() throws IOException {
        // The version of the header of the file that names the segments: four bytes behind the magic number and the
        // name of the codec.
        Path segments;
        try (Stream<Path> files = Files.list(generation())) {
            segments = files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
        }
        try (RandomAccessFile file = new RandomAccessFile(segments.toFile(), "rw")) {
            file.seek(CodecUtil.headerLength("segments") - Integer.BYTES);
            file.writeInt(999);
        }
        isRefused("was written by a newer version of Rung");
        try (RandomAccessFile file = new RandomAccessFile(segments.toFile(), "rw")) {
            file.seek(CodecUtil.headerLength("segments") - Integer.BYTES);
            file.writeInt(1);
        }
        isRefused("was written by another version of Rung", "rung export --all");
    }

    @Test
    void aMissingOrWrongPointerIsMended() throws IOException {
        String live = live();
        Files.delete(data.resolve("live"));
        isRefused("its file live is missing", "rung check --repair");
        assertThat(check().at("/troubles/0/advice").textValue()).contains(live);
        assertThat(check("--repair").path("sound").booleanValue()).isTrue();
        assertThat(live()).isEqualTo(live);

        for (byte[] wrong : List.of(
                new byte[21],
                "../../etc\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xfe},
                new byte[0])) {
            Files.write(data.resolve("live"), wrong);
            isRefused("live", "rung check --repair");
            assertThat(check("--repair").at("/done/0").textValue()).contains("live names " + live);
            assertThat(rung("demand").status()).isZero();
        }
    }

    @Test
    void aDamagedEventIsTakenOutAndATornOneDropped() throws IOException {
        Path log = data.resolve("events/events.log");
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(3);
        Files.writeString(
                log, lines.get(0) + "\n" + lines.get(1).replace("p-2", "p-9") + "\n" + lines.get(2) + "\n" + "0123");

        isRefused("events.log", "line 2", "rung check --repair");
        JsonNode report = check();
        assertThat(report.path("sound").booleanValue()).isFalse();
        assertThat(report.at("/troubles/0/message").textValue()).contains("line 2");
        assertThat(report.at("/troubles/1/message").textValue()).contains("4 bytes");

        JsonNode mended = check("--repair");
        assertThat(mended.path("sound").booleanValue()).isTrue();
        assertThat(mended.at("/counts/events").intValue()).isEqualTo(2);
        assertThat(Files.readString(data.resolve("events/events.log.damaged-1")))
                .contains("p-9", "0123");
        assertThat(rung("export", "p-3").json().path("events")).hasSize(1);

        // Cut off in the middle of its last line: that event was never acknowledged.
        Files.writeString(log, "0123", StandardOpenOption.APPEND);
        assertThat(check().path("sound").booleanValue()).isTrue();
        assertThat(rung("demand").status()).isZero();
        assertThat(check().path("troubles")).isEmpty();
    }

    @Test
    void damagedDecisionsAndNotesArePutAside() throws IOException {
        Files.writeString(data.resolve("decisions.ndjson"), "{\"id\":\n", StandardOpenOption.APPEND);
        assertThat(rung("candidates", "--skill", "SQL", "--record").err()).contains("line 2", "rung check --repair");
        Files.writeString(data.resolve("imports.json"), "[{");
        isRefusedByTheServer("imports.json");

        JsonNode report = check();
        assertThat(report.path("troubles")).hasSize(2);
        JsonNode mended = check("--repair");
        assertThat(mended.path("sound").booleanValue()).as(mended.toString()).isTrue();
        assertThat(data.resolve("imports.json.damaged-1")).exists();
        assertThat(rung("candidates", "--skill", "SQL", "--record").err()).contains("recorded as decision-2");
    }

    private void isRefusedByTheServer(String what) {
        Typed typed = rung("serve", "--port", "0");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains(what).doesNotContain("Exception");
    }

    @Test
    void whatIsNotOursIsLeftAlone() throws IOException {
        Files.writeString(data.resolve("notes of mine.txt"), "keep");
        Files.createDirectories(data.resolve("generations/my-copy"));
        Files.writeString(data.resolve("generations/my-copy/_0.cfs"), "keep");
        Files.writeString(generation().resolve("read me"), "keep");

        assertThat(rung("demand").status()).isZero();
        JsonNode report = check("--repair");

        assertThat(report.path("sound").booleanValue()).isTrue();
        assertThat(report.path("troubles"))
                .hasSize(2)
                .allSatisfy(t -> assertThat(t.path("message").textValue()).isEqualTo("is nothing of Rung's"));
        assertThat(data.resolve("generations/my-copy/_0.cfs")).hasContent("keep");
        assertThat(generation().resolve("read me")).hasContent("keep");
        assertThat(data.resolve("notes of mine.txt")).hasContent("keep");
    }

    @Test
    void aKilledServerLeavesNoLockAndNothingBroken() throws Exception {
        try (Serving rung = Serving.in(data, folder.resolve("log"))) {
            assertThat(rung.put("/v1/jobs/last", "{\"id\":\"last\",\"title\":\"Last\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(rung("erase", "p-1").err()).contains("in use by another process");
            JsonNode beside = check();
            assertThat(beside.path("inUse").booleanValue()).isTrue();
            assertThat(beside.path("sound").booleanValue())
                    .as(beside.toString())
                    .isTrue();
            assertThat(rung("check", "--repair").status()).isEqualTo(2);
            rung.kill();
        }
        assertThat(data.resolve("lock")).exists();
        assertThat(check().path("sound").booleanValue()).isTrue();
        assertThat(rung("erase", "p-1").status()).isZero();
    }

    @Test
    void aFolderThatMustNotBeWrittenToIsNamed() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/root")), "needs Linux");
        String[] before = {
            "unshare", "-rm", "sh", "-c", "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\""
        };
        int status;
        try {
            status = new ProcessBuilder("unshare", "-rm", "mount", "--bind", data.toString(), data.toString())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            status = -1;
        }
        assumeTrue(status == 0, "no leave to mount anything here");
        for (String command : List.of("demand", "reindex", "serve")) {
            List<String> words = new java.util.ArrayList<>(List.of(before));
            words.addAll(List.of(
                    data.toString(),
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Rung.class.getName(),
                    command,
                    "--data",
                    data.toString()));
            Path err = folder.resolve("err");
            int refused = new ProcessBuilder(words)
                    .redirectError(err.toFile())
                    .redirectOutput(folder.resolve("out").toFile())
                    .start()
                    .waitFor();
            // To read is not to write.
            assertThat(refused).as(Files.readString(err)).isEqualTo(command.equals("demand") ? 0 : 2);
            if (refused == 0) continue;
            assertThat(Files.readString(err))
                    .contains(data.toString(), "Read-only file system")
                    .doesNotContain("\tat ");
        }
        assertThat(check().path("sound").booleanValue()).isTrue();
    }
}
