package dev.rung.encoder.training;

import com.fasterxml.jackson.databind.JsonNode;
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
    static final String CARD = "README.md";
    private static final String TEMPLATE = "model-card.md";

    private ModelCard() {}

    static Map<String, Object> describe(
            ModelFiles model,
            Training.Sources sources,
            Settings settings,
            TrainingPairs pairs,
            Map<String, Double> validation)
            throws IOException {
        Map<String, Object> description = new LinkedHashMap<>();
        // The name is the content's: one name, one set of vectors, wherever and whenever it was trained.
        description.put("name", "rung-skills-" + model.digest().substring(0, 8));
        description.put("seed", settings.seed());
        description.put("settings", settings);
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("esco", digests(sources.esco()));
        read.put("onet", digests(sources.onet()));
        if (sources.sentences().isPresent()) {
            read.put("sentences", digests(sources.sentences().get()));
        }
        description.put("sources", read);
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (PairSource source : pairs.sources()) kinds.put(source.name, source.size());
        description.put("pairs", kinds);
        description.put("textsKeptOut", sources.heldOut().size());
        Map<String, Double> rounded = new LinkedHashMap<>();
        validation.forEach((name, figure) -> rounded.put(name, Math.round(figure * 10_000) / 10_000.0));
        description.put("validation", rounded);
        return description;
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

    static void write(ModelFiles model, Path folder) throws IOException {
        JsonNode json = model.description();
        StringBuilder figures = new StringBuilder();
        json.path("validation")
                .properties()
                .forEach(figure -> figures.append(String.format(
                        Locale.ROOT,
                        "| %s | %.3f |%n",
                        figure.getKey(),
                        figure.getValue().asDouble())));
        StringBuilder kinds = new StringBuilder();
        json.path("pairs")
                .properties()
                .forEach(kind -> kinds.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d |%n",
                        kind.getKey(),
                        kind.getValue().asInt())));
        try (InputStream in = Objects.requireNonNull(
                ModelCard.class.getResourceAsStream(TEMPLATE), "the card's template is missing")) {
            String card = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${name}", json.path("name").asText())
                    .replace("${seed}", json.path("seed").asText())
                    .replace("${figures}", figures.toString().strip())
                    .replace("${pairs}", kinds.toString().strip());
            Files.writeString(folder.resolve(CARD), card);
        }
    }
}
