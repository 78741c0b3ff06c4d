package dev.rung.catalogue.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Samples;
import dev.rung.encoder.LexicalEncoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever moment a process is killed at, what it acknowledged is in the folder. More often with {@code -Drung.kills=50}. */
class KillTest {
    private static final int KILLS = Integer.getInteger("rung.kills", 5);

    @TempDir
    Path folder;

    private final Random random = new Random();

    @Test
    void whatWasAcknowledgedIsThereOnce() throws Exception {
        Map<Integer, Integer> last = new HashMap<>();
        Set<String> acknowledged = new HashSet<>();
        int first = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            for (String line : acknowledgedUntilKilled(first)) {
                String[] write = line.split(" ");
                int thread = Integer.parseInt(write[0]);
                int number = Integer.parseInt(write[1]);
                last.put(thread, number);
                first = Math.max(first, number + 2);
                for (int j = 0; j < WritingProcess.NEW_EACH_TIME; j++) {
                    acknowledged.add(WritingProcess.id(thread, number, j));
                }
            }
            check(acknowledged, last);
        }
        assertThat(acknowledged).isNotEmpty();
    }

    /** Starts a writing process and kills it at a random moment. */
    private List<String> acknowledgedUntilKilled(int first) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            int enough = 1 + random.nextInt(60);
            String line = reader.readLine();
            while (line != null && lines.size() < enough) {
                lines.add(line);
                line = reader.readLine();
            }
            process.waitFor(random.nextInt(50), TimeUnit.MILLISECONDS);
            // By its handle: the process itself would close what it still has to say.
            process.toHandle().destroyForcibly();
            for (; line != null; line = reader.readLine()) {
                if (line.matches("\\d+ \\d+")) lines.add(line);
            }
        }
        process.waitFor();
        return lines;
    }

    private void check(Set<String> acknowledged, Map<Integer, Integer> last) {
        try (LuceneCatalogue catalogue = LuceneCatalogue.open(folder, new LexicalEncoder(), Samples.READER);
                CatalogueView view = catalogue.view()) {
            List<String> ids = new ArrayList<>();
            view.each(Kind.JOBS, job -> ids.add(job.id()));
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(new HashSet<>(ids)).containsAll(acknowledged);
            last.forEach((thread, number) -> assertThat(view.find(Kind.JOBS, WritingProcess.counter(thread)))
                    .hasValueSatisfying(
                            job -> assertThat(Integer.parseInt(job.title())).isGreaterThanOrEqualTo(number)));
        }
    }
}
