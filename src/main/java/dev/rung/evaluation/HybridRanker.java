package dev.rung.evaluation;

import dev.rung.catalogue.lucene.LexicalIndex;
import dev.rung.encoder.ConceptEncoder;
import java.util.List;

/**
 * Ranks by nearness of meaning and by shared words together: the cosine plus a share of the BM25 score, which is brought into 0 to
 * 1 by dividing it by the query's best.
 */
public final class HybridRanker implements Ranker {
    private static final float LEXICAL = 0.08f;

    private final EncoderRanker meaning;

    public HybridRanker(ConceptEncoder encoder) {
        meaning = new EncoderRanker(encoder);
    }

    @Override
    public String name() {
        return "hybrid";
    }

    @Override
    public void read(List<String> texts) {
        meaning.read(texts);
        new LexicalIndex(texts);
    }

    @Override
    public Index index(List<String> corpus) {
        LexicalIndex lexical = new LexicalIndex(corpus);
        Index vectors = meaning.index(corpus);
        return query -> {
            float[] scores = vectors.scores(query);
            float[] words = lexical.scores(query);
            float best = 0;
            for (float word : words) best = Math.max(best, word);
            for (int i = 0; best > 0 && i < scores.length; i++) scores[i] += LEXICAL * words[i] / best;
            return scores;
        };
    }
}
