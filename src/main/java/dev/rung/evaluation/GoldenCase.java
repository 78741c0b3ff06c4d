package dev.rung.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rung.person.Profile;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.util.List;

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

    /** Which of the three recommendations is asked for. */
    public enum Ask {
        @JsonProperty("credentials")
        CREDENTIALS,
        @JsonProperty("roles")
        ROLES,
        @JsonProperty("jobs")
        JOBS
    }

    /**
     * One question.
     *
     * @param ask which recommendation
     * @param profile who asks
     * @param expect what must be in the answer
     */
    public record Request(Ask ask, Profile profile, List<Expectation> expect) {
        public Request {
            Check.present("ask", ask);
            Check.present("profile", profile);
            expect = Check.list("expect", expect);
            if (expect.isEmpty()) throw new InvalidField("expect", "must not be empty");
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
