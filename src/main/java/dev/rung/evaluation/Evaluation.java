package dev.rung.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.catalogue.Generation;
import dev.rung.json.Recent;
import dev.rung.skill.Check;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How the golden cases went on one generation of a catalogue, to be looked up later. The cases were written for the starter catalogue: another one
 * may lack what they look for, and then a case fails for no fault of the answers.
 *
 * @param at when it was over
 * @param set {@code golden}
 * @param generation of the catalogue that was asked
 * @param model of the encoder
 * @param passed how many cases
 * @param total of how many
 * @param cases each case
 */
public record Evaluation(
        Instant at,
        String set,
        String generation,
        String model,
        int passed,
        int total,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<GoldenCases.Result> cases) {
    /** The set of the golden cases. */
    public static final String GOLDEN = "golden";

    private static final int MOST_KEPT = 10;
    /** The name of the file in a data folder. */
    public static final String FILE = "evaluations.json";

    public Evaluation {
        Check.present("at", at);
        set = Check.id("set", set);
        generation = Check.id("generation", generation);
        model = Check.id("model", model);
        cases = Check.list("cases", cases);
    }

    /** This run, on that generation. */
    public static Evaluation of(Instant at, Generation generation, GoldenCases.Report report) {
        return new Evaluation(
                at.truncatedTo(ChronoUnit.SECONDS),
                GOLDEN,
                generation.token(),
                generation.model(),
                report.passed(),
                report.total(),
                report.cases());
    }

    /** Those of the catalogue in a data folder. */
    public static Recent<Evaluation> in(Path folder) {
        return Recent.in(folder.resolve(FILE), Evaluation.class, MOST_KEPT);
    }

    /** Those of a catalogue that is in no folder. */
    public static Recent<Evaluation> inMemory() {
        return Recent.inMemory(MOST_KEPT);
    }
}
