package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Reach;
import dev.rung.credential.Credential;
import dev.rung.match.GroupPlan.Course;
import dev.rung.match.GroupPlan.Part;
import dev.rung.match.GroupPlan.Team;
import dev.rung.match.GroupPlan.Untaught;
import dev.rung.match.GroupRequest.Cover;
import dev.rung.match.GroupRequest.Least;
import dev.rung.match.Understanding.Goal;
import dev.rung.role.Requirement;
import dev.rung.skill.InvalidField;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plans for a team. What a credential meets does not depend on who takes it, since strengths are not added up but the best one counts; so for each member, or for all
 * together, this is the choice of sets with the least price: {@link CheapestCover}.
 */
final class GroupPlanner {
    /** Below the price there is room for the number of credentials, which decides among equals. */
    private static final long PLACES = 1_000;

    private final Session session;
    private final GroupRequest request;
    private final Goal target;
    private final List<Need> needs;
    private final GroupOffer offer;
    private final List<Member> members = new ArrayList<>();
    private final GroupPrices prices;
    private final TreeSet<String> unpriced = new TreeSet<>();
    private final int needed;

    GroupPlanner(Session session, GroupRequest request) {
        this.session = session;
        this.request = request;
        this.target = session.goal(request.target())
                .orElseThrow(() -> new InvalidField("target", "is nothing that this catalogue has"));
        this.needs = needs(Targets.requirements(target, session.view()));
        this.needed = needs.isEmpty()
                ? 0
                : Reach.needed(needs.size(), session.weights().reach());
        this.offer = new GroupOffer(session, needs);
        for (GroupRequest.Member each : request.members()) members.add(new Member(each));
        this.prices = GroupPrices.of(request, members.stream().flatMap(m -> m.open.stream()));
    }

    /** What is essential; where nothing is said to be, everything. */
    private static List<Need> needs(List<Requirement> requirements) {
        List<Need> essential = requirements.stream()
                .filter(Requirement::isEssential)
                .map(Need::of)
                .toList();
        return essential.isEmpty() ? requirements.stream().map(Need::of).toList() : essential;
    }

    /** A member with what they meet now and what they could take. */
    private final class Member {
        final String name;
        final BitSet meets = new BitSet();
        final List<Curriculum> open;
        final List<Curriculum> takes = new ArrayList<>();

        Member(GroupRequest.Member member) {
            name = member.name();
            Understanding understood = session.read(member.profile());
            Holdings now = session.holdings(understood.held());
            for (int n = 0; n < needs.size(); n++) {
                if (now.strength(needs.get(n)) >= session.weights().met()) meets.set(n);
            }
            Filter limits =
                    Admission.together(Admission.credentials(member.profile().constraints()));
            open = offer.within(limits).stream()
                    .filter(c -> !understood
                            .heldCredentials()
                            .contains(c.credential().id()))
                    .filter(c -> understood
                            .heldCredentials()
                            .containsAll(c.credential().entry().credentials()))
                    .toList();
        }

        double hours() {
            return takes.stream()
                    .mapToDouble(c -> c.credential().workload().hours().orElse(0.0))
                    .sum();
        }

        BitSet then() {
            BitSet then = (BitSet) meets.clone();
            takes.forEach(c -> then.or(offer.covers(c)));
            return then;
        }
    }

    GroupPlan plan() {
        long bound = 0;
        boolean exact = true;
        if (request.cover() == Cover.EACH) {
            for (Member member : members) {
                CheapestCover.Solution solution = solve(member.open, member.meets, member.takes::add);
                bound += solution.bound() / PLACES;
                exact &= solution.isExact();
            }
        } else {
            CheapestCover.Solution solution = solve(openToSomebody(), metBySomebody(), this::assign);
            bound = solution.bound() / PLACES;
            exact = solution.isExact();
        }
        return answer(bound, exact && offer.isComplete());
    }

