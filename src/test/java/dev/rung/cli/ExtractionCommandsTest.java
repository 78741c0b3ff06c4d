package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code rung eval extraction} and {@code rung eval similarity} with the shipped model, on a classification of a few skills. */
class ExtractionCommandsTest {
    @TempDir
    Path folder;

    private Path esco;
    private Path set;
    private Path model;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        model = Path.of("models/skills").toAbsolutePath();
        esco = Files.createDirectories(folder.resolve("taxonomy/esco-1.1.1"));
        StringBuilder skills = new StringBuilder(
                "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description\n");
        List<String> labels = List.of(
                "bake pastries", "weld steel", "analyse data", "write reports", "manage staff", "drive lorries");
        for (int i = 0; i < labels.size(); i++) {
            skills.append("KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/")
                    .append(i)
                    .append(",skill/competence,sector-specific,")
                    .append(labels.get(i))
                    .append(",,,released,\n");
        }
        Files.writeString(esco.resolve("skills_en.csv"), skills);
        Files.writeString(esco.resolve("skillGroups_en.csv"), "conceptType,conceptUri,preferredLabel,code\n");
        Files.writeString(
                esco.resolve("broaderRelationsSkillPillar.csv"), "conceptType,conceptUri,broaderType,broaderUri\n");
        Files.writeString(
                esco.resolve("skillSkillRelations.csv"),
                "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n");
        Files.writeString(
                esco.resolve("occupations_en.csv"), "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\n");
        Files.writeString(
                esco.resolve("occupationSkillRelations.csv"), "occupationUri,relationType,skillType,skillUri\n");

