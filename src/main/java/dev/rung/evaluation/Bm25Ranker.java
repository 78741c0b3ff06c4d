package dev.rung.evaluation;

import dev.rung.catalogue.lucene.LexicalIndex;
import java.util.List;

/** Ranks by shared words alone: the yardstick. */
public final class Bm25Ranker implements Ranker {
    @Override
    public String name() {
        return "bm25";
    }

    @Override
    public Index index(List<String> corpus) {
        return new LexicalIndex(corpus)::scores;
    }
}
