package dev.rung.pathway;

import dev.rung.match.Recommender;
import dev.rung.match.Standing;
import dev.rung.match.Understanding.Goal;
import dev.rung.pathway.Alternatives.Way;
import dev.rung.person.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * Plans more than one step ahead: which credentials in which order.
 *
 * <pre>{@code
 * Pathfinder pathfinder = new Pathfinder(recommender);
 * Pathways ways = pathfinder.find(PathwayRequest.about(profile));
 * ways.results().getFirst().sentence();
 * // The cheapest and the fastest: 2 steps, 70 hours, 120 EUR, 12 weeks; brings SEO specialist within reach, with 7 of 8 …
 * }</pre>
 *
 * <p>The same question to the same generation of the catalogue, with the same model and for the same day, has the same answer. Safe for
 * use by many threads.
 */
public final class Pathfinder {
    private final Recommender recommender;
    private final PlanSearch search;
    private volatile Optional<Shelf> shelf = Optional.empty();

    public Pathfinder(Recommender recommender) {
        this(recommender, new BranchAndBound());
    }

    private Pathfinder(Recommender recommender, PlanSearch search) {
        this.recommender = recommender;
        this.search = search;
    }

    /** One that tries every plan: a yardstick for small catalogues, hopeless for others. */
    public static Pathfinder exhaustive(Recommender recommender) {
        return new Pathfinder(recommender, new Exhaustive());
    }

    /** Two or three ways to where the person wants to get, or why there is none. */
    public Pathways find(PathwayRequest request) {
        return recommender.standing(request.nextStep(), standing -> find(request, standing));
    }

    /** For evaluation: cuts a small task for this request out of the whole catalogue and sets this search and the exhaustive one on it. */
    public Trial trial(PathwayRequest request, int credentials, int jobs, long seed) {
        return recommender.standing(
                request.nextStep(),
                standing -> Trial.of(
                        ground(request, standing).on(terms(request, standing)).task(),
                        credentials,
                        jobs,
                        new Random(seed)));
    }

    private Shelf shelf(Standing standing) {
        Shelf newest = Shelf.of(standing.view(), shelf);
        shelf = Optional.of(newest);
        return newest;
    }

    private static Terms terms(PathwayRequest request, Standing standing) {
        return new Terms(
                request.profile().constraints(),
                request.steps(),
                request.start().orElse(standing.asOf()),
                request.finishBy());
    }

    private Ground ground(PathwayRequest request, Standing standing) {
        Shelf known = shelf(standing);
        Pricing pricing = pricing(request, known);
        return terms -> new Groundwork(
                standing, known, pricing, terms, standing.understood().target());
    }

    private Pathways find(PathwayRequest request, Standing standing) {
        Terms terms = terms(request, standing);
        Optional<Target> asked = request.profile().target().filter(t -> t.most().isEmpty());
        Optional<Goal> goal = standing.understood().target();
        Ground ground = ground(request, standing);
        Groundwork work = ground.on(terms);
        long reachable =
                standing.view().reachable(work.met(), standing.weights().reach(), standing.jobs());
        Optional<Absence> absence = Optional.empty();
        List<Pathway> ways = List.of();
        if (asked.isPresent() && goal.isEmpty()) {
            absence = asked.map(Absence::unknown);
        } else if (work.isReached()) {
            absence = Optional.of(Absence.reached(work));
        } else {
            ways = ways(work, shelf(standing), reachable);
            if (ways.isEmpty()) absence = Optional.of(Absence.of(work, ground));
        }
        return new Pathways(
                standing.view().generation().token(),
                standing.view().generation().model(),
                standing.asOf(),
                standing.weights(),
                standing.understood(),
                target(goal),
                position(work, reachable),
                limits(terms, work.pricing()),
                work.steps().size(),
                work.setAside(),
                new CreditBook(work).held(),
                ways,
                absence.map(Absence::why),
                absence.map(Absence::keptOut).orElse(List.of()));
    }

    /** The groundwork for a person and a catalogue, on other terms. */
    @FunctionalInterface
    interface Ground {
        Groundwork on(Terms terms);
    }

    private List<Pathway> ways(Groundwork work, Shelf known, long reachable) {
        List<Way> found = new Alternatives(work.task(), search).find();
        TreeSet<String> all = new TreeSet<>();
        found.forEach(w -> w.found().plan().forEach(s -> all.add(work.steps().get(s))));
        Exits exits = new Exits(work, known, all);
        List<Itinerary> itineraries = new ArrayList<>();
        List<Exits.Passed> passed = new ArrayList<>();
        for (Way way : found) {
            Itinerary itinerary = new Itinerary(work, exits, way.found().plan(), reachable);
            itineraries.add(itinerary);
            passed.addAll(itinerary.passed());
        }
        Map<String, Long> jobs = exits.jobs(passed);
        List<Pathway> ways = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Way way = found.get(i);
            Itinerary itinerary = itineraries.get(i);
            Optional<Pathway.Progress> progress = itinerary.progress();
            ways.add(new Pathway(
                    way.kinds(),
                    Phrases.way(way.kinds(), itinerary.totals(), progress, target(work.goal())),
                    itinerary.totals(),
                    progress,
                    itinerary.steps(jobs),
                    itinerary.notes(),
                    Certainty.of(way, work)));
        }
        return ways;
    }

    private static Pathways.Goal target(Optional<Goal> goal) {
        return goal.map(g -> new Pathways.Goal(g.kind(), Optional.of(g.id()), g.title()))
                .orElse(new Pathways.Goal("jobs", Optional.empty(), "most jobs"));
    }

    private static Pathways.Position position(Groundwork work, long reachable) {
        boolean asks = !work.essentials().isEmpty();
        return new Pathways.Position(
                reachable,
                asks ? Optional.of(work.metEssentials()) : Optional.empty(),
                asks ? Optional.of(work.essentials().size()) : Optional.empty(),
                asks ? Optional.of(work.needed()) : Optional.empty(),
                work.isReached());
    }

    private static Pathways.Limits limits(Terms terms, Pricing pricing) {
        return new Pathways.Limits(
                terms.steps(),
                terms.constraints().maxHours(),
                terms.constraints().hoursPerWeek(),
                terms.constraints().maxCost(),
                pricing.currency(),
                pricing.rates(),
                terms.start(),
                terms.finishBy());
    }

    private static Pricing pricing(PathwayRequest request, Shelf shelf) {
        String currency = request.profile()
                .constraints()
                .maxCost()
                .map(m -> m.currency())
                .or(request::currency)
                .or(shelf::usualCurrency)
                .orElse("EUR");
        return new Pricing(currency, request.rates());
    }
}
