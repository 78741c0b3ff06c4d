package dev.rung.extract;

import dev.rung.encoder.SkillEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a passage.
 *
 * @param from first content position
 * @param to the content position after the last
 * @param text from its first word to its last, function words and all
 * @param words how many
 * @param familiar whether it is in a language that the encoder knows: if not, its meaning cannot be read, only names that stand in it
 */
record Sentence(int from, int to, String text, int words, boolean familiar) {
    /**
     * The share of words that the encoder must have met. Of 12,156 sentences of eight words and more of federal vacancies, five have fewer, mostly rows of
     * abbreviations; of 192 German, French and Spanish ones of the starter catalogue's jobs, one has more, and of 133 of four to seven words five.
     */
    private static final double LEAST_FAMILIARITY = 0.65;

    /** Words below which a sentence goes by the whole text: a share of three words says little. */
    private static final int SHORT = 4;

    /** The sentences that have words that carry meaning. */
    static List<Sentence> of(Passage passage, SkillEncoder encoder) {
        boolean all = isFamiliar(passage.text, encoder);
        List<Sentence> sentences = new ArrayList<>();
        int token = 0;
        int from = 0;
        while (from < passage.content.length) {
            int number = passage.sentence[passage.content[from]];
            int to = from;
            while (to < passage.content.length && passage.sentence[passage.content[to]] == number) to++;
            while (passage.sentence[token] < number) token++;
            int first = token;
            while (token < passage.tokens.size() && passage.sentence[token] == number) token++;
            int start = passage.tokens.get(first).start();
            int end = passage.tokens.get(token - 1).end();
            String text = passage.text.substring(start, end);
            int words = token - first;
            sentences.add(new Sentence(from, to, text, words, words < SHORT ? all : isFamiliar(text, encoder)));
            from = to;
        }
        return sentences;
    }

    /** Whether a text has words enough to tell its language by, and its encoder does not know it. */
    static boolean isForeign(String text, SkillEncoder encoder) {
        return Tokens.of(text).size() >= SHORT && !isFamiliar(text, encoder);
    }

    private static boolean isFamiliar(String text, SkillEncoder encoder) {
        return encoder.familiarity(text) >= LEAST_FAMILIARITY;
    }
}
