package dev.rung.evaluation;

import dev.rung.catalogue.ReciprocalRanks;
import dev.rung.catalogue.lucene.LexicalIndex;
import dev.rung.encoder.SkillEncoder;
import dev.rung.encoder.VectorTable;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Ranks as a catalogue's search does where records have titles alone: by words and by nearness of the whole text, ranks fused. */
public final class SearchRanker implements Ranker {
    private static final int WORDS_DEPTH = 1_000;
    private static final int VECTOR_DEPTH = 100;
    private static final float NEAR = 0.3f;

    private final SkillEncoder encoder;

    public SearchRanker(SkillEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void read(List<String> texts) {
        texts.forEach(encoder::encode);
        new LexicalIndex(texts);
    }

    @Override
    public Index index(List<String> corpus) {
        LexicalIndex words = new LexicalIndex(corpus);
        VectorTable vectors = new VectorTable(
                encoder.dimensions(), corpus.stream().map(encoder::encode).toList());
        return query -> {
            float[] fused = new float[corpus.size()];
            add(words.scores(query), 0, WORDS_DEPTH, ReciprocalRanks::byWords, fused);
            add(vectors.scores(encoder.encode(query)), NEAR, VECTOR_DEPTH, ReciprocalRanks::byVector, fused);
            return fused;
        };
    }

    private static void add(float[] scores, float above, int depth, IntToDoubleFunction worth, float[] to) {
        int[] ranking = IntStream.range(0, scores.length)
                .filter(i -> scores[i] > above)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -scores[i]))
                .limit(depth)
                .mapToInt(Integer::intValue)
                .toArray();
        int rank = 0;
        for (int i = 0; i < ranking.length; i++) {
            if (i == 0 || scores[ranking[i]] != scores[ranking[i - 1]]) rank = i;
            to[ranking[i]] += (float) worth.applyAsDouble(rank);
        }
    }
}
