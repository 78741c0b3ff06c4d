package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.credential.Money;
import dev.rung.match.Understanding.Goal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who takes what, so that a team reaches a target for the least cost or in the fewest hours; of equally cheap plans, one with the fewest credentials.
 *
 * @param generation of the catalogue
 * @param model of the encoder
 * @param asOf the day for which it holds
 * @param weights the numbers used
 * @param target as found in the catalogue
 * @param cover as asked
 * @param minimise as asked
 * @param currency in which costs are added up
 * @param exact whether no cheaper plan exists
 * @param bound no plan costs less than this
 * @param amount what this plan costs, or how many hours it takes
 * @param cost of the plan, if every credential in it states one in the currency
 * @param hours of the plan, if every credential in it states them
 * @param reached whether it reaches the target; where that cannot be done it comes as near as can be
 * @param needed how many essential requirements must be met, by each or together
 * @param of how many there are
 * @param team what the team meets together, where that was asked
 * @param members in the order asked
 * @param untaught essential requirements that nobody meets and no credential within the limits answers
 * @param setAside credentials left out because what is to be least is not stated, or in another currency
 */
public record GroupPlan(
        String generation,
        String model,
        LocalDate asOf,
        Weights weights,
        Goal target,
        GroupRequest.Cover cover,
        GroupRequest.Least minimise,
        Optional<String> currency,
        boolean exact,
        double bound,
        double amount,
        Optional<Money> cost,
        Optional<Double> hours,
        boolean reached,
        int needed,
        int of,
        Optional<Team> team,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Part> members,
        List<Untaught> untaught,
        Map<String, Long> setAside) {
    public GroupPlan {
        members = List.copyOf(members);
        untaught = List.copyOf(untaught);
    }

    /** Essential requirements met by at least one member, before and after. */
    public record Team(int was, int met) {}

    /**
     * One member's part.
     *
     * @param was essential requirements met before
     * @param met and after
     * @param reached whether that is enough for the target
     */
    public record Part(
            String name,
            int was,
            int met,
            boolean reached,
            Optional<Money> cost,
            Optional<Double> hours,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Course> credentials) {}

    /** @param answers names of the requirements that it meets for this member and that were not met */
    public record Course(String id, String title, Optional<Double> hours, Optional<Money> cost, List<String> answers) {}

    /** A requirement without a credential. */
    public record Untaught(String skill, String label) {}
}
