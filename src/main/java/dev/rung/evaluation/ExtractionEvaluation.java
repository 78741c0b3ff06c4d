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

    /** Sentences, and what looks for their skills. */
    private record Part(List<LabelledSentence> sentences, SkillExtractor extractor, Map<String, Double> weights) {
        static Part of(List<LabelledSentence> sentences, Taxonomy taxonomy, TrainedEncoder encoder) {
            return new Part(
                    sentences,
                    SkillExtractor.of(taxonomy, encoder),
                    Map.copyOf(encoder.reading().orElseThrow().evidence()));
        }

        Part with(ExtractionSettings settings) {
            return new Part(sentences, extractor.with(settings), weights);
        }

        Part byNames() {
            return new Part(sentences, extractor.byNames(), weights);
        }
    }

    /** @param taxonomy the skills that are looked for */
    public static ExtractionFigures run(List<LabelledSentence> sentences, Taxonomy taxonomy, TrainedEncoder encoder) {
        return run(List.of(Part.of(sentences, taxonomy, encoder)), ExtractionSettings.of(encoder));
    }

    /**
     * The same for a set that the encoder's confidence was calibrated on, by cross-validation: the set is cut in stretches, and each is measured with
     * weights calibrated without it. Stretches, since neighbouring sentences often come from one advertisement.
     *
     * @param set its name in {@code fit}
     * @param sentences those of the set, in the order in which {@code fit} has them
     * @param folds how many stretches, 2 or more
     */
    public static ExtractionFigures crossValidated(
            String set,
            List<LabelledSentence> sentences,
            int folds,
            ReadingFit fit,
            Taxonomy taxonomy,
            TrainedEncoder encoder) {
        List<Part> parts = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int from = (int) ((long) fold * sentences.size() / folds);
            int to = (int) ((fold + 1L) * sentences.size() / folds);
            if (from == to) continue;
            parts.add(Part.of(sentences.subList(from, to), taxonomy, encoder.with(fit.without(set, from, to))));
        }
        return run(parts, ExtractionSettings.READING);
    }

    private static ExtractionFigures run(List<Part> parts, ExtractionSettings settings) {
        List<ExtractionFigures.Floor> floors = new ArrayList<>();
        for (double floor : FLOORS) {
            ExtractionSettings strict = new ExtractionSettings(
                    settings.sentences(), floor, settings.nameFloor(), settings.atFloor(), settings.atOne());
            floors.add(at(floor, parts.stream().map(p -> p.with(strict)).toList()));
        }
        List<Find> finds = finds(parts);
        List<ExtractionFigures.Bin> bins = bins(finds);
        double error = bins.stream()
                .mapToDouble(b -> b.finds() * Math.abs(b.confidence() - b.right()) / Math.max(1, finds.size()))
                .sum();
        return new ExtractionFigures(
                parts.stream().mapToInt(p -> p.sentences().size()).sum(),
                parts.size(),
                settings.minConfidence(),
                precisionAt(5, parts),
                precisionAt(10, parts),
                floors,
                at(
                        ExtractionSettings.CONSERVATIVE.minConfidence(),
                        parts.stream().map(Part::byNames).toList()),
                bins,
                error);
    }

    private record Find(double confidence, boolean right) {}

    private static List<Find> finds(List<Part> parts) {
        List<Find> finds = new ArrayList<>();
        for (Part part : parts) {
            for (LabelledSentence sentence : part.sentences()) {
                for (Mention mention : part.extractor().extract(sentence.text())) {
                    finds.add(new Find(mention.confidence(), sentence.skills().contains(mention.skill())));
                }
            }
        }
        return finds;
    }

    private static ExtractionFigures.Floor at(double floor, List<Part> parts) {
        List<Find> finds = finds(parts);
        long right = finds.stream().filter(Find::right).count();
        int sentences = 0;
        int asked = 0;
        for (Part part : parts) {
            sentences += part.sentences().size();
            for (LabelledSentence sentence : part.sentences())
                asked += sentence.skills().size();
        }
        return new ExtractionFigures.Floor(
                floor, (double) finds.size() / sentences, share(right, finds.size()), share(right, asked));
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
    private static double precisionAt(int k, List<Part> parts) {
        double sum = 0;
        int sentences = 0;
        for (Part part : parts) {
            sentences += part.sentences().size();
            for (LabelledSentence sentence : part.sentences()) sum += precisionAt(k, sentence, part);
        }
        return sum / sentences;
    }

    private static double precisionAt(int k, LabelledSentence sentence, Part part) {
        Map<SkillId, Double> likely = new HashMap<>();
        for (Evidence evidence : part.extractor().evidence(sentence.text())) {
            likely.merge(evidence.skill(), evidence.probability(part.weights()), Math::max);
        }
        Set<SkillId> asked = sentence.skills();
        long hits = likely.entrySet().stream()
                .sorted(Map.Entry.<SkillId, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(k)
                .filter(e -> asked.contains(e.getKey()))
                .count();
        return share(hits, Math.min(k, asked.size()));
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
