package dev.rung.pathway;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.credential.AssessmentKind;
import dev.rung.credential.Mode;
import dev.rung.credential.Money;
import dev.rung.skill.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One way: credentials in an order, what they take and what they lead to.
 *
 * @param kinds what it is the best at: {@code cheapest}, {@code fastest}, {@code widest} (most jobs), {@code stacked} (most credit counts towards the
 *     target award), or {@code another} way than the first
 * @param sentence what speaks for it, in one sentence
 * @param totals of all steps
 * @param progress towards the target; none where there are only jobs
 * @param steps in order
 * @param notes what to know beside
 * @param search how sure it is that nothing better exists
 */
public record Pathway(
        List<String> kinds,
        String sentence,
        Totals totals,
        Optional<Progress> progress,
        List<Step> steps,
        List<String> notes,
        Search search) {
    public Pathway {
        kinds = List.copyOf(kinds);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /**
     * What all steps come to.
     *
     * @param steps how many
     * @param hours of learning that are stated
     * @param weeks at the hours a week
     * @param cost that is stated
     * @param opens jobs that come within reach
     * @param reachable jobs within reach at the end
     * @param start first day
     * @param end last day
     * @param hoursUnknown steps whose hours are not stated
     * @param costUnknown steps whose cost is not stated
     */
    public record Totals(
            int steps,
            double hours,
            Optional<Long> weeks,
            Money cost,
            long opens,
            long reachable,
            Optional<LocalDate> start,
            Optional<LocalDate> end,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int hoursUnknown,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int costUnknown) {}

    /**
     * How far it leads.
     *
     * @param reached whether the target is within reach at the end, or earned
     * @param met essential requirements of the target that are met at the end
     * @param of of how many
     * @param needed how many must be met to be within reach
     * @param credit share of the target award that is carried towards it, 0 to 1
     * @param remaining essential requirements that are not met at the end
     */
    public record Progress(
            boolean reached,
            Optional<Integer> met,
            Optional<Integer> of,
            Optional<Integer> needed,
            Optional<Double> credit,
            List<Skill> remaining) {
        public Progress {
            remaining = List.copyOf(remaining);
        }
    }

    /** A skill at a level: its id, its name, the level. */
    public record Skill(String skill, String label, Level level) {}

    /**
     * One credential on the way.
     *
     * @param position from 1
     * @param id of the credential
     * @param title of it
     * @param sentence why it is here, in one sentence
     * @param issuer who awards it
     * @param hours that are to be learned, if stated
     * @param savedHours of it that credit carried over saves
     * @param weeks at the hours a week
     * @param start first day
     * @param end last day
     * @param cost to the learner, in the currency of the plan
     * @param price as offered, if that is in another currency
     * @param opens jobs that come within reach by it, at this point; exact
     * @param reachable jobs within reach after it
     * @param exits roles that come within reach by it
     * @param teaches what it teaches that is wanted here: for a role or job its requirements, else what jobs ask for
     * @param met essential requirements of the target that are met after it
     * @param countsTowards larger awards it counts towards
     * @param requires what must be held before
     * @param obstacles what stands before it at this point: entry conditions not known to be met
     * @param modes of delivery
     * @param assessment how it tests what it teaches; empty: not known
     * @param eqf level, if stated
     * @param validUntil the last day on which it is valid, if it expires and its end is known
     * @param illustrative invented to show how things look
     */
    public record Step(
            int position,
            String id,
            String title,
            String sentence,
            String issuer,
            Optional<Double> hours,
            Optional<Double> savedHours,
            Optional<Long> weeks,
            Optional<LocalDate> start,
            Optional<LocalDate> end,
            Optional<Money> cost,
            Optional<Money> price,
            long opens,
            long reachable,
            Exits exits,
            List<Skill> teaches,
            Optional<Integer> met,
            List<Counts> countsTowards,
            List<Required> requires,
            List<String> obstacles,
            List<Mode> modes,
            List<AssessmentKind> assessment,
            Optional<Integer> eqf,
            Optional<LocalDate> validUntil,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean illustrative) {
        public Step {
            teaches = List.copyOf(teaches);
            countsTowards = List.copyOf(countsTowards);
            requires = List.copyOf(requires);
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * Roles that come within reach.
     *
     * @param total how many
     * @param roles those with most jobs first
     */
    public record Exits(int total, List<Role> roles) {
        public Exits {
            roles = List.copyOf(roles);
        }

        /** A role, and how many jobs of it there are within the constraints. */
        public record Role(String id, String title, long jobs) {}
    }

    /**
     * That a step counts towards a larger award.
     *
     * @param award its id
     * @param title its title, or its id if the catalogue does not have it
     * @param agreement the rule or agreement that says so
     * @param unit of the credit
     * @param amount of credit; none if the agreement states none
     * @param carried all that counts towards the award after this step, what is held included
     * @param of credit that the award asks
     * @param inPlan whether the award is a later step
     */
    public record Counts(
            String award,
            String title,
            String agreement,
            Optional<String> unit,
            Optional<Double> amount,
            Optional<Double> carried,
            Optional<Double> of,
            boolean inPlan) {}

    /** What must be held before, and whether it is: {@code held}, or by an earlier {@code step}. */
    public record Required(String id, String title, String by) {}

    /**
     * How sure it is that nothing better exists.
     *
     * @param exact whether it is proven
     * @param evaluated plans whose worth was worked out, exactly or as a bound
     * @param measure what value and bound are of: {@code requirements}, {@code award} and {@code credit} (shares of 1), {@code jobs}, {@code cost},
     *     {@code hours}, {@code steps}
     * @param value of this way
     * @param bound no way within the limits is better than that
     * @param gap difference of value and bound as a share of the larger
     */
    public record Search(boolean exact, long evaluated, String measure, double value, double bound, double gap) {}
}
