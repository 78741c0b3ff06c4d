package dev.rung.encoder.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which row of the matrix stands for what: words first, then pairs of neighbouring words, then letter groups. The words and pairs
 * that most texts have get rows; of those in equally many texts, the one met first.
 */
final class Layout {
    final Texts texts;
    final int words;
    final int pairs;
    final int groups;

    /** A word's row, or {@link Texts#NONE}: then only its letter groups speak for it. */
    private final int[] rowOfWord;

    private final int[][] pairRowsOfText;
    private final List<String> vocabulary = new ArrayList<>();

    Layout(Texts texts, Settings settings) {
        this.texts = texts;
        this.groups = settings.groups();

        List<Integer> byUse = new ArrayList<>();
        for (int word = 0; word < texts.wordCount(); word++) {
            if (texts.textsWith(word) >= settings.leastTextsOfWord()) byUse.add(word);
        }
        byUse.sort(Comparator.comparingInt((Integer w) -> -texts.textsWith(w)));
        words = Math.min(byUse.size(), settings.words());
        rowOfWord = new int[texts.wordCount()];
        java.util.Arrays.fill(rowOfWord, Texts.NONE);
        for (int row = 0; row < words; row++) {
            rowOfWord[byUse.get(row)] = row;
            vocabulary.add(texts.word(byUse.get(row)));
        }

        Map<Long, Integer> uses = new HashMap<>();
        List<Long> met = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            for (long pair : pairsOf(text)) {
                if (uses.merge(pair, 1, Integer::sum) == 1) met.add(pair);
            }
        }
        met.removeIf(pair -> uses.getOrDefault(pair, 0) < settings.leastTextsOfPair());
        met.sort(Comparator.comparingInt((Long pair) -> -uses.getOrDefault(pair, 0)));
        pairs = Math.min(met.size(), settings.pairs());
        Map<Long, Integer> rowOfPair = new HashMap<>();
        for (int i = 0; i < pairs; i++) {
            long pair = met.get(i);
            rowOfPair.put(pair, words + i);
            vocabulary.add(texts.word((int) (pair >>> 32)) + " " + texts.word((int) pair));
        }
        pairRowsOfText = new int[texts.size()][];
        for (int text = 0; text < texts.size(); text++) {
            pairRowsOfText[text] = java.util.Arrays.stream(pairsOf(text))
                    .filter(rowOfPair::containsKey)
                    .mapToInt(rowOfPair::get)
                    .toArray();
        }
    }

    private long[] pairsOf(int text) {
        int[] in = texts.words(text);
        long[] pairs = new long[Math.max(0, in.length - 1)];
        for (int i = 0; i < pairs.length; i++) pairs[i] = (long) in[i] << 32 | in[i + 1];
        return pairs;
    }

    int rows() {
        return words + pairs + groups;
    }

    int firstGroup() {
        return words + pairs;
    }

    int rowOfWord(int word) {
        return rowOfWord[word];
    }

    int[] pairRows(int text) {
        return pairRowsOfText[text];
    }

    /** The words and pairs in the order of their rows. */
    List<String> vocabulary() {
        return vocabulary;
    }
}
