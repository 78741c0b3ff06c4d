package dev.rung.extract;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.ReadingWeights;
import dev.rung.encoder.SkillEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what speaks for which skill in each sentence of a text: names of skills that stand in it, and how near it and each few words of it
 * lie to the skills' labels.
 *
 * <p>Every sentence is compared with all skills, but only the likeliest of them, and those that are named, with its parts: comparing each of
 * a hundred windows with 14,000 skills would take fifty times as long and find the same.
 *
 * <p>Whoever names a skill by another of its names says it in other words than the label, so the sentence is held against that name too, as far as the name
 * can be trusted: “AutoCAD” lies far from “use drawing software”.
 *
 * <p>Of a sentence in a language that the encoder does not know, names are all there is.
 *
 * <p>Immutable and safe for use by many threads.
 */
final class SentenceReader {
    private static final int SHORTLIST = 64;

    /**
     * From how many words on a sentence's vector tells whether it asks for skills; that of fewer is believed in proportion. Of 36 proper names in training
     * sentences that seem to ask for none, two stand in sentences of up to twelve words: about “Good knowledge of Excel” the training knows next to nothing.
     */
    private static final double TELLING = 8;

    private final ConceptEncoder encoder;
    private final ReadingWeights weights;
    private final LabelIndex index;
    private final SkillVectors vectors;

    SentenceReader(ConceptEncoder encoder, ReadingWeights weights, LabelIndex index, SkillVectors vectors) {
        this.encoder = encoder;
        this.weights = weights;
        this.index = index;
        this.vectors = vectors;
    }

    /** A skill that may be meant, and by which words. */
    record Candidate(Match match, Evidence evidence) {}

    private record Part(int first, int last, float[] vector) {}

    private record Near(int part, double cosine) {}

    /**
     * All skills that may be meant, sentence by sentence.
     *
     * @param names what stands in each sentence by name
     */
    List<Candidate> read(Passage passage, List<Sentence> sentences, List<List<Match>> names) {
        List<float[]> wholes = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (sentence.familiar()) wholes.add(encoder.encode(sentence.text()));
        }
        List<int[]> likeliest = vectors.likeliest(wholes, Evidence.PRIOR_SHARE, SHORTLIST);
        List<Candidate> all = new ArrayList<>();
        int familiar = 0;
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).familiar()) {
                addCandidates(
                        passage, sentences.get(i), wholes.get(familiar), likeliest.get(familiar), names.get(i), all);
                familiar++;
            } else {
                for (Match name : names.get(i)) all.add(alone(passage, name));
            }
        }
        return all;
    }

    /** A name in a sentence that is not understood counts as if it stood alone. */
    private Candidate alone(Passage passage, Match name) {
        double cosine = vectors.cosine(name.skill(), encoder.encode(words(passage, name)));
        double near = Math.max(cosine, name.confidence());
        return new Candidate(name, evidence(passage, name, near, near, 0, 0));
    }

    private Evidence evidence(Passage passage, Match match, double whole, double part, double gap, double sense) {
        return new Evidence(
                index.skills.get(match.skill()).id(),
                passage.word(match.first()).start(),
                passage.word(match.last()).end(),
                match.how(),
                match.proper(),
                match.confidence(),
                whole,
                part,
                vectors.prior(match.skill()),
                gap,
                sense);
    }

    private void addCandidates(
            Passage passage,
            Sentence sentence,
            float[] whole,
            int[] likeliest,
            List<Match> names,
            List<Candidate> into) {
        List<Part> parts = new ArrayList<>();
        for (Windows.Window window : Windows.of(passage, sentence.from(), sentence.to())) {
            int start = passage.word(window.first()).start();
            int end = passage.word(window.last()).end();
            parts.add(new Part(window.first(), window.last(), encoder.encode(passage.text.substring(start, end))));
        }
        List<Match> matches = new ArrayList<>(names);
        for (int skill : likeliest) {
            boolean isNamed = names.stream().anyMatch(n -> n.skill() == skill);
            if (!isNamed && !index.isNameOnly(skill)) matches.add(Match.meant(skill));
        }
        double[] wholes = new double[matches.size()];
        Near[] nears = new Near[matches.size()];
        double best = 0;
        for (int m = 0; m < wholes.length; m++) {
            int skill = matches.get(m).skill();
            wholes[m] = vectors.cosine(skill, whole);
            nears[m] = nearest(skill, parts);
            Match name = matches.get(m);
            if (name.how() != How.VECTOR) {
                wholes[m] = Math.max(
                        wholes[m], name.confidence() * SkillEncoder.dot(encoder.encode(words(passage, name)), whole));
                nears[m] = new Near(nears[m].part(), Math.max(nears[m].cosine(), name.confidence()));
            }
            best = Math.max(best, Evidence.score(wholes[m], nears[m].cosine(), vectors.prior(skill)));
        }
        double sense = weights.sense(whole) * Math.min(1, sentence.words() / TELLING);
        for (int m = 0; m < wholes.length; m++) {
            Match match = matches.get(m);
            int skill = match.skill();
            if (match.how() == How.VECTOR) {
                if (nears[m].part() < 0) continue;
                Part part = parts.get(nears[m].part());
                int[] positions = new int[part.last() - part.first() + 1];
                for (int i = 0; i < positions.length; i++) positions[i] = part.first() + i;
                match = Match.meant(skill, positions);
            }
            double gap = best - Evidence.score(wholes[m], nears[m].cosine(), vectors.prior(skill));
            into.add(new Candidate(match, evidence(passage, match, wholes[m], nears[m].cosine(), gap, sense)));
        }
    }

    private static String words(Passage passage, Match name) {
        return passage.text.substring(
                passage.word(name.first()).start(), passage.word(name.last()).end());
    }

    private Near nearest(int skill, List<Part> parts) {
        int best = -1;
        double cosine = 0;
        for (int p = 0; p < parts.size(); p++) {
            double own = vectors.cosine(skill, parts.get(p).vector());
            if (best < 0 || own > cosine) {
                best = p;
                cosine = own;
            }
        }
        return new Near(best, cosine);
    }
}
