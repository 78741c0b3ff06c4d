package dev.rung.pathway;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.credential.Money;
import dev.rung.match.Understanding;
import dev.rung.match.Weights;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ways ahead, and everything they were made from, so that they can be made again.
 *
 * @param generation of the catalogue
 * @param model of the encoder
 * @param asOf the day for which it holds
 * @param weights the numbers used
 * @param understood what Rung took the profile to say
 * @param target where to
 * @param now where the person stands today
 * @param limits what every way keeps to
 * @param useful how many credentials within the limits help on the way, alone or by what they lead to
 * @param setAside how many credentials were left out, by the reason
 * @param credit larger awards towards which held credentials count, and the target if it is an award
 * @param results the ways, clearly different from each other; in JSON even when there are none
 * @param why there are none
 * @param keptOut which limit keeps what out, if there are no results
 */
public record Pathways(
        String generation,
        String model,
        LocalDate asOf,
        Weights weights,
        Understanding understood,
        Goal target,
        Position now,
        Limits limits,
        int useful,
        Map<String, Long> setAside,
        List<Credit> credit,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Pathway> results,
        Optional<String> why,
        List<KeptOut> keptOut) {
    public Pathways {
        credit = List.copyOf(credit);
        results = List.copyOf(results);
        keptOut = List.copyOf(keptOut);
    }

    /**
     * Where to.
     *
     * @param kind {@code role}, {@code job}, {@code credential} or {@code jobs}, for as many as possible
     * @param id of it; none for {@code jobs}
     * @param title of it
     */
    public record Goal(String kind, Optional<String> id, String title) {}

    /**
     * Where the person stands.
     *
     * @param reachable jobs within reach
     * @param met essential requirements of the target that are met; none if it is no role or job
     * @param of of how many
     * @param needed how many must be met to be within reach
     * @param reached whether the target is within reach, or held
     */
    public record Position(
            long reachable, Optional<Integer> met, Optional<Integer> of, Optional<Integer> needed, boolean reached) {}

    /**
     * What every way keeps to; what is left out is not limited.
     *
     * @param steps most credentials
     * @param hours of learning, all steps together
     * @param hoursPerWeek for learning
     * @param cost of all steps together
     * @param currency in which costs are added up
     * @param rates at which other currencies were taken
     * @param start first day of learning
     * @param finishBy last day of the last step
     */
    public record Limits(
            int steps,
            Optional<Double> hours,
            Optional<Double> hoursPerWeek,
            Optional<Money> cost,
            String currency,
            Map<String, Double> rates,
            LocalDate start,
            Optional<LocalDate> finishBy) {}

    /**
     * What is carried towards a larger award.
     *
     * @param award its id
     * @param title its title
     * @param unit of the credit; different units are never added up
     * @param carried credit of held credentials that counts towards it
     * @param of credit that the award asks, if it says so in this unit
     * @param from which held credentials, by which agreement
     */
    public record Credit(
            String award, String title, String unit, double carried, Optional<Double> of, List<From> from) {
        public Credit {
            from = List.copyOf(from);
        }

        /**
         * A held credential that counts.
         *
         * @param credential its id
         * @param title its title
         * @param agreement the rule or agreement that says so
         * @param amount of credit; none if the agreement states none
         */
        public record From(String credential, String title, String agreement, Optional<Double> amount) {}
    }

    /**
     * What a limit keeps out.
     *
     * @param limit its name in the constraints or the request
     * @param credentials how many that would help and that all other limits admit
     * @param examples the first of them, by id
     */
    public record KeptOut(String limit, int credentials, List<String> examples) {
        public KeptOut {
            examples = List.copyOf(examples);
        }
    }
}
