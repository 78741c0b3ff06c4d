package dev.rung.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a passage.
 *
 * @param from first content position
 * @param to the content position after the last
 * @param text from its first word to its last, function words and all
 */
record Sentence(int from, int to, String text) {
    /** The sentences that have words that carry meaning. */
    static List<Sentence> of(Passage passage) {
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
            sentences.add(new Sentence(from, to, passage.text.substring(start, end)));
            from = to;
        }
        return sentences;
    }
}
