package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is made while a server writes; what it acknowledged before is in there, and a restored folder gives the same answers. */
class BackupTest {
    private static final String QUESTION = "{\"text\":\"Four years in a hotel kitchen, I bake at home\",\"limit\":5}";

    @TempDir
    private Path folder;

    private static String job(String id) {
        return "{\"id\":\"" + id + "\",\"title\":\"Baker " + id + "\",\"requirements\":[]}";
    }

    private Typed backup(Path data, Path out) {
        return Typed.rung("backup", "--data", data.toString(), "--out", out.toString());
    }

    private Typed restore(Path from, Path data, String... more) {
        List<String> words = new ArrayList<>(List.of("restore", from.toString(), "--data", data.toString()));
        words.addAll(List.of(more));
        return Typed.rung(words.toArray(String[]::new));
    }

    /** Every file of a folder but the locks, with its bytes. */
    private static TreeMap<String, String> content(Path data) throws IOException {
        TreeMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().endsWith("lock")) continue;
                content.put(
                        data.relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    @Test
    void whatWasAcknowledgedBeforeABackupOfALiveServerIsInIt() throws Exception {
        Path data = folder.resolve("data");
        List<Path> backups = new ArrayList<>();
        List<Set<String>> before = new ArrayList<>();
        try (Serving rung = Serving.in(data, folder.resolve("log"))) {
            Set<String> acknowledged = new ConcurrentSkipListSet<>();
            AtomicBoolean enough = new AtomicBoolean();
            List<Thread> writers = new ArrayList<>();
            for (int t = 0; t < 2; t++) {
                String prefix = "w" + t + "-";
                writers.add(Thread.ofPlatform().start(() -> {
                    for (int i = 0; !enough.get(); i++) {
                        String id = prefix + i;
                        if (rung.put("/v1/jobs/" + id, job(id)).statusCode() == 201) acknowledged.add(id);
                        String event = "{\"id\":\"e-" + id + "\",\"kind\":\"completed\",\"person\":\"p-" + id
                                + "\",\"credential\":\"sql-weekend\",\"at\":\"2026-03-01\"}";
                        if (rung.post("/v1/events", event).statusCode() == 200) acknowledged.add("e-" + id);
                    }
                }));
            }
            for (int i = 0; i < 4; i++) {
                int seen = acknowledged.size();
                while (acknowledged.size() < seen + 10) Thread.onSpinWait();
                before.add(Set.copyOf(acknowledged));
                Path out = folder.resolve("backup-" + i + ".zip");
                Typed typed = backup(data, out);
                assertThat(typed.status()).as(typed.err()).isZero();
                backups.add(out);
            }
            enough.set(true);
            for (Thread writer : writers) writer.join();
        }
        for (int i = 0; i < backups.size(); i++) {
            Path restored = folder.resolve("restored-" + i);
            Typed typed = restore(backups.get(i), restored);
            assertThat(typed.status()).as(typed.err()).isZero();
            assertThat(before.get(i)).isNotEmpty();
            try (DataFolder.Opened opened = DataFolder.at(restored).openExisting();
                    var view = opened.catalogue().view()) {
                Set<String> events = new java.util.HashSet<>();
                opened.events().each(e -> events.add(e.id()));
                for (String id : before.get(i)) {
                    if (id.startsWith("e-")) assertThat(events).contains(id);
                    else assertThat(view.find(dev.rung.catalogue.Kind.JOBS, id)).isPresent();
                }
            }
        }
    }

    @Test
    void aRestoredFolderGivesTheSameAnswersByteForByteAndHoldsTheSameFiles() throws Exception {
        Path data = folder.resolve("data");
        Path profile = Files.writeString(folder.resolve("me.json"), QUESTION);
        assertThat(Typed.rung("candidates", "--skill", "SQL", "--record", "--data", data.toString())
                        .status())
                .isZero();
        Path events = Files.writeString(
                folder.resolve("events.csv"), "kind,person,credential,at\ncompleted,p-1,sql-weekend,2026-01-01\n");
        Typed.rung("import", "events", events.toString(), "--data", data.toString());
        Path out = folder.resolve("backup.zip");
        assertThat(backup(data, out).status()).isZero();

        Path again = folder.resolve("again");
        assertThat(restore(out, again).status()).isZero();

        assertThat(content(again)).isEqualTo(content(data));
        for (String[] question : List.of(
                new String[] {"recommend", "credentials", "--profile", profile.toString(), "--json"},
                new String[] {"recommend", "jobs", "--profile", profile.toString(), "--json"},
                new String[] {"candidates", "--role", "data-analyst", "--verified", "--json"})) {
            assertThat(Typed.rung(with(question, again)).out())
                    .isEqualTo(Typed.rung(with(question, data)).out())
                    .contains("\"results\"");
        }
    }

    private static String[] with(String[] question, Path data) {
        List<String> words = new ArrayList<>(List.of(question));
        words.addAll(List.of("--data", data.toString()));
        return words.toArray(String[]::new);
    }

    @Test
    void whoeverWasErasedSinceTheBackupIsErasedAgain() throws Exception {
        Path data = folder.resolve("data");
        Path out = folder.resolve("backup.zip");
        assertThat(Typed.rung("demand", "--data", data.toString()).status()).isZero();
        assertThat(backup(data, out).status()).isZero();
        assertThat(Typed.rung("erase", "cand-digital-01", "--data", data.toString())
                        .status())
                .isZero();

        Path plain = folder.resolve("plain");
        assertThat(restore(out, plain).status()).isZero();
        assertThat(Typed.rung("export", "cand-digital-01", "--data", plain.toString())
                        .status())
                .isZero();
        Path again = folder.resolve("again");
        Typed typed =
                restore(out, again, "--erasures", data.resolve("erased.json").toString());

        assertThat(typed.status()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("erased again 1");
        assertThat(Typed.rung("export", "cand-digital-01", "--data", again.toString())
                        .status())
                .isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotEmptyAndABackupThatIsThereAreLeftAlone() throws Exception {
        Path data = folder.resolve("data");
        Path out = folder.resolve("backup.zip");
        Typed.rung("demand", "--data", data.toString());
        assertThat(backup(data, out).status()).isZero();
        byte[] whole = Files.readAllBytes(out);

        assertThat(backup(data, out).status()).isEqualTo(2);
        assertThat(backup(data, data.resolve("inside.zip")).err()).contains("outside the folder");
        assertThat(backup(folder.resolve("nowhere"), folder.resolve("b.zip")).err())
                .contains("there is nothing of Rung in");
        assertThat(Files.readAllBytes(out)).isEqualTo(whole);
        TreeMap<String, String> before = content(data);
        Typed typed = restore(out, data);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("is not empty");
        assertThat(content(data)).isEqualTo(before);
    }

    @Test
    void anArchiveThatIsNotWhatItSaysRestoresNothing() throws Exception {
        Path data = folder.resolve("data");
        Path out = folder.resolve("backup.zip");
        Typed.rung("demand", "--data", data.toString());
        assertThat(backup(data, out).status()).isZero();
        Path bad = folder.resolve("bad.zip");

        Files.write(bad, java.util.Arrays.copyOf(Files.readAllBytes(out), (int) Files.size(out) / 2));
        refused(bad, "is no backup, or cut off");
        changed(out, bad, "live", "20260101-000000-abcdef\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "live");
        refused(bad, "live does not match its digest");
        changed(out, bad, "live", new byte[100_000], "live");
        refused(bad, "live is larger than its manifest says");
        changed(out, bad, "live", new byte[3], "live");
        refused(bad, "live is smaller than its manifest says");
        changed(out, bad, "live", new byte[3], "../../live");
        refused(bad, "'../../live', which its manifest does not name");
        String manifest = new String(read(out, "manifest.json"), java.nio.charset.StandardCharsets.UTF_8);
        for (String name : List.of("../live", "/etc/live", "a/../../live", "..\\\\live", ".live", "a/b/c/d")) {
            changed(
                    out,
                    bad,
                    "manifest.json",
                    manifest.replace("\"live\"", "\"" + name + "\"").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "manifest.json");
            refused(bad, "is no name of a file in a data folder");
        }
        changed(
                out,
                bad,
                "manifest.json",
                manifest.replace("\"format\":1", "\"format\":9").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "manifest.json");
        refused(bad, "reads format 1 of backups");
        changed(
                out,
                bad,
                "manifest.json",
                manifest.replaceFirst("\"size\":[0-9]+", "\"size\":30000000000000")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "manifest.json");
        refused(bad, "there is no room");
    }

    private void refused(Path archive, String why) {
        Path target = folder.resolve("target");
        Typed typed = restore(archive, target);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains(why).doesNotContain("Exception");
        assertThat(target.resolve("live")).doesNotExist();
        assertThat(folder.resolve("live")).doesNotExist();
        String[] left = target.toFile().list();
        assertThat(left == null ? new String[0] : left).isEmpty();
    }

    private static byte[] read(Path archive, String name) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    /** The same archive with one entry of another content or name. */
    private static void changed(Path from, Path to, String entry, byte[] content, String name) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry each : zip.stream().map(ZipEntry.class::cast).toList()) {
                boolean isIt = each.getName().equals(entry);
                out.putNextEntry(new ZipEntry(isIt ? name : each.getName()));
                out.write(isIt ? content : read(from, each.getName()));
                out.closeEntry();
            }
        }
    }

    @Test
    void aManifestNamesEveryFileWithItsSizeAndDigest() throws Exception {
        Path data = folder.resolve("data");
        Typed.rung("demand", "--data", data.toString());
        Path out = folder.resolve("backup.zip");
        JsonNode manifest = Typed.rung("backup", "--data", data.toString(), "--out", out.toString(), "--json")
                .json();
        assertThat(manifest.path("format").intValue()).isEqualTo(1);
        assertThat(manifest.path("files")).hasSizeGreaterThan(3).allSatisfy(file -> {
            assertThat(file.path("sha256").textValue()).hasSize(64);
            assertThat(file.path("size").longValue())
                    .isEqualTo(read(out, file.path("name").textValue()).length);
        });
        assertThat(Json.read(read(out, "manifest.json"), JsonNode.class)).isEqualTo(manifest);
    }
}
