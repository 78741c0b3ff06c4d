package dev.rung.server;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Page;
import dev.rung.catalogue.Search;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.CandidateRequest;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommender;
import dev.rung.role.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a large catalogue some questions before anybody else does. The first ones are the dearest by far: the code is not compiled yet, and nothing is in memory. On
 * some hundred thousand jobs they take a hundred times as long as later ones, so that a server that took its full share of requests from the first second would
 * send most of them away. A small catalogue answers soon enough without.
 *
 * <p>The questions are about the catalogue's own roles, in the order of their ids: the same ones at every start. It ends after {@value #LONGEST_SECONDS} seconds, wherever it is.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int JOBS_A_ROUND = 1_000;
    /** Below this it is not worth anybody's waiting. */
    private static final int FEWEST_ROUNDS = 20;

    private static final int MOST_ROUNDS = 200;
    private static final int LONGEST_SECONDS = 10;

    private final Catalogue catalogue;
    private final Recommender recommender;
    private final LongSupplier nanos;

    /** @param nanos a clock that never goes back, in nanoseconds */
    WarmUp(Catalogue catalogue, Recommender recommender, LongSupplier nanos) {
        this.catalogue = catalogue;
        this.recommender = recommender;
        this.nanos = nanos;
    }

    /** Asks as much as suits the size of the catalogue.
     *
     * @return how many rounds of questions were asked
     */
    int run() {
        try (CatalogueView view = catalogue.view()) {
            int rounds = rounds(view.count(Kind.JOBS, Filter.NONE));
            return rounds == 0 ? 0 : ask(view, rounds);
        } catch (RuntimeException e) {
            // Whatever is wrong will be told to whoever asks; a server that can answer anything else should start.
            LOG.warn("Warming up was broken off: {}", e.getMessage());
            return 0;
        }
    }

    /** How many rounds of questions suit so many jobs. */
    static int rounds(long jobs) {
        long rounds = Math.min(MOST_ROUNDS, jobs / JOBS_A_ROUND);
        return rounds < FEWEST_ROUNDS ? 0 : (int) rounds;
    }

    /** Asks so many rounds, or fewer if there are fewer roles or time is up; how many were asked. */
    int ask(CatalogueView view, int rounds) {
        long end = nanos.getAsLong() + Duration.ofSeconds(LONGEST_SECONDS).toNanos();
        List<Role> roles =
                view.search(Kind.ROLES, Search.everything(MOST_ROUNDS)).items();
        int asked = 0;
        while (asked < rounds && asked < roles.size() && nanos.getAsLong() < end) ask(view, roles.get(asked++));
        return asked;
    }

    /** One of each that people ask most. */
    private void ask(CatalogueView view, Role role) {
        RecommendationRequest person = read(
                Map.of(
                        "experience", List.of(Map.of("role", role.id(), "months", 60)),
                        "skills",
                                role.requirements().stream()
                                        .limit(2)
                                        .map(r -> Map.of("skill", r.skill().value()))
                                        .toList()),
                RecommendationRequest.class);
        Json.write(recommender.roles(person));
        Json.write(recommender.jobs(person));
        Json.write(recommender.credentials(person));
        if (!role.requirements().isEmpty()) {
            Json.write(recommender.candidates(read(Map.of("role", role.id()), CandidateRequest.class)));
        }
        Page<Role> found = view.search(Kind.ROLES, Search.text(role.title(), RecordResource.DEFAULT_LIMIT));
        found.items().forEach(Json::write);
    }

    private static <T> T read(Map<String, ?> question, Class<T> type) {
        try {
            return Json.read(Json.write(question), type);
        } catch (InvalidJson e) {
            throw new IllegalStateException("a question that is made here can be read here", e);
        }
    }
}
