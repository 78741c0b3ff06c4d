package dev.rung.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever moment a process is killed at, the events it acknowledged are in the folder, and nobody whose erasure it acknowledged is. More often with
 * {@code -Drung.kills=50}.
 */
class EventKillTest {
    private static final int KILLS = Integer.getInteger("rung.kills", 5);

    @TempDir
    Path folder;

    private final Random random = new Random();

    @Test
    void whatWasAcknowledgedIsThereAndWhoWasErasedIsNot() throws Exception {
        Set<String> recorded = new HashSet<>();
        Set<String> erased = new HashSet<>();
        int first = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            for (String line : acknowledgedUntilKilled(first)) {
                String[] said = line.split(" ");
                (said[0].equals("erased") ? erased : recorded).add(said[1]);
                first = Math.max(first, Integer.parseInt(said[2]) + 2);
            }
            check(recorded, erased);
        }
        assertThat(recorded).isNotEmpty();
    }

    private void check(Set<String> recorded, Set<String> erased) throws IOException {
        try (Events log = EventLog.open(folder)) {
            for (String person : recorded) {
                // Whose erasure was under way when the process was killed may be gone or not, but not halfway.
                int expected = EventWritingProcess.EACH;
                if (EventWritingProcess.isToBeErased(person)) {
                    assertThat(log.of(person).size()).as(person).isIn(0, expected);
                } else {
                    assertThat(log.of(person)).as(person).hasSize(expected);
                }
            }
            for (String person : erased) assertThat(log.of(person)).as(person).isEmpty();
        }
        String bytes = Files.readString(folder.resolve("events.log"), StandardCharsets.ISO_8859_1);
        for (String person : erased) assertThat(bytes).doesNotContain("\"" + person + "\"");
    }

    private List<String> acknowledgedUntilKilled(int first) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EventWritingProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            int enough = 1 + random.nextInt(80);
            String line = reader.readLine();
            while (line != null && lines.size() < enough) {
                lines.add(line);
                line = reader.readLine();
            }
            process.waitFor(random.nextInt(30), TimeUnit.MILLISECONDS);
            // By its handle: the process itself would close what it still has to say.
            process.toHandle().destroyForcibly();
            for (; line != null; line = reader.readLine()) {
                if (line.matches("\\w+ \\S+ \\d+")) lines.add(line);
            }
        }
        process.waitFor();
        return lines;
    }
}