        set = set("kitchen-validation", labels);
        Path training = Files.createDirectories(folder.resolve("training"));
        Files.createDirectories(folder.resolve("taxonomy/onet-29.3"));
        Files.writeString(folder.resolve("taxonomy/onet-29.3/Task Statements.txt"), """
                O*NET-SOC Code\tTitle\tTask ID\tTask
                51-3011.00\tBakers\t1\tBake bread and pastries.
                """);
        Files.writeString(training.resolve("skillspan_train.json"), """
                {"tokens":["You","weld","steel","daily"],"tags_skill":["O","B","I","O"],"tags_knowledge":["O","O","O","O"]}
                {"tokens":["Apply","by","Friday"],"tags_skill":["O","O","O"],"tags_knowledge":["O","O","O"]}
                """);
    }

    private Path set(String name, List<String> labels) throws IOException {
        Path into = Files.createDirectories(folder.resolve("bench").resolve(name));
        List<String> corpus = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) corpus.add("c" + i + "\t" + labels.get(i));
        Files.write(into.resolve("corpus.tsv"), corpus);
        Files.writeString(into.resolve("queries.tsv"), """
                q0\tYou bake pastries for our guests.
                q1\tExperience of data analysis is required.
                q2\tYou weld steel frames and drive lorries.
                q3\tWe close on Mondays.
                """);
        Files.writeString(into.resolve("qrels.txt"), "q0 0 c0 1\nq1 0 c2 1\nq2 0 c1 1\nq2 0 c5 1\nq3 0 c4 1\n");
        return into;
    }

    private int run(Object command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--model");
        all.add(model.toString());
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void extractionCountsWhatIsFoundInSentences() throws IOException {
        assertThat(run(new EvalExtractionCommand(), set.toString(), "--json")).isZero();
        JsonNode figures = json();
        assertThat(figures.fieldNames())
                .toIterable()
                .containsExactly(
                        "sentences", "folds", "floor", "rp@5", "rp@10", "floors", "names", "reliability", "ece");
        assertThat(figures.path("sentences").asInt()).isEqualTo(4);
        assertThat(figures.path("folds").asInt()).isEqualTo(1);
        // Three of the four sentences name their skills.
        assertThat(figures.path("rp@5").asDouble()).isBetween(0.75, 1.0);
        assertThat(figures.path("names").path("recall").asDouble()).isEqualTo(4 / 5.0);
        double before = Double.MAX_VALUE;
        for (JsonNode floor : figures.path("floors")) {
            assertThat(floor.path("per_sentence").asDouble()).isLessThanOrEqualTo(before);
            before = floor.path("per_sentence").asDouble();
        }
    }

    @Test
    void foldsMeasureEachSentenceOnceWithWeightsFittedWithoutIt() throws IOException {
        assertThat(run(new EvalExtractionCommand(), set.toString(), "--folds", "2", "--json"))
                .as(err.toString())
                .isZero();
        String first = out.toString();
        assertThat(json().path("sentences").asInt()).isEqualTo(4);
        assertThat(json().path("folds").asInt()).isEqualTo(2);
        out.getBuffer().setLength(0);
        run(new EvalExtractionCommand(), set.toString(), "--folds", "2", "--json");
        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void peopleGetATable() {
        assertThat(run(new EvalExtractionCommand(), set.toString())).isZero();
        assertThat(out.toString())
                .startsWith("4 sentences" + System.lineSeparator())
                .contains("RP@5", "<- in use", "names alone", "expected calibration error");
    }

    @Test
    void foldsAreRefusedWhereTheyMeanNothing() throws IOException {
        Path test =
                set("kitchen-test", List.of("bake pastries", "weld steel", "analyse data", "x", "manage staff", "y"));
        assertThat(run(new EvalExtractionCommand(), test.toString(), "--folds", "2"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("kitchen-test calibrates no weights")
                .contains("leave --folds out");
        assertThat(run(new EvalExtractionCommand(), set.toString(), "--folds", "1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("2 or more parts, not 1");
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("a/b/c-validation"));
        for (String file : List.of("corpus.tsv", "queries.tsv", "qrels.txt")) {
            Files.copy(set.resolve(file), elsewhere.resolve(file));
        }
        assertThat(run(new EvalExtractionCommand(), elsewhere.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("Say with --esco where ESCO's English CSV files are");
        assertThat(run(new EvalExtractionCommand(), elsewhere.toString(), "--esco", esco.toString(), "--folds", "2"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Say with --sentences where");

        Path strange = set("strange-dev", List.of("u", "v", "w", "x", "y", "z"));
        assertThat(run(new EvalExtractionCommand(), strange.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no answer of the set is the label of a skill");
    }

    @Test
    void aModelThatHasNotLearnedToReadIsRefused() throws IOException {
        Path vectors = Files.createDirectories(folder.resolve("vectors"));
        try (var files = Files.newDirectoryStream(model)) {
            for (Path file : files) {
                if (!file.endsWith("reading.json")) Files.copy(file, vectors.resolve(file.getFileName()));
            }
        }
        model = vectors;
        assertThat(run(new EvalExtractionCommand(), set.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("has not learned to read sentences: rung train --keep teaches it");
    }

    @Test
    void trainKeepTeachesVectorsToReadAndTheSameTwice() throws IOException {
        String shipped = Files.readString(model.resolve("model.json"));
        List<String> readings = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            Path copy = Files.createDirectories(folder.resolve(name));
            try (var files = Files.newDirectoryStream(model)) {
                for (Path file : files) {
                    if (!file.endsWith("reading.json")) Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
            int status = new CommandLine(new TrainCommand())
                    .setErr(new PrintWriter(err))
                    .execute(
                            "--keep",
                            "--esco",
                            esco.toString(),
                            "--onet",
                            folder.resolve("taxonomy/onet-29.3").toString(),
                            "--out",
                            copy.toString());
            assertThat(status).as(err.toString()).isZero();
            assertThat(Files.readString(copy.resolve("model.json"))).isEqualTo(shipped);
            readings.add(Files.readString(copy.resolve("reading.json")));
        }
        assertThat(err.toString()).contains("2 with marked words, calibrating on kitchen-validation");
        assertThat(readings.get(0)).isEqualTo(readings.get(1)).contains("\"named label\"");
    }

    @Test
    void similarityShowsFewerPairsAtEachHigherFloor() throws IOException {
        assertThat(run(new EvalSimilarityCommand(), "--esco", esco.toString(), "--json"))
                .isZero();
        JsonNode floors = json().path("floors");
        assertThat(floors.size()).isGreaterThan(5);
        for (int f = 1; f < floors.size(); f++) {
            for (String share : List.of("sameSkill", "related", "broader", "byChance", "strangers", "named")) {
                assertThat(floors.get(f).path(share).isNumber()).as(share).isTrue();
                assertThat(floors.get(f).path(share).asDouble())
                        .isLessThanOrEqualTo(floors.get(f - 1).path(share).asDouble());
            }
        }
    }

    @Test
    void similarityPrintsALineAFloor() {
        assertThat(run(new EvalSimilarityCommand(), "--esco", esco.toString())).isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith(" 0.")))
                .hasSizeGreaterThan(5);
        assertThat(out.toString()).contains("same skill", "strangers/skill");
    }

    @Test
    void similarityWantsAClassification() {
        assertThat(run(new EvalSimilarityCommand())).isEqualTo(2);
        assertThat(err.toString()).contains("--esco");
    }
}
