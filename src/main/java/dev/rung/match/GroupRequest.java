package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.rung.credential.Money;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A question about a team: which credentials, taken by whom, bring it to a target for the least (R23)?
 *
 * @param members of the team, each within the limits of their own profile
 * @param target what the team is to be able to do
 * @param cover whether each member must, or the team together
 * @param minimise what is to be least
 * @param currency in which costs are added up; others are not converted. None: that of the members' limits, else the most frequent one
 * @param weights the numbers that the answer depends on
 * @param asOf the day for which to answer; none: today (UTC)
 */
public record GroupRequest(
        List<Member> members,
        Target target,
        Cover cover,
        Least minimise,
        Optional<String> currency,
        Weights weights,
        Optional<LocalDate> asOf) {
    /** Most members of a team. */
    public static final int MAX_MEMBERS = 100;

    public GroupRequest {
        members = Check.list("members", members);
        if (members.isEmpty() || members.size() > MAX_MEMBERS) {
            throw new InvalidField("members", "must have 1 to " + MAX_MEMBERS + " entries, has " + members.size());
        }
        Check.present("target", target);
        Check.present("cover", cover);
        Check.present("minimise", minimise);
        currency = Check.text("currency", currency);
        currency.ifPresent(code -> Money.checkCurrency("currency", code));
        Check.present("weights", weights);
        asOf = Check.optional(asOf);
    }

    /** As read from JSON: each member for themselves at least cost, unless it says otherwise. */
    @JsonCreator
    public static GroupRequest of(
            List<Member> members,
            Target target,
            Optional<Cover> cover,
            Optional<Least> minimise,
            Optional<String> currency,
            Optional<Weights> weights,
            Optional<LocalDate> asOf) {
        return new GroupRequest(
                members,
                target,
                Check.optional(cover).orElse(Cover.EACH),
                Check.optional(minimise).orElse(Least.COST),
                currency,
                Check.optional(weights).orElse(Weights.DEFAULT),
                asOf);
    }

    /** Who must meet the target's essential requirements. */
    public enum Cover {
        /** Every member, each enough of them. */
        EACH,
        /** The team: each requirement by at least one member. */
        JOINTLY
    }

    /** What is added up and kept small. */
    public enum Least {
        COST,
        HOURS
    }

    /** @param name by which the answer calls them; any */
    public record Member(String name, Profile profile) {
        public Member {
            name = Check.label("name", name);
            profile = profile == null ? Profile.EMPTY : profile;
        }
    }
}
