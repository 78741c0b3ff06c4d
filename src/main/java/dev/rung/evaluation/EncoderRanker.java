package dev.rung.evaluation;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.VectorTable;
import dev.rung.encoder.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Ranks by nearness of meaning.
 *
 * <p>The score of a text is its cosine with the whole query, plus a quarter of its best cosine with any window of 1 to
 * {@value #WINDOW} neighbouring words of the query, plus a share of its prior: in a sentence a skill is a few words among many that
 * say nothing of it, and of two skills that fit alike the one that is asked for more often is meant more often. The shares were
 * chosen on the validation sets of skill extraction, all three together; on those of job titles they make no difference.
 */
public final class EncoderRanker implements Ranker {
    private static final int WINDOW = 5;
    private static final float WINDOW_SHARE = 0.25f;
    private static final float PRIOR_SHARE = 0.05f;

    /** No name of a skill begins or ends with one of these, so no window needs to: two thirds of the windows fall away. */
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "a", "about", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "for",
            "from", "has", "have", "in", "is", "it", "its", "may", "must", "of", "on", "or", "our", "s", "should",
            "such", "that", "the", "their", "they", "this", "those", "through", "to", "us", "we", "well", "which",
            "while", "who", "will", "with", "within", "would", "you", "your");

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
            float[] windows = vectors.best(windows(words));
            for (int i = 0; i < scores.length; i++) {
                scores[i] += WINDOW_SHARE * windows[i] + PRIOR_SHARE * priors[i];
            }
            return scores;
        };
    }

    @Override
    public void read(List<String> texts) {
        texts.forEach(encoder::encode);
    }

    private List<float[]> windows(List<String> words) {
        List<float[]> windows = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            if (FUNCTION_WORDS.contains(words.get(from))) continue;
            for (int to = from + 1; to <= Math.min(words.size(), from + WINDOW); to++) {
                if (FUNCTION_WORDS.contains(words.get(to - 1))) continue;
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
