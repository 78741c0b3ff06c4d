package dev.rung.evaluation;

import dev.rung.encoder.ReadingWeights;
import dev.rung.encoder.TrainedEncoder;
import dev.rung.encoder.training.Sentences;
import dev.rung.evaluation.LogisticRegression.Example;
import dev.rung.extract.Evidence;
import dev.rung.extract.ExtractionSettings;
import dev.rung.extract.How;
import dev.rung.extract.Mention;
import dev.rung.extract.SkillExtractor;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fits what a model must know to read sentences ({@link ReadingWeights}), in three steps, each a logistic regression.
 *
 * <ol>
 *   <li>Whether a sentence speaks of a skill at all, from its vector: fitted on the real sentences of the training, a third of which have
 *       marked words, and on what O*NET says that people do at work, so that not only offices sound like work.
 *   <li>Whether people would name a skill for a sentence, from the {@link Evidence} for it: fitted on the training's made-up sentences, which
 *       have their skills, and on its real ones, of which it is known where skills are spoken of, but not of which: a name is right there if it
 *       lies within marked words, and nothing is meant where nothing is marked.
 *   <li>How far to believe that: a slope and a shift (Platt, 1999), fitted on validation sets of real sentences and on the unmarked real sentences of the
 *       training, of what is left where finds share words: that is what people get to see. Two numbers; no order of skills changes.
 * </ol>
 *
 * <p>Sentences of the training that nearly are one that is measured on are left out. So that each source counts alike, a sentence weighs 1 ÷ the size of its
 * source; unmarked real sentences weigh as much as the made-up ones, and as all validation sets together.
 *
 * <p>What speaks for which skill is gathered once, on making; calibrating takes a second. So it is cheap to calibrate anew without the sentences that are
 * measured ({@link #without}). Immutable; the same sentences in the same order give the same weights, to the last bit.
 */
public final class ReadingFit {
    /** High, so that it learns how advertisements speak of skills rather than of which: the sentences come from few trades. */
    private static final double SENSE_RIDGE = 30;

    /** What all tasks together weigh beside all sentences with marked words. */
    private static final double TASK_SHARE = 1;

    /** Log-odds beyond which a probability rounds to certainty. */
    private static final double SURE = 30;

    private static final double EVIDENCE_RIDGE = 1e-3;
    /** Weights of all examples of a source together; against it the ridge is measured. */
    private static final double TOTAL = 1_000;

    private final TrainedEncoder encoder;
    private final double[] sense;
    /** What the training's sentences say evidence weighs. */
    private final double[] raw;

    private final Map<String, List<List<Example>>> sets;
    private final List<Example> unmarked;
    private final int leftOut;

    /**
     * Gathers the evidence.
     *
     * @param encoder a model's vectors; what it has learned about reading does not matter
     * @param taxonomy the skills that the sentences are labelled with
     * @param training made-up sentences with their skills, and real ones in which the words of skills are marked, some without any
     * @param measured sentences that others measure on: neither they nor near copies of them teach anything
     * @param sets labelled sentences to calibrate on, by the name of their set; without any, confidence is what the training's sentences
     *     say
     */
    public ReadingFit(
            TrainedEncoder encoder,
            Taxonomy taxonomy,
            Sentences training,
            Collection<String> measured,
            Map<String, List<LabelledSentence>> sets) {
        this.encoder = encoder;
        NearCopies copies = new NearCopies(measured);
        List<Sentences.Marked> marked =
                training.marked.stream().filter(m -> !copies.have(m.sentence())).toList();
        List<LabelledSentence> labelled = LabelledSentence.of(training, taxonomy).stream()
                .filter(s -> !copies.have(s.text()))
                .toList();
        List<String> tasks =
                training.tasks.stream().filter(t -> !copies.have(t)).toList();
        leftOut = training.marked.size()
                - marked.size()
                + training.labelled.size()
                - labelled.size()
                + training.tasks.size()
                - tasks.size();
        sense = sense(encoder, marked, tasks);
        ReadingWeights half = ReadingWeights.of(encoder.name(), sense, Map.of());
        SkillExtractor extractor = SkillExtractor.of(taxonomy, encoder.with(half), ExtractionSettings.READING);
        List<Example> examples = new ArrayList<>();
        for (LabelledSentence sentence : labelled) {
            examples.addAll(examples(extractor, sentence, TOTAL / labelled.size()));
        }
        long without = marked.stream().filter(m -> m.spans().isEmpty()).count();
        double each = TOTAL / Math.max(1, without);
        for (Sentences.Marked sentence : marked) examples.addAll(examples(extractor, sentence, each));
        raw = LogisticRegression.fit(examples, EVIDENCE_RIDGE);
        SkillExtractor finder = finder(taxonomy);
        unmarked = new ArrayList<>();
        for (Sentences.Marked sentence : marked) {
            if (sentence.spans().isEmpty()) unmarked.addAll(finds(finder, sentence.sentence(), Set.of(), each));
        }
        this.sets = new TreeMap<>();
        sets.forEach((name, sentences) -> {
            double weight = TOTAL / sets.size() / sentences.size();
            this.sets.put(
                    name,
                    sentences.stream()
                            .map(sentence -> finds(finder, sentence.text(), sentence.skills(), weight))
                            .toList());
        });
    }

    /** How many sentences of the training were left out for being near copies of sentences that are measured on. */
    public int leftOut() {
        return leftOut;
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
        double[] trust = {1, 0};
        if (!examples.isEmpty()) {
            examples.addAll(unmarked);
            trust = LogisticRegression.fit(examples, EVIDENCE_RIDGE);
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < raw.length; i++) {
            double moved = Evidence.CONSTANTS.contains(i) ? trust[1] : 0;
            weights.put(Evidence.NAMES.get(i), rounded(trust[0] * raw[i] + moved));
        }
        return ReadingWeights.of(encoder.name(), sense, weights);
    }

    private static List<Example> examples(SkillExtractor extractor, LabelledSentence sentence, double weight) {
        List<Example> examples = new ArrayList<>();
        for (Evidence evidence : extractor.evidence(sentence.text())) {
            examples.add(new Example(evidence.weighed(), sentence.skills().contains(evidence.skill()), weight));
        }
        return examples;
    }

    private static List<Example> examples(SkillExtractor extractor, Sentences.Marked sentence, double weight) {
        List<Example> examples = new ArrayList<>();
        BitSet marks = sentence.marks();
        for (Evidence evidence : extractor.evidence(sentence.sentence())) {
            if (!marks.isEmpty() && evidence.how() == How.VECTOR) continue;
            boolean inside =
                    2 * marks.get(evidence.start(), evidence.end()).cardinality() >= evidence.end() - evidence.start();
            examples.add(new Example(evidence.weighed(), inside, weight));
        }
        return examples;
    }

    /** Finds everything, however unlikely, by the raw weights. */
    private SkillExtractor finder(Taxonomy taxonomy) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < raw.length; i++) weights.put(Evidence.NAMES.get(i), raw[i]);
        ExtractionSettings usual = ExtractionSettings.READING;
        return SkillExtractor.of(
                taxonomy,
                encoder.with(ReadingWeights.of(encoder.name(), sense, weights)),
                new ExtractionSettings(true, 0, usual.nameFloor(), usual.atFloor(), usual.atOne()));
    }

    /** Every find with all its evidence in one number, and a constant. */
    private static List<Example> finds(SkillExtractor finder, String text, Set<SkillId> skills, double weight) {
        List<Example> finds = new ArrayList<>();
        for (Mention mention : finder.extract(text)) {
            double logOdds = Math.log(mention.confidence() / (1 - mention.confidence()));
            double evidence = Math.clamp(logOdds, -SURE, SURE);
            finds.add(new Example(new double[] {evidence, 1}, skills.contains(mention.skill()), weight));
        }
        return finds;
    }

    private static double[] sense(TrainedEncoder encoder, List<Sentences.Marked> marked, List<String> tasks) {
        List<Example> examples = new ArrayList<>();
        long skilled = 0;
        for (Sentences.Marked sentence : marked) {
            boolean speaks = !sentence.spans().isEmpty();
            if (speaks) skilled++;
            examples.add(forSense(encoder, sentence.sentence(), speaks, 1));
        }
        // without a sentence that has marked words tasks weigh nothing, and are no examples
        double weight = TASK_SHARE * skilled / Math.max(1, tasks.size());
        if (weight > 0) for (String task : tasks) examples.add(forSense(encoder, task, true, weight));
        double[] weights = LogisticRegression.fit(examples, SENSE_RIDGE);
        for (int i = 0; i < weights.length; i++) weights[i] = rounded(weights[i]);
        return weights;
    }

    private static Example forSense(TrainedEncoder encoder, String sentence, boolean speaks, double weight) {
        float[] vector = encoder.encode(sentence);
        double[] features = new double[vector.length + 1];
        for (int i = 0; i < vector.length; i++) features[i] = vector[i];
        features[vector.length] = 1;
        return new Example(features, speaks, weight);
    }

    private static double rounded(double weight) {
        return Math.round(weight * 1e4) / 1e4;
    }
}
