package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Ranked;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which roles and jobs fit: the engine proposes, the match decides. An engine may round weights, so more are fetched than are asked for
 * and scored exactly.
 */
final class Fits {
    private static final int EXTRA = 40;

    private final Session session;
    private final Holdings holdings;
    private final Aspirations aspirations;
    private final Map<Need, Double> proposing;

    Fits(Session session, Holdings holdings, Aspirations aspirations) {
        this.session = session;
        this.holdings = holdings;
        this.aspirations = aspirations;
        this.proposing = aspirations.beside(holdings.strengths());
    }

    /**
     * A record with its match.
     *
     * @param wish what the record has of what the person wishes for; no points where nothing is wished
     */
    record Fit<T>(T record, Match match, Aspirations.Wish wish) {
        long points() {
            return match.points() + wish.points();
        }

        double score() {
            return Points.toNumber(points());
        }

        /** The parts of the score, weightiest first, what answers a wish last among equals. */
        List<Reason> reasons(Taxonomy taxonomy) {
            List<Reason> reasons = new ArrayList<>(match.reasons(taxonomy));
            wish.reason(taxonomy).ifPresent(reasons::add);
            reasons.sort(Comparator.comparingDouble(Reason::contribution).reversed());
            return reasons;
        }
    }

    List<Fit<Role>> roles(int limit) {
        return best(Kind.ROLES, Filter.NONE, Role::requirements, role -> Optional.of(role.id()), limit);
    }

    List<Fit<Job>> jobs(Filter filter, int limit) {
        return best(Kind.JOBS, filter, Job::requirements, Job::role, limit);
    }

    private <T> List<Fit<T>> best(
            Kind<T> kind,
            Filter filter,
            Function<T, List<Requirement>> requirements,
            Function<T, Optional<String>> role,
            int limit) {
        if (proposing.isEmpty()) return List.of();
        List<String> ids = session.view().rankByAnswers(kind, proposing, filter, limit + EXTRA).stream()
                .map(Ranked::id)
                .toList();
        List<Fit<T>> fits = new ArrayList<>();
        for (T record : session.view().find(kind, ids)) {
            List<Requirement> asked = requirements.apply(record);
            Match match = Match.of(asked, holdings, aspirations.shareOfMatch());
            Fit<T> fit = new Fit<>(record, match, aspirations.of(asked, role.apply(record)));
            if (fit.points() > 0) fits.add(fit);
        }
        fits.sort(Comparator.comparingLong((Fit<T> f) -> f.points())
                .reversed()
                .thenComparing(f -> kind.idOf(f.record())));
        return fits.size() > limit ? List.copyOf(fits.subList(0, limit)) : fits;
    }
}