    private CheapestCover.Solution solve(
            List<Curriculum> open, BitSet meets, java.util.function.Consumer<Curriculum> taking) {
        List<Curriculum> priced = new ArrayList<>();
        List<CheapestCover.Choice> choices = new ArrayList<>();
        for (Curriculum each : open) {
            BitSet covers = offer.covers(each);
            covers.andNot(meets);
            if (covers.isEmpty()) continue;
            Optional<Long> price = prices.price(each.credential());
            if (price.isEmpty()) {
                unpriced.add(each.credential().id());
                continue;
            }
            priced.add(each);
            choices.add(new CheapestCover.Choice(covers, price.get() * PLACES + 1));
        }
        CheapestCover.Solution solution = new CheapestCover(choices, needed - meets.cardinality()).solve();
        solution.sets().stream().sorted().forEach(i -> taking.accept(priced.get(i)));
        return solution;
    }

    private List<Curriculum> openToSomebody() {
        Map<String, Curriculum> open = new TreeMap<>();
        members.forEach(m -> m.open.forEach(c -> open.putIfAbsent(c.credential().id(), c)));
        return List.copyOf(open.values());
    }

    private BitSet metBySomebody() {
        BitSet met = new BitSet();
        members.forEach(m -> met.or(m.meets));
        return met;
    }

    /** To whoever may take it and has least to do so far. */
    private void assign(Curriculum curriculum) {
        members.stream()
                .filter(m -> m.open.contains(curriculum))
                .min(Comparator.comparingDouble(Member::hours))
                .orElseThrow()
                .takes
                .add(curriculum);
    }

    private GroupPlan answer(long bound, boolean exact) {
        List<Credential> all = members.stream()
                .flatMap(m -> m.takes.stream())
                .map(Curriculum::credential)
                .toList();
        long amount = all.stream().mapToLong(c -> prices.price(c).orElseThrow()).sum();
        BitSet then = new BitSet();
        members.forEach(m -> then.or(m.then()));
        boolean jointly = request.cover() == Cover.JOINTLY;
        boolean reached = !needs.isEmpty()
                && (jointly
                        ? then.cardinality() >= needed
                        : members.stream().allMatch(m -> m.then().cardinality() >= needed));
        return new GroupPlan(
                session.view().generation().token(),
                session.view().generation().model(),
                session.asOf(),
                session.weights(),
                target,
                request.cover(),
                request.minimise(),
                prices.currency(),
                exact,
                (double) bound / GroupPrices.HUNDREDTHS,
                (double) amount / GroupPrices.HUNDREDTHS,
                prices.cost(all),
                GroupPrices.hours(all),
                reached,
                needed,
                needs.size(),
                jointly ? Optional.of(new Team(metBySomebody().cardinality(), then.cardinality())) : Optional.empty(),
                members.stream().map(this::part).toList(),
                untaught(),
                unpriced.isEmpty()
                        ? Map.of()
                        : Map.of(request.minimise() == Least.COST ? "cost" : "hours", (long) unpriced.size()));
    }

    private Part part(Member member) {
        BitSet known = (BitSet) member.meets.clone();
        List<Course> courses = new ArrayList<>();
        for (Curriculum each : member.takes) {
            BitSet fresh = offer.covers(each);
            fresh.andNot(known);
            known.or(fresh);
            Credential credential = each.credential();
            courses.add(new Course(
                    credential.id(),
                    credential.title(),
                    credential.workload().hours(),
                    credential.offer().cost(),
                    fresh.stream()
                            .mapToObj(n ->
                                    session.view().taxonomy().label(needs.get(n).skill()))
                            .toList()));
        }
        List<Credential> taken =
                member.takes.stream().map(Curriculum::credential).toList();
        int met = member.then().cardinality();
        return new Part(
                member.name,
                member.meets.cardinality(),
                met,
                !needs.isEmpty() && met >= needed,
                prices.cost(taken),
                GroupPrices.hours(taken),
                courses);
    }

    private List<Untaught> untaught() {
        BitSet answered = metBySomebody();
        openToSomebody().forEach(c -> answered.or(offer.covers(c)));
        List<Untaught> untaught = new ArrayList<>();
        for (int n = answered.nextClearBit(0); n < needs.size(); n = answered.nextClearBit(n + 1)) {
            SkillId skill = needs.get(n).skill();
            untaught.add(new Untaught(skill.value(), session.view().taxonomy().label(skill)));
        }
        return untaught;
    }
}
