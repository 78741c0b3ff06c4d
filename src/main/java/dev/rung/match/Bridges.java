package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Ranked;
import dev.rung.catalogue.Reach;
import dev.rung.credential.Credential;
import dev.rung.person.Profile;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the {@link Bridge} into a role: every credential within the limits that teaches much of what is missing is tried, then every pair of the best of them.
 */
final class Bridges {
    private static final int CREDENTIALS_TRIED = 60;
    private static final int PAIRED = 20;

    private final Session session;
    private final Understanding understood;
    private final Holdings now;
    private final Filter admitted;

    Bridges(Session session, Profile profile, Understanding understood, Holdings now) {
        this.session = session;
        this.understood = understood;
        this.now = now;
        this.admitted = Admission.together(Admission.credentials(profile.constraints()));
    }

    /**
     * Some credentials and where they would bring somebody.
     *
     * @param strengths on each requirement of the role
     */
    private record Crossing(
            List<Credential> credentials, double[] strengths, long points, Match.Coverage coverage, boolean reached) {
        double hours() {
            return credentials.stream()
                    .mapToDouble(c -> c.workload().hours().orElse(Double.MAX_VALUE))
                    .sum();
        }

        String ids() {
            return String.join(" ", credentials.stream().map(Credential::id).toList());
        }
    }

    Bridge into(Role role) {
        List<Requirement> asked = role.requirements();
        double[] held = new double[asked.size()];
        for (int i = 0; i < held.length; i++) held[i] = now.strength(Need.of(asked.get(i)));
        Crossing without = crossing(asked, List.of(), held);
        Crossing best = without.reached ? without : best(asked, without);
        return new Bridge(
                Match.of(asked, now).reasons(session.view().taxonomy()).stream()
                        .flatMap(r -> r.label().stream())
                        .toList(),
                best.credentials.stream()
                        .map(c -> new Bridge.Plank(
                                c.id(),
                                c.title(),
                                c.workload().hours(),
                                c.offer().cost()))
                        .toList(),
                Points.toNumber(best.points),
                best.coverage.met(),
                best.coverage.of(),
                best.reached);
    }

    private Crossing best(List<Requirement> asked, Crossing without) {
        Map<Need, Integer> places = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) places.put(Need.of(asked.get(i)), i);
        List<Crossing> singles = new ArrayList<>();
        for (Curriculum each : curricula(asked)) {
            Crossing crossing = with(asked, places, without, each);
            if (crossing.points > without.points) singles.add(crossing);
        }
        singles.sort(Comparator.comparingLong((Crossing c) -> -c.points).thenComparing(Crossing::ids));
        List<Crossing> all = new ArrayList<>(singles);
        all.add(without);
        if (singles.stream().noneMatch(Crossing::reached)) {
            List<Crossing> paired = singles.subList(0, Math.min(PAIRED, singles.size()));
            for (int a = 0; a < paired.size(); a++) {
                for (int b = a + 1; b < paired.size(); b++) all.add(both(asked, paired.get(a), paired.get(b)));
            }
        }
        Optional<Crossing> reaching = all.stream()
                .filter(Crossing::reached)
                .min(Comparator.comparingInt((Crossing c) -> c.credentials.size())
                        .thenComparingDouble(Crossing::hours)
                        .thenComparingLong(c -> -c.points)
                        .thenComparing(Crossing::ids));
        return reaching.orElseGet(() -> all.stream()
                .min(Comparator.comparingLong((Crossing c) -> -c.points)
                        .thenComparingInt(c -> c.credentials.size())
                        .thenComparing(Crossing::ids))
                .orElse(without));
    }

    private List<Curriculum> curricula(List<Requirement> asked) {
        List<Map<SkillId, Double>> wishes = new ArrayList<>();
        for (Requirement requirement : asked) {
            double missing = requirement.weight() * (1 - now.strength(Need.of(requirement)));
            if (missing > 0) wishes.add(session.answering(requirement.skill(), missing));
        }
        List<String> ids =
                session.view().rankBySkills(Kind.CREDENTIALS, wishes, false, admitted, CREDENTIALS_TRIED).stream()
                        .map(Ranked::id)
                        .toList();
        return session.curricula(ids).stream()
                .filter(c ->
                        !understood.heldCredentials().contains(c.credential().id()))
                .filter(c -> understood
                        .heldCredentials()
                        .containsAll(c.credential().entry().credentials()))
                .toList();
    }

    private Crossing with(List<Requirement> asked, Map<Need, Integer> places, Crossing before, Curriculum curriculum) {
        double[] strengths = before.strengths.clone();
        for (Answer answer : curriculum.answers()) {
            Integer place = places.get(answer.need());
            if (place != null) strengths[place] = Math.max(strengths[place], answer.strength());
        }
        return crossing(asked, List.of(curriculum.credential()), strengths);
    }

    private Crossing both(List<Requirement> asked, Crossing a, Crossing b) {
        double[] strengths = a.strengths.clone();
        for (int i = 0; i < strengths.length; i++) strengths[i] = Math.max(strengths[i], b.strengths[i]);
        return crossing(asked, List.of(a.credentials.getFirst(), b.credentials.getFirst()), strengths);
    }

    private Crossing crossing(List<Requirement> asked, List<Credential> credentials, double[] strengths) {
        double total = Requirement.total(asked);
        long points = 0;
        int met = 0;
        int of = 0;
        for (int i = 0; i < strengths.length; i++) {
            points += Points.of(asked.get(i).weight() / total * strengths[i]);
            if (!asked.get(i).isEssential()) continue;
            of++;
            if (strengths[i] >= session.weights().met()) met++;
        }
        boolean reached = of > 0 && met >= Reach.needed(of, session.weights().reach());
        return new Crossing(credentials, strengths, points, new Match.Coverage(met, of), reached);
    }
}
