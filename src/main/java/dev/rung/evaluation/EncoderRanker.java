package dev.rung.evaluation;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.VectorTable;
import dev.rung.encoder.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks by nearness of meaning.
 *
 * <p>A name is compared as a whole. In a sentence a skill is a few words among many that say nothing of it, so there the score of a
 * text is the cosine with the whole sentence, plus the best cosine with any window of 1 to {@value #WINDOW} neighbouring words, plus
 * a share of the text's prior: of two skills that fit alike, the one that is asked for more often is meant more often.
 */
public final class EncoderRanker implements Ranker {
    private static final int WINDOW = 5;
    /** Titles and names seldom have more words than this, sentences seldom fewer. */
    private static final int NAME = 2;

    private static final float WHOLE = 1f;
    private static final float PRIOR = 0.1f;

    private final ConceptEncoder encoder;

    public EncoderRanker(ConceptEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String name() {
        return "encoder";
    }

    @Override
    public Index index(List<String> corpus) {
        VectorTable vectors = new VectorTable(
                encoder.dimensions(), corpus.stream().map(encoder::encode).toList());
        float[] priors = new float[corpus.size()];
        for (int i = 0; i < priors.length; i++) priors[i] = (float) encoder.prior(corpus.get(i));
        return query -> {
            float[] scores = vectors.scores(encoder.encode(query));
            List<String> words = words(query);
            if (words.size() <= NAME) return scores;
            float[] windows = vectors.best(windows(words));
            for (int i = 0; i < scores.length; i++) {
                scores[i] = WHOLE * scores[i] + windows[i] + PRIOR * priors[i];
            }
            return scores;
        };
    }

    private List<float[]> windows(List<String> words) {
        List<float[]> windows = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + WINDOW); to++) {
                windows.add(encoder.encode(String.join(" ", words.subList(from, to))));
            }
        }
        return windows;
    }

    private static List<String> words(String text) {
        List<String> found = new ArrayList<>();
        Words words = new Words(text);
        while (words.next()) found.add(words.word());
        return found;
    }
}
