package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer: the results, best first, and everything it was made from, so that it can be made again.
 *
 * @param generation of the catalogue; for credentials also of the histories, if there are any
 * @param model of the encoder
 * @param asOf the day for which it holds
 * @param weights the numbers used
 * @param understood what Rung took the profile to say
 * @param total how many there are to choose from before the limit: credentials of use to the person, candidates who match, or for roles and jobs
 *     all that the constraints admit
 * @param setAside how many were left out, by the reason
 * @param relaxations what would let more in
 * @param gap where the person stands before their target, if they have one
 * @param changes what would change the answer as a whole, if it was asked for; the smallest changes first
 * @param results best first; ties by id; in JSON even when there are none
 * @param <T> the kind of result
 */
public record Recommendations<T>(
        String generation,
        String model,
        LocalDate asOf,
        Weights weights,
        Understanding understood,
        long total,
        Map<String, Long> setAside,
        List<Relaxation> relaxations,
        Optional<Gap> gap,
        List<Change> changes,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<T> results) {
    public Recommendations {
        results = List.copyOf(results);
        relaxations = List.copyOf(relaxations);
        changes = List.copyOf(changes);
    }

    /** Without a gap and changes. */
    public Recommendations(
            String generation,
            String model,
            LocalDate asOf,
            Weights weights,
            Understanding understood,
            long total,
            Map<String, Long> setAside,
            List<Relaxation> relaxations,
            List<T> results) {
        this(
                generation,
                model,
                asOf,
                weights,
                understood,
                total,
                setAside,
                relaxations,
                Optional.empty(),
                List.of(),
                results);
    }

    /** The same answer with other results and with what would change it. */
    Recommendations<T> with(List<T> others, List<Change> found) {
        return new Recommendations<>(
                generation, model, asOf, weights, understood, total, setAside, relaxations, gap, found, others);
    }

    /**
     * One limit that could be lifted.
     *
     * @param constraint its name in the profile's constraints
     * @param more how many results it keeps out that every other limit admits
     */
    public record Relaxation(String constraint, long more) {}
}
