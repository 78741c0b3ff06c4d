package dev.rung.evaluation;

import dev.rung.encoder.ReadingWeights;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.encoder.training.Sentences;
import dev.rung.evaluation.LogisticRegression.Example;
import dev.rung.extract.Evidence;
import dev.rung.extract.ExtractionSettings;
import dev.rung.extract.How;
import dev.rung.extract.SkillExtractor;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits what a model must know to read sentences ({@link ReadingWeights}): two logistic regressions, one upon the other.
 *
 * <ol>
 *   <li>Whether a sentence speaks of a skill at all, from its vector: fitted on the real sentences of the training folder, a third of which
 *       have marked words.
 *   <li>Whether people would name a skill for a sentence, from the {@link Evidence} for it: fitted on validation sets, whose sentences have
 *       their skills, and on the real sentences of the training folder, of which it is known where skills are spoken of, but not of which: a
 *       name is right there if it lies within marked words, and nothing is meant where nothing is marked. The training folder's made-up
 *       sentences are of no use here: the vectors have been trained on them and find in them what they would not find elsewhere.
 * </ol>
 *
 * <p>So that each set counts alike, a sentence of a set weighs 1 ÷ the set's size; the unmarked real sentences weigh as much as all sets
 * together.
 *
 * <p>What speaks for which skill is gathered once, on making; fitting takes a second. So it is cheap to fit anew without the sentences that are
 * measured ({@link #without}). Immutable; the same sentences in the same order give the same weights, to the last bit.
 */
public final class ReadingFit {
    /** High, so that it learns how advertisements speak of skills rather than of which: the sentences come from few trades. */
    private static final double SENSE_RIDGE = 30;

    private static final double EVIDENCE_RIDGE = 1e-3;
    /** Weights of all examples together; against it the ridge is measured. */
    private static final double TOTAL = 1_000;

    private final TrainedEncoder encoder;
    private final double[] sense;
    private final Map<String, List<List<Example>>> sets;
    private final List<Example> real;

    /**
     * Gathers the evidence.
     *
     * @param encoder a model's vectors; what it has learned about reading does not matter
     * @param taxonomy the skills that the sentences are labelled with
     * @param sets labelled sentences, by the name of their set
     * @param marked real sentences in which the words of skills are marked, some of them without any
     */
    public ReadingFit(
            TrainedEncoder encoder,
            Taxonomy taxonomy,
            Map<String, List<LabelledSentence>> sets,
            List<Sentences.Marked> marked) {
        this.encoder = encoder;
        sense = sense(encoder, marked);
        ReadingWeights half = ReadingWeights.of(encoder.name(), sense, Map.of());
        SkillExtractor extractor = SkillExtractor.of(taxonomy, encoder.with(half), ExtractionSettings.READING);
        this.sets = new TreeMap<>();
        sets.forEach((name, sentences) -> {
            double weight = TOTAL / sets.size() / sentences.size();
            this.sets.put(
                    name,
                    sentences.stream()
                            .map(sentence -> examples(extractor, sentence, weight))
                            .toList());
        });
        real = real(extractor, marked);
    }

    /** The weights that all sentences give. */
    public ReadingWeights weights() {
        return without("", 0, 0);
    }

    /**
     * The weights that the sentences give without some of a set, for measuring on those.
     *
     * @param set its name
     * @param from the first of the set's sentences to leave out, from 0
     * @param to the first after it to leave in
     */
    public ReadingWeights without(String set, int from, int to) {
        List<Example> examples = new ArrayList<>();
        sets.forEach((name, sentences) -> {
            for (int i = 0; i < sentences.size(); i++) {
                if (!name.equals(set) || i < from || i >= to) examples.addAll(sentences.get(i));
            }
        });
        examples.addAll(real);
        double[] fitted = LogisticRegression.fit(examples, EVIDENCE_RIDGE);
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < fitted.length; i++) weights.put(Evidence.NAMES.get(i), rounded(fitted[i]));
        return ReadingWeights.of(encoder.name(), sense, weights);
    }

    private static List<Example> examples(SkillExtractor extractor, LabelledSentence sentence, double weight) {
        List<Example> examples = new ArrayList<>();
        for (Evidence evidence : extractor.evidence(sentence.text())) {
            examples.add(new Example(evidence.weighed(), sentence.skills().contains(evidence.skill()), weight));
        }
        return examples;
    }

    private static List<Example> real(SkillExtractor extractor, List<Sentences.Marked> marked) {
        List<Example> examples = new ArrayList<>();
        double unmarked = marked.stream().filter(m -> m.spans().isEmpty()).count();
        for (Sentences.Marked sentence : marked) {
            BitSet marks = sentence.marks();
            for (Evidence evidence : extractor.evidence(sentence.sentence())) {
                if (!marks.isEmpty() && evidence.how() == How.VECTOR) continue;
                boolean inside = 2 * marks.get(evidence.start(), evidence.end()).cardinality()
                        >= evidence.end() - evidence.start();
                examples.add(new Example(evidence.weighed(), inside, TOTAL / Math.max(1, unmarked)));
            }
        }
        return examples;
    }

    private static double[] sense(TrainedEncoder encoder, List<Sentences.Marked> marked) {
        List<Example> examples = new ArrayList<>();
        for (Sentences.Marked sentence : marked) {
            float[] vector = encoder.encode(sentence.sentence());
            double[] features = new double[vector.length + 1];
            for (int i = 0; i < vector.length; i++) features[i] = vector[i];
            features[vector.length] = 1;
            examples.add(new Example(features, !sentence.spans().isEmpty(), 1));
        }
        double[] weights = LogisticRegression.fit(examples, SENSE_RIDGE);
        for (int i = 0; i < weights.length; i++) weights[i] = rounded(weights[i]);
        return weights;
    }

    private static double rounded(double weight) {
        return Math.round(weight * 1e4) / 1e4;
    }
}
