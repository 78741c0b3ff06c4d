package dev.rung.benchmarks.sidebyside;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Search;
import dev.rung.role.Job;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether all are asked for the same: counts must be equal, the best twenty alike. They are compared by title, since postings of the same
 * title are equally good and everybody breaks ties differently.
 *
 * @param found for each way of asking, the mean share of Rung's best twenty that it finds as well
 * @param counts how many counts were compared, and were equal
 */
record Agreement(Map<String, Double> found, int counts) {
    /** Asks the node for a text. */
    @FunctionalInterface
    interface Asked {
        byte[] best(String text) throws IOException;
    }

    /** @param ways what each is called, and how it asks */
    static Agreement of(
            CatalogueView view, Map<String, Asked> ways, OpenSearchQueries node, Questions questions, double threshold)
            throws IOException {
        Map<String, Double> found = new LinkedHashMap<>();
        for (String text : questions.searches()) {
            List<String> ours = view.search(Kind.JOBS, Search.text(text, 20)).items().stream()
                    .map(Job::title)
                    .toList();
            for (Map.Entry<String, Asked> way : ways.entrySet()) {
                double share = shared(ours, way.getValue().best(text)) / questions.searches().size();
                found.merge(way.getKey(), share, Double::sum);
            }
        }
        return new Agreement(found, counts(view, node, questions, threshold));
    }

    private static double shared(List<String> ours, byte[] answer) throws IOException {
        List<String> theirs = OpenSearchQueries.titles(answer);
        // One for one: remove tells whether there was another.
        return ours.stream().filter(theirs::remove).count() / (double) Math.max(1, ours.size());
    }

    private static int counts(CatalogueView view, OpenSearchQueries node, Questions questions, double threshold)
            throws IOException {
        int compared = 0;
        for (Set<Need> met : questions.met()) {
            mustBeEqual(view.reachable(met, threshold, Filter.NONE), OpenSearchQueries.total(node.reach(met)));
            compared++;
        }
        Set<Need> met = questions.met().getFirst();
        long[] more = view.newlyReachable(met, threshold, questions.gains(), Filter.NONE);
        long now = view.reachable(met, threshold, Filter.NONE);
        List<Long> then = OpenSearchQueries.totals(node.reach(met, questions.gains()));
        mustBeEqual(more.length, then.size());
        for (int i = 0; i < more.length; i++) mustBeEqual(now + more[i], then.get(i));
        if (Arrays.stream(more).sum() == 0) throw new IllegalStateException("no credential opens a job: nothing is compared");
        return compared + more.length;
    }

    private static void mustBeEqual(long ours, long theirs) {
        if (ours != theirs) throw new IllegalStateException("Rung counts " + ours + ", OpenSearch " + theirs);
    }
}
