package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real server on a disk that is really full: 24 MB of memory, mounted where only the server sees it. Needs Linux and leave to make name spaces, and is
 * skipped elsewhere.
 */
class FullDiskTest {
    private static final String[] SMALL_DISK = {
        "unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=24m tmpfs \"$0\" && exec \"$@\""
    };

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mayMount() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/self/root")), "only Linux lets a test look into another's mounts");
        disk = Files.createDirectory(folder.resolve("disk"));
        int status;
        try {
            status = new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", disk.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            status = -1;
        }
        assumeTrue(status == 0, "no leave to mount a small disk here");
    }

    private Serving serving() throws IOException {
        String[] before = java.util.Arrays.copyOf(SMALL_DISK, SMALL_DISK.length + 1);
        before[SMALL_DISK.length] = disk.toString();
        return Serving.in(disk.resolve("data"), folder.resolve("log"), before);
    }

    private static String job(int number) {
        return "{\"id\":\"job-" + number + "\",\"title\":\"Baker " + number + "\",\"description\":\""
                + "Bakes bread and decorates cakes. ".repeat(20) + "\"}";
    }

    private static String event(int number) {
        return "{\"kind\":\"completed\",\"person\":\"p-" + number
                + "\",\"credential\":\"sql-weekend\",\"at\":\"2026-03-01\"}";
    }

    /** Writes until it is refused for want of room; gives how many were acknowledged. */
    private static int fill(Path file) throws IOException {
        int written = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4096]);
                written++;
            }
        } catch (IOException full) {
            return written;
        }
    }

    @Test
    void readsGoOnWritesAreRefusedAndWorkAgainWhenThereIsRoom() throws Exception {
        try (Serving rung = serving()) {
            Path seen = Path.of("/proc/" + rung.process.pid() + "/root" + disk);
            List<Integer> acknowledged = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                assertThat(rung.put("/v1/jobs/job-" + i, job(i)).statusCode()).isEqualTo(201);
                acknowledged.add(i);
            }
            assertThat(rung.post("/v1/events", event(0)).statusCode()).isEqualTo(200);
            String before = rung.get("/v1/jobs/job-3").body();

            assertThat(fill(seen.resolve("filler"))).isPositive();
            HttpResponse<String> refused = null;
            for (int i = 5; i < 40; i++) {
                HttpResponse<String> reply = rung.put("/v1/jobs/job-" + i, job(i));
                if (reply.statusCode() == 201) acknowledged.add(i);
                else refused = reply;
            }
            assertThat(refused).isNotNull();
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.body()).contains("disk of the data folder is full");
            int events = 1;
            HttpResponse<String> event = rung.post("/v1/events", event(events));
            // What is left of its last page is room for a few.
            while (event.statusCode() == 200 && events < 200) event = rung.post("/v1/events", event(++events));
            assertThat(event.statusCode()).as(event.body()).isEqualTo(507);
            assertThat(rung.get("/v1/jobs/job-3").body()).isEqualTo(before);
            assertThat(rung.post("/v1/recommendations/jobs", "{\"text\":\"I bake bread\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(rung.get("/health/ready").statusCode()).isEqualTo(200);

            Files.delete(seen.resolve("filler"));
            for (int i = 100; i < 105; i++) {
                HttpResponse<String> reply = rung.put("/v1/jobs/job-" + i, job(i));
                assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
                acknowledged.add(i);
            }
            assertThat(rung.post("/v1/events", event(events)).body()).isEqualTo("{\"recorded\":1,\"known\":0}");
            assertAllThere(rung, acknowledged);
            assertThat(Files.readString(rung.log)).doesNotContain("\tat ");
        }
    }

    private static void assertAllThere(Serving rung, List<Integer> acknowledged) {
        for (int number : acknowledged) {
            assertThat(rung.get("/v1/jobs/job-" + number).statusCode()).isEqualTo(200);
        }
    }
}
