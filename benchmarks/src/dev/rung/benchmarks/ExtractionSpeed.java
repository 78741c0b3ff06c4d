package dev.rung.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.extract.SkillExtractor;
import dev.rung.formats.EscoTaxonomy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * How fast skills are found in running text: cuts the texts of a file of JSON lines into stretches of 400 words and reads them on one thread, in milliseconds of that thread's
 * processor time, so that other work on the machine counts less.
 *
 * <pre>java dev.rung.benchmarks.ExtractionSpeed MODEL ESCO VACANCIES.jsonl.gz
 * 1000 texts of 400 words: 14.0 ms each, 4,286 a minute, 21.3 finds each</pre>
 */
public final class ExtractionSpeed {
    private static final int WARM_UP = 200;
    private static final int MEASURED = 1_000;
    private static final int WORDS = 400;

    private ExtractionSpeed() {}

    public static void main(String[] args) throws IOException {
        SkillExtractor extractor =
                SkillExtractor.of(EscoTaxonomy.read(Path.of(args[1])), TrainedEncoder.read(Path.of(args[0])));
        List<String> texts = texts(Path.of(args[2]));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (String text : texts.subList(0, WARM_UP)) extractor.extract(text);
        long finds = 0;
        long start = threads.getCurrentThreadCpuTime();
        for (String text : texts.subList(WARM_UP, texts.size()))
            finds += extractor.extract(text).size();
        double milliseconds = (threads.getCurrentThreadCpuTime() - start) / 1e6 / MEASURED;
        System.out.printf(
                Locale.ROOT,
                "%d texts of %d words: %.1f ms each, %,.0f a minute, %.1f finds each%n",
                MEASURED,
                WORDS,
                milliseconds,
                60_000 / milliseconds,
                (double) finds / MEASURED);
    }

    private static List<String> texts(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int words = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (String statement : statements(new ObjectMapper().readTree(line))) {
                    text.append(statement).append('\n');
                    words += statement.split("\\s+").length;
                    if (words < WORDS) continue;
                    texts.add(text.toString());
                    if (texts.size() == WARM_UP + MEASURED) return texts;
                    text.setLength(0);
                    words = 0;
                }
            }
        }
        throw new IOException(file + ": holds only " + texts.size() + " texts of " + WORDS + " words");
    }

    private static List<String> statements(JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isTextual() && node.asText().indexOf(' ') > 0) found.add(node.asText());
        for (JsonNode child : node) found.addAll(statements(child));
        return found;
    }
}
