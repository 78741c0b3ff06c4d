package dev.rung.encoder.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rung.encoder.ModelFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a model tells about itself: to programs in {@code model.json}, to people in its card. */
final class ModelCard {
    private static final String TEMPLATE = "model-card.md";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> description = new LinkedHashMap<>();
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<String> vocabulary;

    /**
     * @param figures what the model was measured to do, by name
     * @throws IOException if a source can no longer be read
     */
    ModelCard(
            ModelFiles model,
            Training.Sources sources,
            Settings settings,
            Layout layout,
            TrainingPairs pairs,
            Map<String, Double> figures)
            throws IOException {
        figures.forEach((name, figure) -> this.figures.put(name, Math.round(figure * 10_000) / 10_000.0));
        for (PairSource source : pairs.sources()) kinds.put(source.name, source.size());
        vocabulary = layout.vocabulary();
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("esco", digests(sources.esco()));
        read.put("onet", digests(sources.onet()));
        if (sources.sentences().isPresent()) {
            read.put("sentences", digests(sources.sentences().get()));
        }
        description.put("name", model.name());
        description.put("format", ModelFiles.FORMAT);
        description.put("seed", settings.seed());
        description.put("settings", settings);
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("words", layout.words);
        rows.put("pairs", layout.pairs);
        rows.put("groups", layout.groups);
        description.put("rows", rows);
        description.put("sources", read);
        description.put("pairs", kinds);
        description.put("textsKeptOut", sources.heldOut().size());
        description.put("validation", this.figures);
    }

    /** The folder's name, which carries the version as its publisher packs it, and the SHA-256 of each file. */
    private static Map<String, Object> digests(Path folder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            List<Path> sorted = paths.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                files.put(Objects.requireNonNull(file.getFileName()).toString(), digest(file));
            }
        }
        Map<String, Object> digests = new LinkedHashMap<>();
        digests.put("folder", folder.toRealPath().getFileName().toString());
        digests.put("sha256", files);
        return digests;
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream through = new DigestInputStream(in, sha)) {
                through.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Writes {@code model.json}, the card and the vocabulary, a word or a pair of words a line in the order of their rows. */
    void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("model.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description) + "\n");
        Files.writeString(folder.resolve("vocabulary.txt"), String.join("\n", vocabulary) + "\n");
        StringBuilder figureRows = new StringBuilder();
        figures.forEach(
                (name, figure) -> figureRows.append(String.format(Locale.ROOT, "| %s | %.3f |\n", name, figure)));
        StringBuilder kindRows = new StringBuilder();
        kinds.forEach((kind, count) -> kindRows.append(String.format(Locale.ROOT, "| %s | %,d |\n", kind, count)));
        try (InputStream in = Objects.requireNonNull(
                ModelCard.class.getResourceAsStream(TEMPLATE), "the card's template is missing")) {
            String card = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${name}", String.valueOf(description.get("name")))
                    .replace("${seed}", String.valueOf(description.get("seed")))
                    .replace("${figures}", figureRows.toString().strip())
                    .replace("${pairs}", kindRows.toString().strip());
            Files.writeString(folder.resolve("README.md"), card);
        }
    }
}
