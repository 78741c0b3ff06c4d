package dev.rung.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.match.CandidateAdvice;
import dev.rung.match.CandidateRequest;
import dev.rung.match.Recommendations;
import dev.rung.match.Weights;
import dev.rung.skill.Check;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One answer to a recruiter, as it was given: enough to give it again from the same generation of the catalogue with the same model.
 *
 * @param id {@code decision-} and a number, counting up
 * @param at when it was given
 * @param by the name of the key that asked; none: without keys, or on the command line
 * @param generation of the catalogue
 * @param model of the encoder
 * @param asOf the day for which it holds
 * @param digest SHA-256 of {@code request} as it stands here, in hexadecimal
 * @param request the question, with its day filled in
 * @param weights the numbers that the scores depend on
 * @param total how many people matched
 * @param shown who was shown, best first
 */
public record Decision(
        String id,
        Instant at,
        Optional<String> by,
        String generation,
        String model,
        LocalDate asOf,
        String digest,
        CandidateRequest request,
        Weights weights,
        long total,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Shown> shown) {
    public Decision {
        id = Check.id("id", id);
        Check.present("at", at);
        by = Check.text("by", by);
        Check.present("generation", generation);
        Check.present("model", model);
        Check.present("asOf", asOf);
        Check.present("digest", digest);
        Check.present("request", request);
        Check.present("weights", weights);
        shown = Check.list("shown", shown);
    }

    /**
     * Somebody who was shown.
     *
     * @param place 1 for the best
     * @param person their id; none once they are erased
     * @param erased whether they have been erased since
     * @param score as shown
     * @param met essential requirements met
     * @param of how many there were
     */
    public record Shown(
            int place,
            Optional<String> person,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean erased,
            double score,
            int met,
            int of) {
        public Shown {
            Check.range("place", place, 1, Integer.MAX_VALUE);
            person = Check.optional(person);
        }

        Shown withoutPerson() {
            return new Shown(place, Optional.empty(), true, score, met, of);
        }
    }

    /** The record of an answer. */
    static Decision of(
            String id,
            Instant at,
            Optional<String> by,
            CandidateRequest asked,
            Recommendations<CandidateAdvice> answer) {
        CandidateRequest request = asked.asOf(answer.asOf());
        List<Shown> shown = new ArrayList<>();
        for (CandidateAdvice each : answer.results()) {
            shown.add(new Shown(shown.size() + 1, Optional.of(each.id()), false, each.score(), each.met(), each.of()));
        }
        return new Decision(
                id,
                at,
                by,
                answer.generation(),
                answer.model(),
                answer.asOf(),
                Digest.of(request),
                request,
                answer.weights(),
                answer.total(),
                shown);
    }

    boolean mentions(String person) {
        return shown.stream().anyMatch(s -> s.person().filter(person::equals).isPresent());
    }

    /** The same decision as far as it is about one person. */
    Decision about(String person) {
        return shown(shown.stream()
                .filter(s -> s.person().filter(person::equals).isPresent())
                .toList());
    }

    /** The same decision with that person's id taken out; place and score stay, so that rates can still be counted. */
    Decision without(String person) {
        return shown(shown.stream()
                .map(s -> s.person().filter(person::equals).isPresent() ? s.withoutPerson() : s)
                .toList());
    }

    private Decision shown(List<Shown> others) {
        return new Decision(id, at, by, generation, model, asOf, digest, request, weights, total, others);
    }
}
