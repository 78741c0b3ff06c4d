package dev.rung.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rung.person.Profile;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.util.List;
import java.util.Optional;

/**
 * Somebody asks something, and a sensible adviser would surely say this. Written as JSON in {@code taxonomy/golden}.
 *
 * @param id {@code G1}, {@code G2}, …
 * @param story who asks what, in a sentence
 * @param requests what they ask, in turn
 */
public record GoldenCase(String id, String story, List<Request> requests) {
    public GoldenCase {
        id = Check.id("id", id);
        story = Check.label("story", story);
        requests = Check.list("requests", requests);
        if (requests.isEmpty()) throw new InvalidField("requests", "must not be empty");
    }

    /** What is asked for: one of the three recommendations, or ways ahead. */
    public enum Ask {
        @JsonProperty("credentials")
        CREDENTIALS,
        @JsonProperty("roles")
        ROLES,
        @JsonProperty("jobs")
        JOBS,
        @JsonProperty("pathways")
        PATHWAYS
    }

    /**
     * One question.
     *
     * @param ask which recommendation
     * @param profile who asks
     * @param expect what must be in the answer; for recommendations
     * @param ways ways of which each must be in the answer; for pathways
     */
    public record Request(Ask ask, Profile profile, List<Expectation> expect, List<Way> ways) {
        public Request {
            Check.present("ask", ask);
            Check.present("profile", profile);
            expect = Check.list("expect", expect);
            ways = Check.list("ways", ways);
            if (ask == Ask.PATHWAYS ? ways.isEmpty() : expect.isEmpty()) {
                throw new InvalidField(ask == Ask.PATHWAYS ? "ways" : "expect", "must not be empty");
            }
        }
    }

    /**
     * One way has steps in this order, with any others between them, and all of this is true of it. Whatever is expected, no way may go beyond the limits of the profile.
     *
     * @param order for each step, ids of which one must be it
     * @param reached whether it must come to the target
     * @param award id of a larger credential that each of these steps, but the award itself, must count towards by a named agreement
     * @param maxCost most it may cost
     * @param maxHours most hours it may take
     * @param opens at least so many jobs that it must bring within reach
     */
    public record Way(
            List<List<String>> order,
            boolean reached,
            Optional<String> award,
            Optional<Double> maxCost,
            Optional<Double> maxHours,
            Optional<Long> opens) {
        public Way {
            order = Check.list("order", order);
            if (order.isEmpty()) throw new InvalidField("order", "must not be empty");
            award = Check.text("award", award);
            maxCost = Check.range("maxCost", maxCost, 0, 1e9);
            maxHours = Check.range("maxHours", maxHours, 0, 1e5);
            opens = Check.range("opens", opens, 0, 1e9);
        }
    }

    /**
     * At least one of these results stands among the first, and for these reasons.
     *
     * @param anyOf ids of which one must be there
     * @param within how far down, counted from 1
     * @param reasonSkills ids of skills that must be among that result's reasons
     */
    public record Expectation(List<String> anyOf, int within, List<String> reasonSkills) {
        public Expectation {
            anyOf = Check.list("anyOf", anyOf);
            if (anyOf.isEmpty()) throw new InvalidField("anyOf", "must not be empty");
            Check.range("within", within, 1, 50);
            reasonSkills = Check.list("reasonSkills", reasonSkills);
        }
    }
}
