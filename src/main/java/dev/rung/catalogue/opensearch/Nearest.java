package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
import dev.rung.encoder.SkillEncoder;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Finds the records nearest to a vector by looking at every one that a filter admits.
 *
 * <p>Why not by the graph (HNSW) that k-NN searches are made of: postings of the same title have the same vector, and a graph whose nodes are linked
 * to their nearest loses its way among equals, which are nearest to each other and to nobody else. Measured on OpenSearch 3.6.0 with its engine
 * {@code lucene} by the titles of {@code rung sample}, as the share of 100 found that are as near as the true 100 nearest:
 *
 * <ul>
 *   <li>890 titles, once each: 99.8 %; 20 times each: 98.7 %; 50 times each, which is more than the 32 links that a node has: 19 %;
 *   <li>20,504 postings of these titles, the commonest 2,916 times: 2 %; with {@code m} 64 and {@code ef_construction} 512: 5 %. Asked for 1,000, the
 *       graph finds 34, however far {@code ef_search} lets it go: the rest is out of reach from where it begins;
 *   <li>the same, each vector changed by one part in 100,000 at random: 96 %, so it is the equality;
 *   <li>226,788 postings of 14,515 different vectors: 35 %;
 *   <li>looking at all of them: 100 %.
 * </ul>
 *
 * <p>What it costs: about 0.2 microseconds of a data node's processor for each record that the filter admits (40 to 50 ms over 226,788), so time
 * in proportion to the catalogue, spread over the shards.
 */
final class Nearest {
    /** Nearer to each other than this is equally near, on whichever machine it was summed up. */
    private static final double STEPS = 1e6;

    private final Asking state;

    Nearest(Asking state) {
        this.state = state;
    }

    /** Nearest first, equals by id; scored by cosine. Records of which the encoder knows nothing are near to nothing, and not among them. */
    List<Ranked> to(float[] vector, Kind<?> kind, Filter filter, int limit) throws IOException {
        double length = Math.sqrt(SkillEncoder.dot(vector, vector));
        if (limit <= 0 || !(length > 0)) return List.of();
        Map<String, Object> known = Map.of("exists", Map.of("field", Layout.vector(kind)));
        Map<String, Object> query = Map.of(
                "script_score",
                Map.of(
                        "query",
                        Clauses.filtered(List.of(Clauses.of(kind, filter), known)),
                        "script",
                        Map.of(
                                "lang",
                                "knn",
                                "source",
                                "knn_score",
                                "params",
                                Map.of(
                                        "field",
                                        Layout.vector(kind),
                                        "query_value",
                                        unit(vector, length),
                                        "space_type",
                                        Layout.SPACE))));
        return Ranking.of(state, query, limit).stream()
                .map(hit -> new Ranked(hit.id(), Math.round(cosine(hit.score()) * STEPS) / STEPS))
                .sorted(Ranked.BEST_FIRST)
                .toList();
    }

    /** Of vectors of length 1 the inner product is the cosine, and costs half as much. */
    private static float[] unit(float[] vector, double length) {
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) unit[i] = (float) (vector[i] / length);
        return unit;
    }

    /** The cluster scores an inner product p as 1 + p, and as 1 / (1 - p) where that would be below 1. */
    private static double cosine(double score) {
        return score >= 1 ? score - 1 : 1 - 1 / score;
    }
}
