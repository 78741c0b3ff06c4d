package dev.rung.evaluation;

import dev.rung.encoder.TrainedEncoder;
import dev.rung.extract.Evidence;
import dev.rung.extract.ExtractionSettings;
import dev.rung.extract.Mention;
import dev.rung.extract.SkillExtractor;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for the skills of labelled sentences in the way that running text is read, and counts.
 *
 * <p>People who label sentences name one or two skills and leave out what is nearly the same, so precision is understated: a find that they did
 * not name may be right.
 */
public final class ExtractionEvaluation {
    private static final double[] FLOORS = {0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7};
    private static final int BINS = 10;

    private ExtractionEvaluation() {}

    /** @param taxonomy the skills that are looked for */
    public static ExtractionFigures run(List<LabelledSentence> sentences, Taxonomy taxonomy, TrainedEncoder encoder) {
        ExtractionSettings settings = ExtractionSettings.of(encoder);
        SkillExtractor extractor = SkillExtractor.of(taxonomy, encoder, settings);
        List<ExtractionFigures.Floor> floors = new ArrayList<>();
        for (double floor : FLOORS) {
            SkillExtractor strict = extractor.with(new ExtractionSettings(
                    settings.sentences(), floor, settings.nameFloor(), settings.atFloor(), settings.atOne()));
            floors.add(at(floor, sentences, strict));
        }
        List<Find> finds = finds(sentences, extractor);
        List<ExtractionFigures.Bin> bins = bins(finds);
        double error = bins.stream()
                .mapToDouble(b -> b.finds() * Math.abs(b.confidence() - b.right()) / Math.max(1, finds.size()))
                .sum();
        return new ExtractionFigures(
                sentences.size(),
                settings.minConfidence(),
                precisionAt(5, sentences, extractor, encoder),
                precisionAt(10, sentences, extractor, encoder),
                floors,
                bins,
                error);
    }

    private record Find(double confidence, boolean right) {}

    private static List<Find> finds(List<LabelledSentence> sentences, SkillExtractor extractor) {
        List<Find> finds = new ArrayList<>();
        for (LabelledSentence sentence : sentences) {
            for (Mention mention : extractor.extract(sentence.text())) {
                finds.add(new Find(mention.confidence(), sentence.skills().contains(mention.skill())));
            }
        }
        return finds;
    }

    private static ExtractionFigures.Floor at(
            double floor, List<LabelledSentence> sentences, SkillExtractor extractor) {
        List<Find> finds = finds(sentences, extractor);
        long right = finds.stream().filter(Find::right).count();
        long asked = sentences.stream().mapToLong(s -> s.skills().size()).sum();
        return new ExtractionFigures.Floor(
                floor, (double) finds.size() / sentences.size(), share(right, finds.size()), share(right, asked));
    }

    private static List<ExtractionFigures.Bin> bins(List<Find> finds) {
        List<ExtractionFigures.Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            int bin = b;
            List<Find> within = finds.stream()
                    .filter(f -> Math.min(BINS - 1, (int) (f.confidence() * BINS)) == bin)
                    .toList();
            if (within.isEmpty()) continue;
            bins.add(new ExtractionFigures.Bin(
                    (double) b / BINS,
                    within.size(),
                    within.stream().mapToDouble(Find::confidence).average().orElseThrow(),
                    share(within.stream().filter(Find::right).count(), within.size())));
        }
        return bins;
    }

    /** As {@link RetrievalFigures#rpAt5}: hits among the k likeliest skills ÷ the most there could be. */
    private static double precisionAt(
            int k, List<LabelledSentence> sentences, SkillExtractor extractor, TrainedEncoder encoder) {
        Map<String, Double> weights = Map.copyOf(encoder.reading().orElseThrow().evidence());
        double sum = 0;
        for (LabelledSentence sentence : sentences) {
            Map<SkillId, Double> likely = new HashMap<>();
            for (Evidence evidence : extractor.evidence(sentence.text())) {
                likely.merge(evidence.skill(), evidence.probability(weights), Math::max);
            }
            Set<SkillId> asked = sentence.skills();
            long hits = likely.entrySet().stream()
                    .sorted(Map.Entry.<SkillId, Double>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(k)
                    .filter(e -> asked.contains(e.getKey()))
                    .count();
            sum += share(hits, Math.min(k, asked.size()));
        }
        return sum / sentences.size();
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
