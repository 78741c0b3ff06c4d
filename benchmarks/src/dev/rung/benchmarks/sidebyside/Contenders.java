package dev.rung.benchmarks.sidebyside;

import dev.rung.benchmarks.Askers;
import dev.rung.benchmarks.PlainBm25;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Search;
import dev.rung.encoder.SkillEncoder;
import dev.rung.json.InvalidJson;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommender;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.Query;

/** Who is asked what, and beside whom. */
final class Contenders {
    private static final String SEARCH = "jobs by text, best 20";
    private static final String JOBS = "jobs that fit a person, best 20, with reasons";
    private static final String CREDENTIALS = "credentials for a person, best 20, with reasons and exact counts";
    private static final String REACH = "how many jobs are within reach";
    private static final String GAINS = "how many more with each of 400 credentials";

    private static final List<String> QUESTIONS = List.of(SEARCH, JOBS, CREDENTIALS, REACH, GAINS);

    private static final String FLOOR = "Lucene, one field, BM25";
    private static final String HERE = "Rung, in process";
    private static final String SERVED = "Rung, HTTP";
    private static final String WORDS = "OpenSearch, BM25";
    private static final String HYBRID = "OpenSearch, hybrid";
    private static final String EXACT = "OpenSearch, hybrid over all vectors";
    private static final String BY_RANK = "OpenSearch, hybrid with Rung's fusion";
    private static final String BY_RANK_EXACT = "OpenSearch, hybrid with Rung's fusion over all vectors";
    private static final String TERMS_SET = "OpenSearch, terms_set";
    private static final String MANY_TERMS_SETS = "OpenSearch, 400 terms_set in one request";

    private final Questions questions;
    private final double threshold;
    private final List<RecommendationRequest> people = Askers.requests();
    private final List<byte[]> bodies = Askers.bodies();

    Contenders(Questions questions, double threshold) throws InvalidJson {
        this.questions = questions;
        this.threshold = threshold;
    }

    List<Contender> all(PlainBm25 floor, Catalogue catalogue, SkillEncoder encoder, RungProcess server, OpenSearchQueries node, long nodeProcess) {
        List<Contender> all = new ArrayList<>();
        addFloor(all, floor);
        addEmbedded(all, catalogue, new Recommender(catalogue, encoder));
        addServed(all, server);
        addNode(all, node, nodeProcess);
        all.sort(Comparator.comparing(contender -> QUESTIONS.indexOf(contender.question())));
        return all;
    }

    private void addFloor(List<Contender> all, PlainBm25 floor) {
        List<Query> queries = questions.searches().stream().map(floor::query).toList();
        all.add(Contender.here(SEARCH, FLOOR, Optional.empty(), turn -> floor.search(of(queries, turn))));
    }

    private void addEmbedded(List<Contender> all, Catalogue catalogue, Recommender recommender) {
        all.add(Contender.here(SEARCH, HERE, Optional.of(FLOOR), turn -> {
            try (CatalogueView view = catalogue.view()) {
                view.search(Kind.JOBS, Search.text(search(turn), 20));
            }
        }));
        all.add(Contender.here(JOBS, HERE, Optional.empty(), turn -> recommender.jobs(of(people, turn))));
        all.add(Contender.here(CREDENTIALS, HERE, Optional.empty(), turn -> recommender.credentials(of(people, turn))));
        all.add(Contender.here(REACH, HERE, Optional.of(TERMS_SET), turn -> {
            try (CatalogueView view = catalogue.view()) {
                view.reachable(met(turn), threshold, Filter.NONE);
            }
        }));
        all.add(Contender.here(GAINS, HERE, Optional.of(MANY_TERMS_SETS), turn -> {
            try (CatalogueView view = catalogue.view()) {
                view.newlyReachable(met(turn), threshold, questions.gains(), Filter.NONE);
            }
        }));
    }

    private void addServed(List<Contender> all, RungProcess server) {
        Http http = server.http();
        all.add(served(SEARCH, Optional.of(EXACT), server, turn -> http.get(
                "/v1/jobs?limit=20&q=" + URLEncoder.encode(search(turn), StandardCharsets.UTF_8))));
        all.add(served(JOBS, Optional.empty(), server, turn -> http.post("/v1/recommendations/jobs", of(bodies, turn))));
        all.add(served(CREDENTIALS, Optional.empty(), server, turn -> http.post("/v1/recommendations/credentials", of(bodies, turn))));
    }

    private static Contender served(String question, Optional<String> rival, RungProcess server, Contender.Asking asking) {
        return new Contender(question, SERVED, rival, server.id(), asking);
    }

    private void addNode(List<Contender> all, OpenSearchQueries node, long process) {
        searches(node).forEach((name, asked) -> all.add(
                new Contender(SEARCH, name, Optional.empty(), process, turn -> asked.best(search(turn)))));
        all.add(new Contender(REACH, TERMS_SET, Optional.empty(), process, turn -> node.reach(met(turn))));
        all.add(new Contender(GAINS, MANY_TERMS_SETS, Optional.empty(), process, turn -> node.reach(met(turn), questions.gains())));
    }

    /** The ways of asking the node for a text, in the order of the table. */
    static Map<String, Agreement.Asked> searches(OpenSearchQueries node) {
        Map<String, Agreement.Asked> searches = new LinkedHashMap<>();
        searches.put(WORDS, node::words);
        searches.put(HYBRID, node::hybrid);
        searches.put(EXACT, node::hybridExact);
        searches.put(BY_RANK, node::byRank);
        searches.put(BY_RANK_EXACT, node::byRankExact);
        return searches;
    }

    private String search(int turn) {
        return of(questions.searches(), turn);
    }

    private Set<Need> met(int turn) {
        return of(questions.met(), turn);
    }

    private static <T> T of(List<T> questions, int turn) {
        return questions.get(turn % questions.size());
    }
}
