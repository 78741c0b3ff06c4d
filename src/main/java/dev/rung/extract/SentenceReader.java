package dev.rung.extract;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.ReadingWeights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gathers what speaks for which skill in each sentence of a text: names of skills that stand in it, and how near it and each few words of it
 * lie to the skills' labels.
 *
 * <p>Every sentence is compared with all skills, but only the likeliest of them, and those that are named, with its parts: comparing each of
 * a hundred windows with 14,000 skills would take fifty times as long and find the same.
 *
 * <p>Immutable and safe for use by many threads.
 */
final class SentenceReader {
    private static final int SHORTLIST = 64;

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
     * @param names what stands in the text by name
     */
    List<Candidate> read(Passage passage, List<Match> names) {
        List<Sentence> sentences = Sentence.of(passage);
        List<float[]> wholes = new ArrayList<>();
        for (Sentence sentence : sentences) wholes.add(encoder.encode(sentence.text()));
        List<int[]> likeliest = vectors.likeliest(wholes, Evidence.PRIOR_SHARE, SHORTLIST);
        List<List<Match>> named = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) named.add(new ArrayList<>());
        int at = 0;
        List<Match> ordered = new ArrayList<>(names);
        ordered.sort(Comparator.comparingInt(Match::first));
        for (Match name : ordered) {
            while (name.first() >= sentences.get(at).to()) at++;
            named.get(at).add(name);
        }
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            addCandidates(passage, sentences.get(i), wholes.get(i), likeliest.get(i), named.get(i), all);
        }
        return all;
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
            if (names.stream().noneMatch(n -> n.skill() == skill))
                matches.add(new Match(skill, new int[0], 0, How.VECTOR));
        }
        double[] wholes = new double[matches.size()];
        Near[] nears = new Near[matches.size()];
        double best = 0;
        for (int m = 0; m < wholes.length; m++) {
            int skill = matches.get(m).skill();
            wholes[m] = vectors.cosine(skill, whole);
            nears[m] = nearest(skill, parts);
            best = Math.max(best, Evidence.score(wholes[m], nears[m].cosine(), vectors.prior(skill)));
        }
        double sense = weights.sense(whole);
        for (int m = 0; m < wholes.length; m++) {
            Match match = matches.get(m);
            int skill = match.skill();
            if (match.how() == How.VECTOR) {
                if (nears[m].part() < 0) continue;
                Part part = parts.get(nears[m].part());
                int[] positions = new int[part.last() - part.first() + 1];
                for (int i = 0; i < positions.length; i++) positions[i] = part.first() + i;
                match = new Match(skill, positions, 0, How.VECTOR);
            }
            double prior = vectors.prior(skill);
            double gap = best - Evidence.score(wholes[m], nears[m].cosine(), prior);
            into.add(new Candidate(
                    match,
                    new Evidence(
                            index.skills.get(skill).id(),
                            passage.word(match.first()).start(),
                            passage.word(match.last()).end(),
                            match.how(),
                            match.confidence(),
                            wholes[m],
                            nears[m].cosine(),
                            prior,
                            gap,
                            sense)));
        }
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
